//! The picture of what is reported, week by week, with its numbers: of schools, of classes or of subjects.

use casework::view::quality::{ENOUGH, Rate, TOO_LITTLE};
use charts::{Heat, HeatCell, HeatLevel, HeatRow, HeatShape, Palette, heat};
use domain::Week;
use maud::{Markup, html};
use text::{Arg, Language};

use crate::{
    ui::{self, Column, Table},
    words::{self, count, tell},
};

/// Something that reports.
pub(crate) struct Reports<'a> {
    /// Its name.
    pub(crate) name: String,
    /// Where it has a page of its own, if it has.
    pub(crate) href: Option<String>,
    /// Each of the weeks shown.
    pub(crate) weeks: &'a [Option<Rate>],
    /// All of them together.
    pub(crate) total: Rate,
}

/// The picture of `drawn`, which may be some of `all`, over the numbers of all.
pub(crate) fn picture(
    (id, caption, first): (&str, &str, &str),
    weeks: &[Week],
    drawn: &[&Reports<'_>],
    all: &[Reports<'_>],
    language: Language,
) -> Markup {
    let of = Heat {
        id,
        title: caption,
        description: &ui::say("web-quality-picture", language),
        columns: weeks.iter().map(|week| week_name(*week, language)).collect(),
        rows: drawn.iter().map(|it| row(it, weeks, language)).collect(),
        legend: ["web-quality-legend-low", "web-quality-legend-too-little", "web-quality-legend-nothing"]
            .map(|code| ui::say(code, language)),
    };
    let pictures = ui::both(heat(&of, &Palette::WEB, HeatShape::Wide), heat(&of, &Palette::WEB, HeatShape::Narrow));
    let (names, rest) = headings(first, weeks, language);
    let columns: Vec<_> =
        std::iter::once(Column::words(&names)).chain(rest.iter().map(|it| Column::numbers(it))).collect();
    let numbers = Table {
        caption: &ui::say("web-quality-numbers", language),
        columns: &columns,
        rows: all.iter().map(|it| cells(it, language)).collect(),
        cards: false,
    };
    ui::figure(caption, pictures, &numbers, language)
}

/// The numbers alone.
pub(crate) fn numbers(first: &str, caption: &str, weeks: &[Week], all: &[Reports<'_>], language: Language) -> Markup {
    let (names, rest) = headings(first, weeks, language);
    let columns: Vec<_> =
        std::iter::once(Column::words(&names)).chain(rest.iter().map(|it| Column::numbers(it))).collect();
    ui::table(&Table {
        caption,
        columns: &columns,
        rows: all.iter().map(|it| cells(it, language)).collect(),
        cards: false,
    })
}

fn headings(first: &str, weeks: &[Week], language: Language) -> (String, Vec<String>) {
    let weeks = weeks.iter().map(|week| week_name(*week, language));
    let rest = ["web-quality-all-weeks", "web-quality-missing"].map(|code| ui::say(code, language));
    (first.to_owned(), weeks.chain(rest).collect())
}

fn cells(it: &Reports<'_>, language: Language) -> Vec<Markup> {
    let name = match &it.href {
        Some(href) => ui::link(href, &it.name),
        None => html! { (it.name) },
    };
    let rates = it.weeks.iter().map(|rate| match rate {
        Some(rate) => html! { (reported(*rate, language)) },
        None => html! { "–" },
    });
    let missing = tell("web-number", [("number", count(it.total.missing()))], language);
    let last = [html! { (reported(it.total, language)) }, html! { (missing) }];
    std::iter::once(name).chain(rates).chain(last).collect()
}

fn row(it: &Reports<'_>, weeks: &[Week], language: Language) -> HeatRow {
    let cell = |(rate, week): (&Option<Rate>, &Week)| match rate {
        Some(rate) => HeatCell::Known {
            missing: permille(rate.missing(), rate.expected),
            // rounded down, so that no place seems to have reached what it has not
            label: (100 * rate.reported / rate.expected.max(1)).to_string(),
            says: says(it, *week, *rate, language),
            level: level(*rate),
        },
        None => HeatCell::Nothing,
    };
    HeatRow { label: it.name.clone(), cells: it.weeks.iter().zip(weeks).map(cell).collect() }
}

fn level(rate: Rate) -> HeatLevel {
    if rate.is_below(TOO_LITTLE) {
        HeatLevel::TooLittle
    } else if rate.is_below(ENOUGH) {
        HeatLevel::Low
    } else {
        HeatLevel::Fine
    }
}

fn says(it: &Reports<'_>, week: Week, rate: Rate, language: Language) -> String {
    let args = [
        ("name", words::words(&it.name)),
        ("week", Arg::Weeks { from: week.number(), to: week.number() }),
        ("share", words::words(reported(rate, language))),
        ("missing", count(rate.missing())),
    ];
    tell("web-quality-says", args, language)
}

/// The reported share, so rounded that it never seems to have reached a limit that it has not.
pub(crate) fn reported(rate: Rate, language: Language) -> String {
    let share = Arg::rate(rate.reported, rate.expected, &[TOO_LITTLE, ENOUGH, 100]);
    tell("web-share", [("share", share)], language)
}

fn permille(part: i64, whole: i64) -> i64 {
    // what is missing can always be seen
    (1_000 * part / whole.max(1)).max(if part > 0 { 20 } else { 0 })
}

pub(crate) fn week_name(week: Week, language: Language) -> String {
    tell("web-line-week", [("week", Arg::Weeks { from: week.number(), to: week.number() })], language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_judged_at_the_limits() {
        let of = |reported| level(Rate { expected: 1_000, reported, ..Rate::default() });
        let found = [950, 949, 800, 799].map(of);
        assert_eq!(found, [HeatLevel::Fine, HeatLevel::Low, HeatLevel::Low, HeatLevel::TooLittle]);
    }

    #[test]
    fn one_missing_report_can_be_seen_and_is_not_a_hundred_percent() {
        let rate = Rate { expected: 10_000, reported: 9_999, ..Rate::default() };
        assert_eq!(permille(rate.missing(), rate.expected), 20);
        assert_eq!(reported(rate, Language::Swedish), "99,9\u{a0}%");
        assert_eq!(permille(0, 0), 0);
    }
}
