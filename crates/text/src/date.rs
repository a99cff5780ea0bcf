//! Days, dates and weeks as each language writes them.

use jiff::civil::Date;

use crate::{message::Language, number::NO_BREAK_SPACE};

const MONTHS_SV: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day without its year: `14 november`, `14 November`.
pub(crate) fn day(date: Date, language: Language) -> String {
    let months = match language {
        Language::Swedish => MONTHS_SV,
        Language::English => MONTHS_EN,
    };
    // A month is 1..=12.
    let month = usize::try_from(date.month() - 1).ok().and_then(|at| months.get(at)).copied().unwrap_or_default();
    format!("{}{NO_BREAK_SPACE}{month}", date.day())
}

/// ISO weeks, both included: `v. 36–43`, `weeks 36–43`; `v. 47`, `week 47` when they are the same.
pub(crate) fn weeks(from: u8, to: u8, language: Language) -> String {
    let word = match (language, from == to) {
        (Language::Swedish, _) => "v.",
        (Language::English, true) => "week",
        (Language::English, false) => "weeks",
    };
    if from == to { format!("{word}{NO_BREAK_SPACE}{from}") } else { format!("{word}{NO_BREAK_SPACE}{from}–{to}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_weeks_read_as_people_write_them() {
        let date = jiff::civil::date(2025, 11, 14);
        assert_eq!(day(date, Language::Swedish), "14\u{a0}november");
        assert_eq!(day(date, Language::English), "14\u{a0}November");
        assert_eq!(day(jiff::civil::date(2026, 1, 1), Language::Swedish), "1\u{a0}januari");
        assert_eq!(day(jiff::civil::date(2026, 12, 31), Language::English), "31\u{a0}December");
        assert_eq!(weeks(36, 43, Language::Swedish), "v.\u{a0}36–43");
        assert_eq!(weeks(36, 43, Language::English), "weeks\u{a0}36–43");
        assert_eq!(weeks(47, 47, Language::Swedish), "v.\u{a0}47");
        assert_eq!(weeks(47, 47, Language::English), "week\u{a0}47");
        assert_eq!(weeks(51, 3, Language::Swedish), "v.\u{a0}51–3");
    }
}
