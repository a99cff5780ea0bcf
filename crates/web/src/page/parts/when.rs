//! A day ahead: a number of school weeks with one click, or a day of one's own.

use domain::Day;
use maud::Markup;
use text::{Arg, Language};

use crate::{
    fields::Fields,
    ui::{self, Choice, Field, OwnDay, Problems},
    words,
};

/// The names of the two fields. `assets/app.js` knows that the second is the first and `_own`.
const NAME: &str = "follow_up";
const DAY: &str = "follow_up_own";
/// The answer that means a day of one's own.
const OWN: &str = "own";

/// The days to choose among: number of school weeks and the day, and the usual one.
#[derive(Clone, Copy)]
pub(in crate::page) struct Days<'a> {
    pub(in crate::page) offered: &'a [(u8, Day)],
    pub(in crate::page) usual: Day,
}

/// The question, with what was chosen before.
pub(in crate::page) fn field(
    label: &str,
    days: Days<'_>,
    typed: &Fields,
    problems: &Problems,
    language: Language,
) -> Markup {
    let words: Vec<(String, String, String)> = days
        .offered
        .iter()
        .map(|(weeks, day)| {
            let label = words::tell("web-step-weeks", [("weeks", words::count((*weeks).into()))], language);
            (day.to_string(), label, short(*day, language))
        })
        .collect();
    let choices: Vec<_> = words.iter().map(|(value, label, hint)| Choice { value, label, hint }).collect();
    let (chosen, own) = chosen(days, typed);
    let own = OwnDay {
        value: OWN,
        label: &ui::say("web-step-own-day", language),
        name: DAY,
        day_label: &ui::say("web-step-own-day-label", language),
        day: &own,
    };
    let field = Field { name: NAME, label, hint: "", error: problems.of(NAME) };
    ui::pills(&field, &choices, &chosen, Some(own))
}

/// What is chosen, and the day of one's own. A day that is not offered is one's own.
fn chosen(days: Days<'_>, typed: &Fields) -> (String, String) {
    let day = typed.day(NAME).unwrap_or(days.usual);
    let own = typed.get(NAME) == OWN;
    if own {
        (OWN.to_owned(), typed.get(DAY).to_owned())
    } else if days.offered.iter().any(|(_, offered)| *offered == day) {
        (day.to_string(), typed.get(DAY).to_owned())
    } else {
        (OWN.to_owned(), day.to_string())
    }
}

/// The day that was chosen, if any; or what is wrong with it.
pub(in crate::page) fn read(typed: &Fields) -> Result<Option<Day>, (&'static str, &'static str)> {
    if typed.get(NAME) == OWN {
        return typed.day(DAY).map(Some).ok_or((NAME, "web-step-own-day-empty"));
    }
    Ok(typed.day(NAME))
}

/// `11 december`.
fn short(day: Day, language: Language) -> String {
    words::tell("web-short-day", [("day", words::day(day))], language)
}

/// `fredag 11 december`.
pub(in crate::page) fn weekday(day: Day, language: Language) -> String {
    const CODES: [&str; 7] =
        ["web-day-1", "web-day-2", "web-day-3", "web-day-4", "web-day-5", "web-day-6", "web-day-7"];
    let code = CODES.get(usize::from(day.weekday()).saturating_sub(1)).copied().unwrap_or("web-day-1");
    words::tell("web-weekday-day", [("weekday", Arg::Code(code)), ("day", words::day(day))], language)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(typed: &[(&str, &str)], expected: (&str, &str)) {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let offered = [(1, day("2026-11-27")), (3, day("2026-12-11"))];
        let days = Days { offered: &offered, usual: day("2026-12-11") };
        let typed = Fields(typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect());
        assert_eq!(chosen(days, &typed), (expected.0.to_owned(), expected.1.to_owned()));
    }

    #[test]
    fn what_was_chosen_stays_chosen() {
        check(&[], ("2026-12-11", ""));
        check(&[(NAME, "2026-11-27")], ("2026-11-27", ""));
        check(&[(NAME, OWN), (DAY, "2027-01-1")], (OWN, "2027-01-1"));
    }

    #[test]
    fn a_day_that_is_no_longer_offered_is_kept_as_ones_own() {
        check(&[(NAME, "2026-12-01")], (OWN, "2026-12-01"));
    }
}
