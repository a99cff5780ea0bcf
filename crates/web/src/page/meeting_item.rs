//! One pupil of a meeting: what is known, and three ways on.

use axum::response::{IntoResponse, Redirect};
use casework::{
    verb::meeting::{self, Choice, Shown},
    view::{
        Colleague,
        meeting::{self as view, Item},
        pupil::StepContent,
    },
};
use domain::step::StepKind;
use maud::{Markup, html};

use super::{
    meeting::minutes,
    meeting_known::known,
    parts::{when, who},
};
use crate::{
    failure::{Answer, Stop, again, answered},
    fields::{self, Fields},
    posted::Posted,
    session::Visit,
    ui::{self, Field, Kind, Problems, Walk, Weight},
    words,
};

const WAIT: &str = "wait";
const DO: &str = "do";
const INQUIRY: &str = "inquiry";

/// The pupil with a number, from 1.
pub(crate) async fn show(visit: Visit) -> Answer {
    let item = view::item(&visit.cx, visit.id("mote")?, number(&visit)?).await?;
    let content = page(&visit, &item, &before(&item), &Problems::default());
    visit.shown(&item.page.name, content)
}

/// Decides, and goes on to the next; after the last, to the minutes.
pub(crate) async fn decide(Posted { visit, fields }: Posted) -> Answer {
    let (meeting, number) = (visit.id("mote")?, number(&visit)?);
    let item = view::item(&visit.cx, meeting, number).await?;
    let id = fields.id("id").unwrap_or_else(|| visit.site.fresh());
    let shown = Shown { pupil: item.page.pupil, decided: fields.id("decided"), seen: fields.seen() };
    if fields.id("pupil").is_some_and(|pupil| pupil.as_u128() != shown.pupil.0) {
        // Somebody has left the queue meanwhile, and the numbers mean others.
        return Err(Stop::Elsewhere(at(&visit, &item, number)));
    }
    let problems = match choice(&fields) {
        Ok(choice) => match answered(meeting::decide(&visit.cx, id, meeting, shown, choice).await, visit.language())? {
            Ok(()) => return Ok(Redirect::to(&on(&visit, &item)).into_response()),
            Err(problems) => problems,
        },
        Err(all) => Problems(all.into_iter().map(|(field, code)| (field, visit.say(code))).collect()),
    };
    // A colleague may just have decided: then that is what is shown.
    let item = view::item(&visit.cx, meeting, number).await?;
    Ok(again(visit.page(&item.page.name, page(&visit, &item, &fields, &problems))))
}

fn number(visit: &Visit) -> Result<i64, Stop> {
    visit.param("nr").parse().map_err(|_| Stop::Missing)
}

/// The choice that was sent, or everything that is missing. What belongs to another choice is left out.
fn choice(fields: &Fields) -> Result<Choice, Vec<(&'static str, &'static str)>> {
    let text = fields.get("text").to_owned();
    let day = || when::read(fields).and_then(|day| day.ok_or(("follow_up", "web-step-own-day-empty")));
    match fields.get("choice") {
        WAIT => Ok(Choice::Wait { until: day().map_err(|wrong| vec![wrong])? }),
        DO => {
            let assignee = who::read(fields).ok_or(("assignee", "step-assignee-missing"));
            match (assignee, day()) {
                (Ok(assignee), Ok(by)) if !text.is_empty() => Ok(Choice::Do { assignee, by, text }),
                (assignee, by) => {
                    let text = text.is_empty().then_some(("text", "step-text-what"));
                    Err([assignee.err(), by.err(), text].into_iter().flatten().collect())
                }
            }
        }
        INQUIRY => Ok(Choice::Inquiry { text }),
        _ => Err(vec![("choice", "web-meeting-choice-empty")]),
    }
}

fn at(visit: &Visit, item: &Item, number: i64) -> String {
    visit.url(&format!("/eht/{}/{number}", item.meeting))
}

/// Where one goes on to.
fn on(visit: &Visit, item: &Item) -> String {
    let (number, whole) = item.at;
    if number < whole { at(visit, item, number + 1) } else { visit.url(&format!("/eht/{}/protokoll", item.meeting)) }
}

/// What was decided about the pupil at this meeting, as the reader may see it.
fn decided(item: &Item) -> Option<&StepContent> {
    item.page.steps.iter().find(|step| Some(step.id) == item.decided).and_then(|step| step.content.as_ref())
}

/// The form as it was decided, so that a choice can be changed.
fn before(item: &Item) -> Fields {
    decided(item).map_or_else(Fields::default, |content| chosen(content, &item.colleagues))
}

fn chosen(content: &StepContent, colleagues: &[Colleague]) -> Fields {
    let choice = match content.kind {
        Some(StepKind::Wait) => WAIT,
        Some(StepKind::Assigned) => DO,
        Some(StepKind::InquiryProposed) => INQUIRY,
        _ => return Fields::default(),
    };
    let who = content.assignee.as_ref().and_then(|who| colleagues.iter().find(|it| it.user.to_string() == who.id));
    let fields = [
        Some(("choice", choice.to_owned())),
        Some(("text", content.text.clone())),
        content.follow_up.map(|day| ("follow_up", day.to_string())),
        who.map(|it| ("assignee", it.user.to_string())),
    ];
    Fields(fields.into_iter().flatten().map(|(name, value)| (name.to_owned(), value)).collect())
}

fn page(visit: &Visit, item: &Item, typed: &Fields, problems: &Problems) -> Markup {
    html! {
        (ui::error_summary(problems, visit.language()))
        (bar(visit, item))
        (ui::walk_body(known(visit, &item.page, item.decided), html! {
            @if let Some(content) = decided(item) { (said(visit, content)) }
            (form(visit, item, typed, problems))
        }))
    }
}

fn bar(visit: &Visit, item: &Item) -> Markup {
    let language = visit.language();
    let (number, whole) = item.at;
    let at_words = [("number", words::count(number)), ("whole", words::count(whole))];
    let left = [("minutes", words::count(if number < whole { minutes(whole - number) } else { 0 }))];
    let where_words = format!(
        "{} · {}",
        words::tell("web-meeting-at", at_words, language),
        words::tell("web-meeting-left", left, language)
    );
    let previous = (number > 1).then(|| at(visit, item, number - 1));
    let next = on(visit, item);
    let label = match (item.decided, number < whole) {
        (_, false) => "web-meeting-finish",
        (Some(_), true) => "web-meeting-next",
        (None, true) => "web-meeting-skip",
    };
    let (back, label) = (visit.say("web-meeting-previous"), visit.say(label));
    let walk = Walk {
        at: item.at,
        words: &where_words,
        previous: previous.as_ref().map(|href| (href.as_str(), back.as_str())),
        next: Some((&next, &label)),
    };
    ui::walk_bar(&walk, &visit.say("web-meeting-items"))
}

fn said(visit: &Visit, content: &StepContent) -> Markup {
    let language = visit.language();
    let what = content.kind.map(|kind| words::step(kind, language)).unwrap_or_default();
    let sentence = match content.follow_up {
        Some(day) => {
            let day = when::weekday(day, language);
            let args = [("what", words::words(what)), ("day", words::words(day))];
            words::tell("web-meeting-decided-until", args, language)
        }
        None => words::tell("web-meeting-decided", [("what", words::words(what))], language),
    };
    let who = content.assignee.as_ref();
    let who = who.map(|it| words::tell("web-meeting-decided-who", [("name", words::words(&it.name))], language));
    ui::confirmation(&[Some(sentence), who].into_iter().flatten().collect::<Vec<_>>().join(". "))
}

fn form(visit: &Visit, item: &Item, typed: &Fields, problems: &Problems) -> Markup {
    let save = if item.decided.is_some() { "web-meeting-change" } else { "web-meeting-save" };
    ui::form(
        &visit.view,
        &at(visit, item, item.at.0),
        html! {
            (ui::hidden("id", &super::step::id(visit)))
            (ui::hidden("pupil", &item.page.pupil.to_string()))
            (ui::hidden("decided", &item.decided.map(|it| it.to_string()).unwrap_or_default()))
            (ui::hidden(fields::SEEN, &fields::seen(item.page.seen)))
            (choices(visit, item, typed, problems))
            (ui::actions(html! {
                (ui::button(Weight::Primary, &visit.say(save)))
                (ui::keys(&visit.say("web-meeting-keys")))
            }))
        },
    )
}

fn choices(visit: &Visit, item: &Item, typed: &Fields, problems: &Problems) -> Markup {
    let language = visit.language();
    let codes = [
        (WAIT, "web-meeting-wait", "web-meeting-wait-hint"),
        (DO, "web-meeting-do", "web-meeting-do-hint"),
        (INQUIRY, "web-meeting-inquiry", "web-meeting-inquiry-hint"),
    ];
    let said = codes.map(|(value, label, hint)| (value, visit.say(label), visit.say(hint)));
    let choices = said.each_ref().map(|(value, label, hint)| ui::Choice { value, label, hint });
    let label = visit.say("web-meeting-choice");
    let field = Field { name: "choice", label: &label, hint: "", error: problems.of("choice") };
    let days = when::Days { offered: &item.follow_ups, usual: item.usual };
    ui::decide(
        &field,
        &choices,
        typed.get("choice"),
        html! {
            (ui::only_for("2", who::field(
                &visit.say("web-step-assignee"), &item.colleagues, None, &visit.cx, (typed, problems), language,
            )))
            (ui::only_for("2 3", words_field(visit, typed, problems)))
            (ui::only_for("1 2", when::field(&visit.say("web-meeting-when"), days, typed, problems, language)))
        },
    )
}

/// One line of words. Its label says what they are about; the two that it can be are shown by choice.
fn words_field(visit: &Visit, typed: &Fields, problems: &Problems) -> Markup {
    let (what, why) = (visit.say("web-meeting-what"), visit.say("web-meeting-why"));
    let label = html! { (ui::words_for("2", &what)) " " (ui::words_for("3", &why)) };
    let field = Field { name: "text", label: "", hint: "", error: problems.of("text") };
    ui::input_labelled(&field, label, Kind::Text, typed.get("text"))
}

#[cfg(test)]
mod tests {
    use access::{Role, UserId, Zone};
    use domain::step::Assignee;

    use super::*;

    fn check(typed: &[(&str, &str)], expected: Result<Choice, &[&str]>) {
        let fields = Fields(typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect());
        let wrong = choice(&fields).map_err(|all| all.into_iter().map(|(field, _)| field).collect::<Vec<_>>());
        assert_eq!(wrong, expected.map_err(<[&str]>::to_vec));
    }

    #[test]
    fn everything_that_is_missing_is_told_at_once() {
        check(&[], Err(&["choice"]));
        check(&[("choice", WAIT)], Err(&["follow_up"]));
        check(&[("choice", DO)], Err(&["assignee", "follow_up", "text"]));
    }

    #[test]
    fn of_two_with_the_same_name_the_one_who_was_given_it_is_chosen() {
        let colleague = |id| Colleague {
            user: UserId(id),
            name: "Maria Lindgren".to_owned(),
            role: Role::SchoolCounsellor,
            not_in: Vec::new(),
        };
        let given = colleague(2);
        let content = StepContent {
            kind: Some(StepKind::Assigned),
            zone: Zone::SchoolGeneral,
            by: String::new(),
            text: String::new(),
            follow_up: None,
            assignee: Some(Assignee { id: given.user.to_string(), name: given.name.clone() }),
            retracted: None,
            own: true,
        };
        let fields = chosen(&content, &[colleague(1), given.clone()]);
        assert_eq!(fields.get("assignee"), given.user.to_string());
    }

    #[test]
    fn what_belongs_to_another_choice_does_not_go_along() {
        let until = "2026-12-11".parse().unwrap();
        let typed = [("choice", WAIT), ("follow_up", "2026-12-11"), ("text", "Ring"), ("assignee", "x")];
        check(&typed, Ok(Choice::Wait { until }));
        let typed = [("choice", INQUIRY), ("follow_up", "2026-12-11"), ("text", "Länge borta")];
        check(&typed, Ok(Choice::Inquiry { text: "Länge borta".to_owned() }));
    }
}
