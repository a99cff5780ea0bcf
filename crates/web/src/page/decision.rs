//! The head teacher's decision whether absence is inquired into (skollagen 7 kap. 19 a §), with the law beside it.

use access::PupilId;
use axum::response::{IntoResponse, Redirect};
use casework::{
    verb::{document, draft},
    view::{
        pupil::StepLine,
        step_form::{self, Draft, StepForm},
    },
};
use domain::step::StepKind;
use maud::{Markup, html};

use super::{
    parts::{when, zone},
    step,
};
use crate::{
    failure::{Answer, Stop, again, answered},
    fields::Fields,
    posted::Posted,
    session::Visit,
    ui::{self, Choice, Field, Problems, Weight},
    words,
};

/// The form, with what was begun before.
pub(crate) async fn show(visit: Visit) -> Answer {
    let form = step_form::view(&visit.cx, visit.pupil()?, StepKind::InquiryOpened).await?;
    let typed = form.draft.clone().map(|draft| Fields(draft.fields)).unwrap_or_default();
    let content = page(&visit, &form, &typed, &Problems::default());
    visit.shown(&visit.say("web-decision-title"), content)
}

/// Documents the decision, or shows the form again with everything that was typed.
pub(crate) async fn save(Posted { visit, fields }: Posted) -> Answer {
    let pupil = visit.pupil()?;
    match decide(&visit, pupil, &fields).await? {
        Ok(()) => Ok(Redirect::to(&visit.url(&format!("/elev/{pupil}?klart=beslut"))).into_response()),
        Err((form, problems)) => {
            let content = page(&visit, &form, &fields, &problems);
            Ok(again(visit.page(&visit.say("web-decision-title"), content)))
        }
    }
}

/// Documents the decision that was sent; or the form again, with what stands in the way.
pub(super) async fn decide(
    visit: &Visit,
    pupil: PupilId,
    fields: &Fields,
) -> Result<Result<(), (StepForm, Problems)>, Stop> {
    let kind = StepKind::from_code(fields.get("decision")).filter(|kind| kind.is_inquiry_decision());
    let form = step_form::view(&visit.cx, pupil, kind.unwrap_or(StepKind::InquiryOpened)).await?;
    let read = step::read(&form, fields, visit.site.fresh());
    let problems = match (kind, read) {
        (Some(_), Ok(document)) => match answered(document::run(&visit.cx, document).await, visit.language())? {
            Ok(()) => {
                draft::run(&visit.cx, pupil, StepKind::InquiryOpened, &Draft::default()).await?;
                return Ok(Ok(()));
            }
            Err(problems) => problems,
        },
        (kind, read) => {
            let choice = kind.is_none().then_some(("decision", "web-decision-choice-empty"));
            let all = choice.into_iter().chain(read.err().unwrap_or_default());
            Problems(all.map(|(field, code)| (field, visit.say(code))).collect())
        }
    };
    Ok(Err((form, problems)))
}

fn page(visit: &Visit, form: &StepForm, typed: &Fields, problems: &Problems) -> Markup {
    let language = visit.language();
    let lead = [
        ("name", words::words(&form.name)),
        ("class", words::words(&form.class)),
        ("school", words::words(&form.school.name)),
    ];
    let main = html! {
        @if let Some(proposed) = proposal(&form.steps) { (proposal_notice(visit, proposed)) }
        (questions(visit, &visit.url(&format!("/elev/{}/beslut", form.pupil)), form, typed, problems))
    };
    html! {
        (step::above(visit, form))
        (ui::error_summary(problems, language))
        (ui::page_heading(&ui::Heading {
            title: &visit.say("web-decision-title"),
            lead: &words::tell("web-step-lead", lead, language),
            ..ui::Heading::default()
        }))
        (ui::aside(main, law(visit)))
    }
}

/// What the law says, in short.
pub(super) fn law(visit: &Visit) -> Markup {
    let sentences = [visit.say("web-decision-law-text"), visit.say("web-decision-law-source")];
    ui::section(&visit.say("web-decision-law"), ui::prose(&[&sentences[0], &sentences[1]]))
}

/// The latest proposal that no decision has answered, when the reader may read it.
fn proposal(steps: &[StepLine]) -> Option<&StepLine> {
    let standing = steps.iter().filter(|step| step.content.as_ref().is_some_and(|it| it.retracted.is_none()));
    let kind = |step: &StepLine| step.content.as_ref().and_then(|it| it.kind);
    let mut since = standing.take_while(|step| !kind(step).is_some_and(StepKind::is_inquiry_decision));
    since.find(|step| kind(step) == Some(StepKind::InquiryProposed))
}

fn proposal_notice(visit: &Visit, step: &StepLine) -> Markup {
    let said = step.content.as_ref();
    html! {
        (ui::notice(ui::Tone::Info, &visit.say("web-decision-proposed"), html! {
            @if let Some(said) = said {
                (ui::prose(&[&said.text]))
                (ui::quiet(&format!("{} · {}", step.day, said.by)))
            }
        }))
    }
}

/// The form of the decision, posted to the page that it stands on.
pub(super) fn questions(visit: &Visit, action: &str, form: &StepForm, typed: &Fields, problems: &Problems) -> Markup {
    let language = visit.language();
    let draft = visit.url(&format!("/elev/{}/steg/utkast", form.pupil));
    ui::form(
        &visit.view,
        action,
        html! {
            (ui::hidden("id", &step::id(visit)))
            // A draft of the decision is kept under one kind, whichever of the two it becomes.
            (ui::hidden("kind", StepKind::InquiryOpened.code()))
            (step::seen(form, typed, language))
            (ui::autosave(&draft, html! {
                (zone::field(&form.zones, &form.school.name, typed, problems, language))
                (choice(visit, typed, problems))
                (ui::beside(html! {
                    (step::day_field(visit, "web-decision-day", typed, problems))
                    @if let Some(usual) = form.usual {
                        @let days = when::Days { offered: &form.follow_ups, usual };
                        (when::field(&visit.say("web-step-follow-up"), days, typed, problems, language))
                    }
                }))
            }))
            (ui::actions(html! {
                (ui::button(Weight::Primary, &visit.say("web-decision-save")))
                (ui::button_to(Weight::Tertiary, &draft, &visit.say("web-step-later")))
            }))
        },
    )
}

fn choice(visit: &Visit, typed: &Fields, problems: &Problems) -> Markup {
    let said = [
        "web-decision-opened",
        "web-decision-opened-hint",
        "web-decision-not-needed",
        "web-decision-not-needed-hint",
        "web-decision-choice",
    ]
    .map(|code| visit.say(code));
    let [opened, opened_hint, not_needed, not_needed_hint, label] = &said;
    let choices = [
        Choice { value: StepKind::InquiryOpened.code(), label: opened, hint: opened_hint },
        Choice { value: StepKind::InquiryNotNeeded.code(), label: not_needed, hint: not_needed_hint },
    ];
    let field = Field { name: "decision", label, hint: "", error: problems.of("decision") };
    let why = ("web-decision-why", "web-decision-why-hint");
    ui::decide(&field, &choices, typed.get("decision"), step::words_field(visit, why, typed, problems))
}
