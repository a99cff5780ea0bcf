//! The school line of a pupil: from the weeks that the view gives to the drawing, its words and the table under it.

use casework::view::pupil::{LineWeek, PupilPage};
use charts::{Kind, Mark, Palette, Peers, Reduced, SchoolLine, Shape, Week, Words, school_line};
use domain::{Answer, Day, SchoolYear, Week as WeekNumber};
use maud::{Markup, html};
use text::{Arg, Language};

use crate::{
    session::Visit,
    ui::{self, Column, Table},
    words::{self, share, tell},
};

/// The first and the last week of the summer, by number. A week between them without lessons is not drawn.
const SUMMER: (u8, u8) = (25, 33);
/// The last week of a school year as it is drawn.
const END: u8 = 24;

const MONTHS: [&str; 12] = [
    "web-month-1",
    "web-month-2",
    "web-month-3",
    "web-month-4",
    "web-month-5",
    "web-month-6",
    "web-month-7",
    "web-month-8",
    "web-month-9",
    "web-month-10",
    "web-month-11",
    "web-month-12",
];

/// The line, in both shapes, and its numbers; nothing before there are any.
pub(crate) fn figure(visit: &Visit, pupil: &PupilPage) -> Markup {
    if !pupil.line.weeks.iter().any(|week| week.scheduled > 0) {
        return html! {};
    }
    let language = visit.language();
    let words = Said::new(visit, pupil);
    let line = drawn(pupil, &words, language);
    let chart =
        ui::both(school_line(&line, &Palette::WEB, Shape::Wide), school_line(&line, &Palette::WEB, Shape::Narrow));
    let headings = headings(visit);
    let [first, rest @ ..] = &headings;
    let numbers = Table {
        caption: &visit.say("web-line-numbers"),
        columns: &std::iter::once(Column::words(first))
            .chain(rest.iter().map(|it| Column::numbers(it)))
            .collect::<Vec<_>>(),
        rows: numbers(visit, pupil),
        cards: false,
    };
    ui::section(&visit.say("web-line"), ui::figure(&words.description, chart, &numbers, language))
}

/// The line alone, for one screen: its words and its numbers stand on the pupil's page.
pub(crate) fn compact(visit: &Visit, pupil: &PupilPage) -> Markup {
    if !pupil.line.weeks.iter().any(|week| week.scheduled > 0) {
        return html! {};
    }
    let words = Said::new(visit, pupil);
    let line = drawn(pupil, &words, visit.language());
    let wide = school_line(&line, &Palette::WEB, Shape::Wide);
    ui::plain_figure(&words.description, ui::both(wide, school_line(&line, &Palette::WEB, Shape::Narrow)))
}

/// The words of the drawing.
struct Said {
    title: String,
    description: String,
    legend: [String; 7],
    axis: [String; 5],
}

impl Said {
    fn new(visit: &Visit, pupil: &PupilPage) -> Said {
        let language = visit.language();
        let legend = [
            "web-line-valid",
            "web-line-invalid",
            "web-line-late",
            "web-line-unreported",
            "web-line-peers",
            "web-line-signal",
            "web-line-step",
        ];
        Said {
            title: tell("web-line-title", [("name", words::words(&pupil.name))], language),
            description: finding(pupil, language),
            legend: legend.map(|code| visit.say(code)),
            axis: [0, 25, 50, 75, 100].map(|percent| share(percent, 100, language)),
        }
    }
}

/// What the line shows, in words: the term so far, and the latest weeks beside those before. Of the reported time, as
/// the signals count.
fn finding(pupil: &PupilPage, language: Language) -> String {
    let reported: Vec<&LineWeek> = pupil.line.weeks.iter().rev().filter(|week| week.reported > 0).collect();
    let of = |weeks: &[&LineWeek]| {
        let absent: i64 = weeks.iter().map(|it| it.valid + it.invalid + it.late).sum();
        words::words(share(absent, weeks.iter().map(|it| it.reported).sum(), language))
    };
    let term: Vec<&LineWeek> = reported.iter().copied().filter(|it| in_term(it.week, pupil.as_of)).collect();
    let (now, rest) = reported.split_at(reported.len().min(4));
    let before = rest.get(..4).unwrap_or_default();
    if term.is_empty() || before.is_empty() {
        return tell("web-line-finding-short", [("term", of(&term))], language);
    }
    tell("web-line-finding", [("term", of(&term)), ("now", of(now)), ("before", of(before))], language)
}

/// Whether a week lies in the same half of the school year as the figures.
fn in_term(week: WeekNumber, as_of: Option<Day>) -> bool {
    let half = |day: Day| (SchoolYear::of(day), day.date().month() >= 7);
    as_of.is_some_and(|day| half(day) == half(week.friday()))
}

/// Weeks that are drawn: with lessons, or in a term.
fn shown(week: &LineWeek) -> bool {
    let number = week.week.number();
    week.scheduled > 0 || number < SUMMER.0 || number > SUMMER.1
}

/// The school year that a week belongs to, by its Thursday.
fn year(week: WeekNumber) -> SchoolYear {
    SchoolYear::of(week.monday().plus(3))
}

fn drawn<'a>(pupil: &'a PupilPage, words: &'a Said, language: Language) -> SchoolLine<'a> {
    let known: Vec<&LineWeek> = pupil.line.weeks.iter().filter(|week| shown(week)).collect();
    let last = known.last().map(|week| week.week);
    let to_come = last.into_iter().flat_map(rest_of_year);
    let numbers: Vec<WeekNumber> = known.iter().map(|week| week.week).chain(to_come).collect();
    let mut before = None;
    let weeks = numbers.iter().enumerate().map(|(place, number)| {
        let week = drawn_week(*number, known.get(place).copied(), before, language);
        before = Some(*number);
        week
    });
    let weeks: Vec<Week> = weeks.collect();
    let place = |day: Day| numbers.iter().position(|week| *week == day.week());
    let mark = |day: Day, label: String| place(day).map(|week| Mark { week, label });
    let fires = pupil.signals.iter().filter(|told| told.answer == Answer::Yes && told.signal.about_pupil());
    let [valid, invalid, late, unreported, peers, signal, step] = words.legend.each_ref().map(String::as_str);
    SchoolLine {
        id: "skollinje",
        title: &words.title,
        description: &words.description,
        peers: known.iter().map(|week| week.peers.map(|(low, mid, high)| Peers { low, mid, high })).collect(),
        signals: sorted(fires.filter_map(|told| mark(told.since?, words::short(told.signal, language)))),
        steps: sorted(pupil.steps.iter().filter_map(|done| {
            let kind = done.content.as_ref().filter(|it| it.retracted.is_none()).and_then(|it| it.kind);
            mark(done.day, kind.map_or_else(|| step.to_owned(), |kind| words::step(kind, language)))
        })),
        moves: sorted(pupil.line.moves.iter().filter_map(|(day, school)| mark(*day, school.clone()))),
        reduced: pupil
            .line
            .reduced
            .iter()
            .filter_map(|(from, to)| {
                let end = to.and_then(place).or_else(|| known.len().checked_sub(1))?;
                Some(Reduced { from: place(*from)?, to: end, label: ui::say("web-line-reduced", language) })
            })
            .collect(),
        words: Words {
            valid,
            invalid,
            late,
            unreported,
            peers,
            signal,
            step,
            axis: words.axis.each_ref().map(String::as_str),
        },
        weeks,
    }
}

fn sorted(marks: impl Iterator<Item = Mark>) -> Vec<Mark> {
    let mut marks: Vec<Mark> = marks.collect();
    marks.sort_by_key(|mark| mark.week);
    marks
}

/// The weeks after this one until its school year ends.
fn rest_of_year(last: WeekNumber) -> impl Iterator<Item = WeekNumber> {
    let this = year(last);
    (1..=53).map(move |later| WeekNumber(last.0 + later)).take_while(move |week| {
        let number = week.number();
        year(*week) == this && (number <= END || number > SUMMER.1)
    })
}

fn drawn_week(number: WeekNumber, known: Option<&LineWeek>, before: Option<WeekNumber>, language: Language) -> Week {
    let month = |week: WeekNumber| week.monday().plus(3).date().month();
    let new_year = before.is_none_or(|it| year(it) != year(number));
    let new_month = new_year || before.is_none_or(|it| month(it) != month(number));
    let at = Arg::Weeks { from: number.number(), to: number.number() };
    let name = tell("web-line-week", [("week", at.clone())], language);
    let absent = known.map_or(0, |it| it.valid + it.invalid + it.late);
    let reported = known.map_or(0, |it| it.reported);
    let says = [("week", at), ("share", words::words(share(absent, reported, language)))];
    Week {
        says: if reported > 0 { tell("web-line-says", says, language) } else { String::new() },
        label: name,
        kind: kind(known, number, language),
        scheduled: known.map_or(0, |it| it.scheduled),
        reported,
        valid: known.map_or(0, |it| it.valid),
        invalid: known.map_or(0, |it| it.invalid),
        late: known.map_or(0, |it| it.late),
        month_start: new_month.then(|| month_name(month(number), language)),
        year_start: new_year.then(|| year_name(year(number), language)),
    }
}

fn kind(known: Option<&LineWeek>, number: WeekNumber, language: Language) -> Kind {
    match known {
        Some(week) if week.scheduled > 0 => Kind::School,
        Some(LineWeek { holiday: Some(name), .. }) => Kind::Holiday { name: name.clone() },
        // Between the terms, where the calendar names no break.
        Some(_) if number.number() >= 52 || number.number() == 1 => {
            Kind::Holiday { name: ui::say("web-line-christmas", language) }
        }
        _ => Kind::None,
    }
}

fn month_name(month: i8, language: Language) -> String {
    let code = usize::try_from(month - 1).ok().and_then(|at| MONTHS.get(at));
    code.map(|code| ui::say(code, language)).unwrap_or_default()
}

fn year_name(year: SchoolYear, language: Language) -> String {
    let end = format!("{:02}", (i32::from(year.0) + 1).rem_euclid(100));
    tell("web-line-year", [("start", words::words(year.0.to_string())), ("end", words::words(end))], language)
}

fn headings(visit: &Visit) -> [String; 7] {
    [
        "web-line-col-week",
        "web-line-col-scheduled",
        "web-line-unreported",
        "web-line-valid",
        "web-line-invalid",
        "web-line-late",
        "web-line-col-peers",
    ]
    .map(|code| visit.say(code))
}

/// The numbers, the latest week first.
fn numbers(visit: &Visit, pupil: &PupilPage) -> Vec<Vec<Markup>> {
    let language = visit.language();
    let cell = |part, whole| html! { (share(part, whole, language)) };
    let row = |week: &LineWeek| {
        let number = week.week.number();
        vec![
            html! { (week.week.monday().date().year()) " " (tell("web-line-week", [("week", Arg::Weeks { from: number, to: number })], language)) },
            html! { (tell("web-line-hours", [("hours", Arg::Hours(week.scheduled))], language)) },
            cell(week.scheduled - week.reported, week.scheduled),
            cell(week.valid, week.reported),
            cell(week.invalid, week.reported),
            cell(week.late, week.reported),
            html! { @if let Some((_, mid, _)) = week.peers { (share(mid, 1_000, language)) } @else { "–" } },
        ]
    };
    pupil.line.weeks.iter().rev().filter(|week| week.scheduled > 0).map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_styles_hold_the_colours_of_the_drawing() {
        assert_eq!(include_str!("../../css/80-line.css"), charts::css());
    }

    #[test]
    fn a_school_year_is_drawn_from_august_to_june() {
        let monday: Day = "2026-11-16".parse().unwrap();
        let rest: Vec<u8> = rest_of_year(monday.week()).map(WeekNumber::number).collect();
        assert_eq!((rest.first(), rest.last(), rest.len()), (Some(&48), Some(&24), 30));
        assert_eq!(rest_of_year("2026-06-08".parse::<Day>().unwrap().week()).count(), 0);
    }
}
