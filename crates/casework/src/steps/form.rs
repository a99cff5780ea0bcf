//! What the form of a step may hold. Everything that is wrong is told at once, in the order of the form.

use domain::step::StepKind;
use domain::{Day, SchoolYear};
use text::{Arg, Message};

use crate::Refusal;

/// Characters in a text, at most.
pub(crate) const LONGEST: usize = 4000;
/// Days ahead that a follow-up may lie.
const YEAR: i32 = 366;

/// What was filled in, as far as it can be judged without asking the room.
#[derive(Clone, Copy)]
pub(crate) struct Filled<'a> {
    pub(crate) kind: StepKind,
    pub(crate) day: Day,
    pub(crate) text: &'a str,
    pub(crate) follow_up: Option<Day>,
    /// Whether somebody was chosen, and whether she or he can have it.
    pub(crate) assignee: Option<bool>,
}

/// The words as they are counted and kept: a browser sends the end of a line as two characters, and shows one.
pub(crate) fn lines(text: &str) -> String {
    text.replace("\r\n", "\n")
}

/// Whether a kind has words of its own.
pub(crate) fn has_text(kind: StepKind) -> bool {
    !matches!(kind, StepKind::Elsewhere | StepKind::KnownOngoing)
}

/// Whether a kind is followed up.
pub(crate) fn has_follow_up(kind: StepKind) -> bool {
    kind.clears()
}

/// Whether somebody is given something to do.
pub(crate) fn has_assignee(kind: StepKind) -> bool {
    matches!(kind, StepKind::Assigned | StepKind::KnownOngoing)
}

/// Everything that is wrong with it.
pub(crate) fn wrong(filled: &Filled<'_>, today: Day) -> Vec<Refusal> {
    [day(filled, today), text(filled), follow_up(filled.kind, filled.day, filled.follow_up, today), assignee(filled)]
        .into_iter()
        .flatten()
        .collect()
}

fn day(filled: &Filled<'_>, today: Day) -> Option<Refusal> {
    let earliest = SchoolYear(SchoolYear::of(today).0 - 1).start();
    if filled.day > today {
        Some(Refusal::at("day", "step-day-future"))
    } else if filled.day < earliest {
        let message = Message::new("step-day-long-ago").with("day", Arg::Date(earliest.date()));
        Some(Refusal { field: Some("day"), message })
    } else {
        None
    }
}

fn text(filled: &Filled<'_>) -> Option<Refusal> {
    let empty = filled.text.trim().is_empty();
    let code = match filled.kind {
        kind if !has_text(kind) => (!empty).then_some("step-text-not-here"),
        StepKind::Assigned if empty => Some("step-text-what"),
        StepKind::InquiryProposed if empty => Some("step-text-missing"),
        kind if kind.needs_reason() && empty => Some("step-text-missing"),
        _ => (filled.text.chars().count() > LONGEST).then_some("step-text-long"),
    };
    code.map(|code| Refusal::at("text", code))
}

/// What is wrong with a follow-up day.
pub(crate) fn follow_up(kind: StepKind, day: Day, follow_up: Option<Day>, today: Day) -> Option<Refusal> {
    let code = match follow_up {
        None => has_follow_up(kind).then_some("step-follow-up-missing"),
        Some(_) if !has_follow_up(kind) => Some("step-follow-up-not-here"),
        Some(until) if until <= day => Some("step-follow-up-early"),
        Some(until) if until <= today => Some("step-follow-up-passed"),
        Some(until) if until > today.plus(YEAR) => Some("step-follow-up-late"),
        Some(_) => None,
    };
    code.map(|code| Refusal::at("follow_up", code))
}

fn assignee(filled: &Filled<'_>) -> Option<Refusal> {
    let code = match filled.assignee {
        None => has_assignee(filled.kind).then_some("step-assignee-missing"),
        Some(_) if !has_assignee(filled.kind) => Some("step-assignee-not-here"),
        Some(false) => Some("step-assignee-elsewhere"),
        Some(true) => None,
    };
    code.map(|code| Refusal::at("assignee", code))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Day = Day(20_777); // 2026-11-20

    fn talk() -> Filled<'static> {
        Filled { kind: StepKind::PupilTalk, day: TODAY, text: "", follow_up: Some(TODAY.plus(21)), assignee: None }
    }

    #[track_caller]
    fn check(filled: Filled<'_>, expected: &[(&str, &str)]) {
        let wrong = wrong(&filled, TODAY);
        let found: Vec<_> = wrong.iter().map(|it| (it.field.unwrap(), it.message.code)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once_in_the_order_of_the_form() {
        check(talk(), &[]);
        let filled =
            Filled { kind: StepKind::Assigned, day: TODAY.plus(1), text: " ", follow_up: None, assignee: None };
        check(
            filled,
            &[
                ("day", "step-day-future"),
                ("text", "step-text-what"),
                ("follow_up", "step-follow-up-missing"),
                ("assignee", "step-assignee-missing"),
            ],
        );
    }

    #[test]
    fn a_day_lies_between_the_last_school_year_and_today() {
        let first = "2025-08-01".parse::<Day>().unwrap();
        check(Filled { day: first, ..talk() }, &[]);
        check(Filled { day: first.plus(-1), ..talk() }, &[("day", "step-day-long-ago")]);
    }

    #[test]
    fn a_reason_is_needed_where_nothing_else_says_why() {
        for kind in [StepKind::InquiryOpened, StepKind::InquiryNotNeeded, StepKind::Dismissed] {
            check(Filled { kind, ..talk() }, &[("text", "step-text-missing")]);
            check(Filled { kind, text: "Sjuk, läkarintyg finns.", ..talk() }, &[]);
        }
        check(Filled { kind: StepKind::Elsewhere, text: "x", ..talk() }, &[("text", "step-text-not-here")]);
    }

    #[test]
    fn a_text_of_four_thousand_letters_fits_whatever_the_letters() {
        let long = "å".repeat(4000);
        check(Filled { text: &long, ..talk() }, &[]);
        let longer = "å".repeat(4001);
        check(Filled { text: &longer, ..talk() }, &[("text", "step-text-long")]);
    }

    #[test]
    fn a_follow_up_is_after_the_day_and_today_and_within_a_year() {
        let on = |until| Filled { follow_up: Some(until), ..talk() };
        check(on(TODAY.plus(1)), &[]);
        check(on(TODAY), &[("follow_up", "step-follow-up-early")]);
        let late = Filled { day: TODAY.plus(-30), ..on(TODAY) };
        check(late, &[("follow_up", "step-follow-up-passed")]);
        check(Filled { follow_up: Some(TODAY.plus(1)), ..late }, &[]);
        check(on(TODAY.plus(366)), &[]);
        check(on(TODAY.plus(367)), &[("follow_up", "step-follow-up-late")]);
        let nobody = Filled { kind: StepKind::NoAnswer, ..talk() };
        check(nobody, &[("follow_up", "step-follow-up-not-here")]);
        check(Filled { follow_up: None, ..nobody }, &[]);
    }
}
