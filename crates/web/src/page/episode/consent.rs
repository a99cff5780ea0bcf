//! Recording one part of the family's sheet: what one authority may tell the other.

use axum::response::{IntoResponse, Redirect};
use casework::{
    verb::episode::agree,
    view::episode::{self, ConsentForm},
};
use domain::{
    Side,
    consent::disclosure::{ItemKind, Method, Signature, Signer},
};
use maud::{Markup, html};

use super::{field, id, made, path};
use crate::{
    failure::{Answer, Stop, again, answered},
    fields::Fields,
    posted::Posted,
    session::Visit,
    ui::{self, Choice, Field, Kind, Problems, Weight},
    words::{tell, words},
};

/// The form.
pub(crate) async fn show(visit: Visit) -> Answer {
    page(&visit, &Fields::default(), &Problems::default()).await.map(|page| page.into_response())
}

/// Records it, or says what is missing.
pub(crate) async fn save(Posted { visit, fields }: Posted) -> Answer {
    let of = id(&visit)?;
    let form = episode::consent_form(&visit.cx, of).await?;
    let problems = match read(&visit, &form, &fields) {
        Ok(said) => match answered(agree::run(&visit.cx, of, made(&visit, &fields), said).await, visit.language())? {
            Ok(()) => return Ok(Redirect::to(&visit.url(&path(of))).into_response()),
            Err(problems) => problems,
        },
        Err(problems) => problems,
    };
    Ok(again(page(&visit, &fields, &problems).await?))
}

fn read(visit: &Visit, form: &ConsentForm, fields: &Fields) -> Result<agree::Said, Problems> {
    let day = |name: &'static str| fields.day(name).ok_or((name, visit.say("ep-day-missing")));
    let days = (day("first"), day("last"), day("remind"), day("signed"));
    let (Ok(first), Ok(last), Ok(remind), Ok(signed)) = days else {
        let (a, b, c, d) = days;
        return Err(Problems([a, b, c, d].into_iter().filter_map(Result::err).collect()));
    };
    let child = (form.child.0.clone(), form.child.1.clone());
    let all = form.guardians.iter().map(|it| (Signer::Guardian, it)).chain([(Signer::Child, &child)]);
    let mut signatures: Vec<Signature> = all
        .filter(|(_, (who, _))| fields.all("who").any(|it| it == who))
        .map(|(who, (id, name))| Signature { who, id: id.clone(), name: name.clone(), day: signed })
        .collect();
    // A room without a roster knows the guardians by name only.
    for name in fields.get("names").lines().map(str::trim).filter(|it| !it.is_empty()) {
        signatures.push(Signature { who: Signer::Guardian, id: name.to_owned(), name: name.to_owned(), day: signed });
    }
    Ok(agree::Said {
        from: Side::from_code(fields.get("from")).unwrap_or(form.we.side),
        items: fields.all("items").filter_map(ItemKind::from_code).collect(),
        first,
        last,
        remind,
        method: Method::from_code(fields.get("method")).unwrap_or(Method::Paper),
        signatures,
        assessment: fields.get("assessment").to_owned(),
    })
}

async fn page(visit: &Visit, typed: &Fields, problems: &Problems) -> Result<Markup, Stop> {
    let of = id(visit)?;
    let form = episode::consent_form(&visit.cx, of).await?;
    let asked = visit.view.query.split('&').find_map(|it| it.strip_prefix("del=")).and_then(Side::from_code);
    let from = Side::from_code(typed.get("from")).or(asked).unwrap_or(form.we.side);
    let (tells, hears) = if from == form.we.side { (&form.we, &form.they) } else { (&form.they, &form.we) };
    let title = tell("ep-consent-title", [("from", words(&tells.name)), ("to", words(&hears.name))], visit.language());
    let content = html! {
        (ui::breadcrumbs(&[(&visit.url(&path(of)), &form.child.1)], visit.language()))
        (ui::error_summary(problems, visit.language()))
        (ui::page_heading(&ui::Heading { title: &title, lead: &visit.say("ep-consent-lead"), ..ui::Heading::default() }))
        @if from != form.we.side { (ui::prose(&[&visit.say("ep-consent-messenger")])) }
        (ui::form(&visit.view, &visit.url(&format!("{}/samtycke", path(of))), html! {
            (ui::hidden("id", &made(visit, typed).to_string()))
            (ui::hidden("from", from.code()))
            (questions(visit, &form, from, typed, problems))
            (ui::actions(html! {
                (ui::button(Weight::Primary, &visit.say("ep-consent-save")))
                (ui::link_button(Weight::Tertiary, &visit.url(&path(of)), &visit.say("ep-cancel")))
            }))
        }))
    };
    Ok(visit.page(&title, content))
}

fn questions(visit: &Visit, form: &ConsentForm, from: Side, typed: &Fields, problems: &Problems) -> Markup {
    let said = |code| visit.say(code);
    let items =
        form.items.iter().find(|(side, _)| *side == from).map(|(_, items)| items.as_slice()).unwrap_or_default();
    let labels: Vec<(String, &str)> = items.iter().map(|it| (visit.say(it.sentence()), it.code())).collect();
    let choices: Vec<Choice<'_>> = labels.iter().map(|(label, code)| Choice::new(code, label)).collect();
    let chosen: Vec<&str> = typed.all("items").collect();
    let signers: Vec<Choice<'_>> =
        form.guardians.iter().chain([&form.child]).map(|(id, name)| Choice::new(id, name)).collect();
    let signed: Vec<&str> = typed.all("who").collect();
    let methods = Method::ALL.iter().map(|it| (visit.say(it.sentence()), it.code())).collect::<Vec<_>>();
    let methods: Vec<Choice<'_>> = methods.iter().map(|(label, code)| Choice::new(code, label)).collect();
    let today = visit.today.to_string();
    let day = |name: &'static str, code, usual: &str| {
        let value = if typed.has(name) { typed.get(name).to_owned() } else { usual.to_owned() };
        ui::input(&field(name, &visit.say(code), "", problems), Kind::Date, &value)
    };
    html! {
        (ui::checkboxes(&Field { name: "items", label: &said("ep-consent-items"), hint: &said("ep-consent-items-hint"), error: problems.of("items") }, &choices, &chosen))
        (ui::checkboxes(&Field { name: "who", label: &said("ep-consent-who"), hint: &said("ep-consent-who-hint"), error: problems.of("who") }, &signers, &signed))
        @if form.guardians.is_empty() {
            (ui::textarea(&field("names", &said("ep-consent-names"), "", problems), 2, typed.get("names")))
        }
        (day("signed", "ep-consent-signed", &today))
        (ui::radios(&Field { name: "method", label: &said("ep-consent-method"), ..Field::default() }, &methods, if typed.has("method") { typed.get("method") } else { Method::Paper.code() }))
        (day("first", "ep-consent-first", &today))
        (day("last", "ep-consent-last", &form.last.to_string()))
        (day("remind", "ep-consent-remind", &form.remind.to_string()))
        (ui::textarea(&field("assessment", &said("ep-consent-assessment"), &said("ep-consent-assessment-hint"), problems), 2, typed.get("assessment")))
    }
}
