//! What the sentences say, after the templates of the method (section 1.4).

use jiff::civil::date;
use text::{Arg, Language, Message, Rounding, render, render_all};

/// Compares with ordinary spaces in place of no-break ones, so that the expected text can be read.
#[track_caller]
fn check(message: &Message, swedish: &str, english: &str) {
    assert_eq!(render(message, Language::Swedish).replace('\u{a0}', " "), swedish);
    assert_eq!(render(message, Language::English).replace('\u{a0}', " "), english);
}

fn percent(part: i64, whole: i64) -> Arg {
    Arg::Percent { part, whole, rounding: Rounding::Whole }
}

#[test]
fn the_level_so_far_in_the_term() {
    // 62 of 362 hours is 17.1 %
    let level = Message::new("explain-s01")
        .with("rate", Arg::rate(62 * 60, 362 * 60, &[15]))
        .with("term", Arg::Code("term-autumn"))
        .with("absent", Arg::Hours(62 * 60))
        .with("reported", Arg::Hours(362 * 60));
    check(
        &level,
        "Frånvaro 17 % hittills i höst: 62 av 362 rapporterade timmar.",
        "Absence 17% so far this autumn: 62 of 362 reported hours.",
    );
    let peers = Message::new("explain-s01-peers").with("grade", Arg::Count(7)).with("rate", percent(8, 100));
    check(&peers, "Årskurs 7 på skolan: 8 %.", "Grade 7 at the school: 8%.");
    assert!(render_all(&[level, peers], Language::Swedish).contains("timmar. Årskurs"));
}

#[test]
fn the_basis_gives_split_coverage_and_bounds() {
    let basis = Message::new("explain-basis")
        .with("valid", percent(14, 100))
        .with("invalid", percent(3, 100))
        .with("reported", percent(94, 100))
        .with("low", Arg::lower_bound(161, 1_000))
        .with("high", Arg::upper_bound(220, 1_000, &[15]));
    check(
        &basis,
        "Giltig 14 %, ogiltig 3 %. 94 % av elevens egna schemalagda tid är rapporterad; vad det orapporterade än \
         rymmer ligger frånvaron mellan 16 % och 22 %.",
        "Valid 14%, invalid 3%. 94% of the pupil's own scheduled time is reported; whatever the unreported time \
         holds, the absence lies between 16% and 22%.",
    );
}

#[test]
fn days_in_a_row() {
    let run =
        |days| Message::new("explain-s05").with("days", Arg::Count(days)).with("from", Arg::Day(date(2025, 11, 14)));
    check(
        &run(11),
        "Helt borta 11 skoldagar i rad sedan 14 november.",
        "Away all day for 11 school days in a row since 14 November.",
    );
    check(&run(1), "Helt borta 1 skoldag, 14 november.", "Away all day for 1 school day, 14 November.");
    let unknown = Message::new("explain-s05-unknown").with("days", Arg::Count(2));
    check(&unknown, "2 dagar utan rapportering räknas inte.", "2 days without reports are not counted.");
}

#[test]
fn one_weekday_against_the_others() {
    let fridays = Message::new("explain-s08")
        .with("missed", Arg::Count(5))
        .with("days", Arg::Count(12))
        .with("weekday", Arg::Code("weekday-5"))
        .with("other-missed", Arg::Count(4))
        .with("other-days", Arg::Count(50))
        .with("weeks", Arg::Count(15));
    check(
        &fridays,
        "Borta minst en fjärdedel av dagen 5 av 12 fredagar men 4 av 50 andra skoldagar, under de senaste 15 \
         skolveckorna.",
        "Away for at least a quarter of the day on 5 of 12 Fridays but on 4 of 50 other school days, in the last 15 \
         school weeks.",
    );
}

#[test]
fn worsening_beside_others_of_the_same_stage() {
    let own = Message::new("explain-s10")
        .with("base", percent(4, 100))
        .with("base-weeks", Arg::Weeks { from: 36, to: 43 })
        .with("now", percent(19, 100))
        .with("now-weeks", Arg::Weeks { from: 45, to: 49 });
    check(
        &own,
        "Frånvaron har gått från 4 % (v. 36–43) till 19 % (v. 45–49).",
        "The absence has gone from 4% (weeks 36–43) to 19% (weeks 45–49).",
    );
    let peers = Message::new("explain-s10-peers")
        .with("stage", Arg::Code("stage-high"))
        .with("base", percent(8, 100))
        .with("now", percent(9, 100));
    check(
        &peers,
        "Andra i årskurs 7–9 gick från 8 % till 9 % under samma veckor.",
        "Others in grades 7–9 went from 8% to 9% in the same weeks.",
    );
}

#[test]
fn a_short_timetable_is_a_question_about_a_decision() {
    let short = |grade| {
        Message::new("explain-s12b")
            .with("own", Arg::Hours(40 * 60))
            .with("median", Arg::Hours(100 * 60))
            .with("share", percent(40, 100))
            .with("grade", Arg::Count(grade))
            .with("peers", Arg::Count(52))
    };
    check(
        &short(8),
        "40 schemalagda timmar på skolans senaste fyra veckor: 40 % av medianen, 100 timmar, bland 52 elever i årskurs \
         8 på skolan. Finns det ett beslut om anpassad studiegång eller något annat som gör schemat kortare?",
        "40 scheduled hours in the school's last four weeks: 40% of the median, 100 hours, among 52 pupils in grade 8 \
         at the school. Is there a decision on an adapted study programme, or something else that makes the timetable \
         shorter?",
    );
    assert!(render(&short(0), Language::Swedish).contains("52 elever i förskoleklassen på skolan"));
}

#[test]
fn a_bad_row_tells_where_it_stands_and_what_to_do() {
    let line = Message::new("bad-row-line")
        .with("file", Arg::Text("lessons.csv".to_owned()))
        .with("row", Arg::Count(12_345))
        .with("column", Arg::Text("date".to_owned()))
        .with("remedy", Arg::Code("bad-row-not-a-date"));
    check(
        &line,
        "lessons.csv, rad 12 345, kolumn date: Skriv datumet så här: 2026-11-22.",
        "lessons.csv, row 12,345, column date: Write the date like this: 2026-11-22.",
    );
}

#[test]
fn what_does_not_exist_is_shown_in_brackets() {
    check(&Message::new("no-such-code"), "[no-such-code]", "[no-such-code]");
    let inner = Message::new("explain-s10-peers")
        .with("stage", Arg::Code("no-such-stage"))
        .with("base", percent(1, 10))
        .with("now", percent(1, 10));
    assert!(render(&inner, Language::Swedish).contains("[no-such-stage]"));
}

#[test]
fn languages_have_codes() {
    assert_eq!(Language::ALL.map(|language| Language::from_code(language.code())), Language::ALL.map(Some));
    assert_eq!(Language::from_code("no"), None);
}
