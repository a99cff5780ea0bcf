//! What to ask a school about, in sentences: on the page, on the school's own page and on the call list.

use casework::view::quality::{Asks, Without};
use domain::Week;
use maud::{Markup, html};
use text::{Arg, Language};

use crate::{
    ui,
    words::{self, count, tell},
};

/// Names of classes that a sentence has room for.
const NAMES: usize = 8;

/// Everything there is to ask, the heaviest first. A class is told by name, a pupil never.
pub(crate) fn sentences(asks: &Asks, language: Language) -> Vec<String> {
    let mut all = Vec::new();
    if asks.no_lessons {
        all.push(ui::say("web-quality-ask-none", language));
    }
    if !asks.weeks.is_empty() {
        let args = [("missing", count(asks.missing)), ("weeks", words::words(weeks(&asks.weeks, language)))];
        all.push(tell("web-quality-ask-missing", args, language));
        if asks.silent > 0 {
            all.push(tell("web-quality-ask-silent", [("lessons", count(asks.silent))], language));
        }
        if asks.all_classes {
            all.push(ui::say("web-quality-ask-all-classes", language));
        } else if !asks.classes.is_empty() {
            let names = [("classes", words::words(names(&asks.classes, language)))];
            all.push(tell("web-quality-ask-classes", names, language));
        }
    }
    all.extend(timetables(&asks.without_timetable, language));
    let pupils = [
        (asks.without_rows, "web-quality-ask-without-rows"),
        (asks.stopped, "web-quality-ask-stopped"),
        (asks.shorter, "web-quality-ask-shorter"),
    ];
    for (few, code) in pupils {
        if few != Some(0) {
            all.push(tell(code, [("pupils", words::words(number(few, language)))], language));
        }
    }
    all
}

/// The same as lines.
pub(crate) fn lines(asks: &Asks, language: Language) -> Markup {
    ui::lines(sentences(asks, language).into_iter().map(|sentence| html! { (sentence) }).collect())
}

/// Classes without lessons: those of the same weeks together.
fn timetables(without: &[Without], language: Language) -> Vec<String> {
    let mut told: Vec<(&[Week], Vec<String>)> = Vec::new();
    for it in without {
        match told.iter_mut().find(|(weeks, _)| *weeks == it.weeks) {
            Some((_, classes)) => classes.push(it.class.clone()),
            None => told.push((&it.weeks, vec![it.class.clone()])),
        }
    }
    let sentence = |(of, classes): (&[Week], Vec<String>)| {
        let args = [("classes", words::words(names(&classes, language))), ("weeks", words::words(weeks(of, language)))];
        tell("web-quality-ask-timetable", args, language)
    };
    told.into_iter().map(sentence).collect()
}

fn names(classes: &[String], language: Language) -> String {
    let shown = classes.iter().take(NAMES).cloned().collect::<Vec<_>>().join(", ");
    match classes.len().checked_sub(NAMES) {
        None | Some(0) => shown,
        Some(more) => {
            let more = i64::try_from(more).unwrap_or(i64::MAX);
            tell("web-quality-more", [("names", words::words(shown)), ("more", count(more))], language)
        }
    }
}

/// A number of pupils; one to four are not told apart.
pub(crate) fn number(few: Option<i64>, language: Language) -> String {
    few.map_or_else(|| ui::say("web-few", language), |pupils| tell("web-number", [("number", count(pupils))], language))
}

/// Weeks as people say them: those that follow on each other together.
pub(crate) fn weeks(weeks: &[Week], language: Language) -> String {
    let runs = weeks.chunk_by(|a, b| a.0 + 1 == b.0);
    let run = |run: &[Week]| {
        let (from, to) = (run.first().map_or(0, |it| it.number()), run.last().map_or(0, |it| it.number()));
        tell("web-line-week", [("week", Arg::Weeks { from, to })], language)
    };
    runs.map(run).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use domain::Day;

    use super::*;

    #[test]
    fn weeks_that_follow_on_each_other_are_told_together() {
        let of = |date: &str| date.parse::<Day>().unwrap().week();
        let all = ["2026-10-19", "2026-11-02", "2026-11-09", "2026-11-16"].map(of);
        assert_eq!(weeks(&all, Language::Swedish), "v.\u{a0}43, v.\u{a0}45–47");
        assert_eq!(weeks(&[], Language::Swedish), "");
    }

    #[test]
    fn a_school_with_nothing_to_ask_has_no_sentences() {
        let none =
            Asks { without_rows: Some(0), unreported: Some(0), shorter: Some(0), stopped: Some(0), ..Asks::default() };
        assert_eq!(sentences(&none, Language::Swedish), Vec::<String>::new());
        let one = Asks { shorter: None, ..none };
        assert!(sentences(&one, Language::Swedish).concat().contains("1–4"));
    }
}
