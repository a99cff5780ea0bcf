//! Words and numbers as pages write them, in the reader's language.

use access::{Role, Zone};
use casework::words::{kind_name, zone_name};
use domain::{Day, Signal, step::StepKind};
use text::{Arg, Language, Message, Rounding, render};

use crate::ui::say;

/// A sentence with arguments.
pub fn tell<const N: usize>(code: &'static str, args: [(&'static str, Arg); N], language: Language) -> String {
    render(&Message { code, args: args.into() }, language)
}

/// A number of things, for a sentence.
pub fn count(number: i64) -> Arg {
    Arg::Count(number)
}

/// A date in a sentence.
pub fn date(day: Day) -> Arg {
    Arg::Date(day.date())
}

/// A day without its year in a sentence.
pub fn day(day: Day) -> Arg {
    Arg::Day(day.date())
}

/// A week in a sentence.
pub fn week(day: Day) -> Arg {
    let number = day.week().number();
    Arg::Weeks { from: number, to: number }
}

/// Words from outside in a sentence.
pub fn words(text: impl Into<String>) -> Arg {
    Arg::Text(text.into())
}

/// `12,5 %`; a dash when there is no whole.
pub fn share(part: i64, whole: i64, language: Language) -> String {
    let percent = Arg::Percent { part, whole, rounding: Rounding::Whole };
    tell("web-share", [("share", percent)], language)
}

/// `fredag 20 november (v. 47)`.
pub fn long_day(at: Day, language: Language) -> String {
    const WEEKDAYS: [&str; 7] =
        ["web-day-1", "web-day-2", "web-day-3", "web-day-4", "web-day-5", "web-day-6", "web-day-7"];
    let weekday = WEEKDAYS.get(usize::from(at.weekday()).saturating_sub(1)).copied().unwrap_or("web-day-1");
    tell("web-long-day", [("weekday", Arg::Code(weekday)), ("day", day(at)), ("week", week(at))], language)
}

/// A grade level: `årskurs 7`, `förskoleklass`.
pub fn level(level: u8, language: Language) -> String {
    tell("web-level", [("level", count(level.into()))], language)
}

/// The short name of a signal, for chips.
pub fn short(signal: Signal, language: Language) -> String {
    const CODES: [&str; 13] = [
        "signal-s01-short",
        "signal-s02-short",
        "signal-s03-short",
        "signal-s04-short",
        "signal-s05-short",
        "signal-s06-short",
        "signal-s07-short",
        "signal-s08-short",
        "signal-s09-short",
        "signal-s10-short",
        "signal-s11-short",
        "signal-s12a-short",
        "signal-s12b-short",
    ];
    say(CODES.get(signal.index()).copied().unwrap_or_default(), language)
}

/// The name of a signal.
pub fn name(signal: Signal, language: Language) -> String {
    const CODES: [&str; 13] = [
        "signal-s01-name",
        "signal-s02-name",
        "signal-s03-name",
        "signal-s04-name",
        "signal-s05-name",
        "signal-s06-name",
        "signal-s07-name",
        "signal-s08-name",
        "signal-s09-name",
        "signal-s10-name",
        "signal-s11-name",
        "signal-s12a-name",
        "signal-s12b-name",
    ];
    say(CODES.get(signal.index()).copied().unwrap_or_default(), language)
}

/// What a kind of step is called in lists and headings.
pub fn step(kind: StepKind, language: Language) -> String {
    say(kind_name(kind), language)
}

/// What a zone is called on a tag.
pub fn zone(zone: Zone, language: Language) -> String {
    say(zone_name(zone), language)
}

/// What somebody works as.
pub fn role(role: Role, language: Language) -> String {
    say(
        match role {
            Role::Mentor => "web-role-mentor",
            Role::SchoolCounsellor => "web-role-school-counsellor",
            Role::SpecialEducator => "web-role-special-educator",
            Role::SchoolNurse => "web-role-school-nurse",
            Role::HeadTeacher => "web-role-head-teacher",
            Role::Coordinator => "web-role-coordinator",
            Role::Administrator => "web-role-administrator",
            Role::ProtectedDataOfficer => "web-role-protected-data-officer",
            Role::RecordsManager => "web-role-records-manager",
            Role::AccessReviewer => "web-role-access-reviewer",
            Role::SchoolSocialWorker => "web-role-school-social-worker",
            Role::FamilyTherapist => "web-role-family-therapist",
            Role::UnitManager => "web-role-unit-manager",
            Role::LeadGroup => "web-role-lead-group",
        },
        language,
    )
}
