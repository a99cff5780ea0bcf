//! `skollinjen absence list`: a work list of a history in the terminal, with explanations and school lines.

use std::path::PathBuf;

use absence::Failure;
use absence::canonical::{Roster, read_pupils};
use absence::history::History;
use absence::history::held::{BAD_PERCENT, bad_roster};
use absence::overview::worklist::{First, Line, firing, lines};
use absence::overview::{Overview, weeks};
use absence::scan::Question;
use domain::{Day, SchoolYear, Signal};
use pack::{Pack, Thresholds, WorkList};
use text::{Arg, Language, Message, render, render_all};

use super::import::say_bad;
use super::terms::{TermArg, question};
use crate::drawing::{school_line, wrapped};
use crate::method::MethodArgs;
use crate::say::{in_language, line, say};

/// Which history and which list.
#[derive(clap::Args)]
pub struct Args {
    /// The folder of the history.
    #[arg(long, value_name = "FOLDER")]
    history: PathBuf,
    /// The `pupils` file, for names, classes and decisions on reduced timetables.
    #[arg(long, value_name = "FILE")]
    pupils: PathBuf,
    /// The day to answer for; later rows count as plan only.
    #[arg(long, value_name = "DATE", value_parser = crate::days::day)]
    as_of: Day,
    /// A term of the school year, as START..END; may be given more than once.
    #[arg(long, value_name = "START..END")]
    term: Vec<TermArg>,
    /// The list: `team` or `school`.
    #[arg(long, default_value = "team")]
    list: String,
    /// Only this school.
    #[arg(long, value_name = "CODE")]
    school: Option<i32>,
    /// How many pupils to show.
    #[arg(long, default_value_t = 20)]
    top: usize,
    /// Instead of a list: the questions to the head teacher about the data, class by class.
    #[arg(long, conflicts_with = "list")]
    reporting: bool,
    #[command(flatten)]
    method: MethodArgs,
}

/// What a printed list is made from.
pub struct Shown<'a> {
    /// All pupils.
    pub overview: &'a Overview,
    /// Names, classes and decisions.
    pub roster: &'a Roster,
    /// The method pack.
    pub pack: &'a Pack,
    /// The thresholds.
    pub thresholds: &'a Thresholds,
    /// The days answered for.
    pub question: &'a Question,
    /// Only this school.
    pub school: Option<i32>,
    /// How many pupils to show.
    pub top: usize,
}

/// Prints the list.
pub fn run(args: &Args, language: Language) -> anyhow::Result<()> {
    let question = question(args.as_of, &args.term)?;
    let (roster, bad) = read_pupils(&args.pupils)?;
    say_bad(&bad, language);
    if let Some(held) = bad_roster(&roster, &bad, BAD_PERCENT).iter().find(|held| held.is_final()) {
        return Err(Failure::Refused(held.message()).into());
    }
    let (pack, thresholds) = args.method.load(args.as_of)?;
    let history = History::existing(&args.history)?;
    let files = history.files(&history.manifest()?, SchoolYear::of(args.as_of))?;
    let overview = Overview::of(&files, roster.protected(), &question, &thresholds, 2)?;
    let shown = Shown {
        overview: &overview,
        roster: &roster,
        pack: &pack,
        thresholds: &thresholds,
        question: &question,
        school: args.school,
        top: args.top,
    };
    if args.reporting {
        shown.print_reporting(language);
        return Ok(());
    }
    shown.print(&args.list, language)
}

impl Shown<'_> {
    /// Prints a list of the pack by its id.
    pub fn print(&self, id: &str, language: Language) -> anyhow::Result<()> {
        let list = self.pack.list(id).ok_or_else(|| self.unknown(id))?;
        let mut lines = lines(self.overview, list, self.thresholds);
        let known = |pupil: i32| self.roster.on(pupil, self.question.as_of()).is_some();
        lines.retain(|line| self.at_school(line.standing.school) && known(line.standing.pupil));
        let pupils = self.overview.pupils.values().filter(|standing| self.at_school(standing.school));
        say(&heading(list, lines.len(), pupils.clone().count(), language), language);
        for (place, line) in lines.iter().take(self.top).enumerate() {
            self.pupil(place + 1, line, language);
        }
        let more = lines.len().saturating_sub(self.top);
        match (lines.is_empty(), more) {
            (true, _) => say(&Message::new("list-none"), language),
            (false, 0) => {}
            (false, more) => say(&Message::new("list-more").with("count", count(more)), language),
        }
        line("");
        say(&Message::new("line-legend"), language);
        let stale = pupils.clone().filter(|standing| standing.is_stale()).count();
        if stale > 0 {
            say(&Message::new("list-stale").with("count", count(stale)), language);
        }
        let unknown = pupils.clone().filter(|standing| !known(standing.pupil)).count();
        if unknown > 0 {
            say(&Message::new("list-unknown-pupils").with("count", count(unknown)), language);
        }
        let asks = |signal: Signal| pupils.clone().filter(|standing| standing.answer(signal).is_yes()).count();
        let reporting = Message::new("list-reporting").with("reporting", count(asks(Signal::S12a)));
        say(&reporting.with("timetable", count(asks(Signal::S12b))), language);
        say(&Message::new("list-protected"), language);
        say(&Message::new("list-why-ask"), language);
        Ok(())
    }

    fn pupil(&self, place: usize, listed: &Line<'_>, language: Language) {
        let (standing, as_of) = (listed.standing, self.question.as_of());
        let Some(row) = self.roster.on(standing.pupil, as_of) else { return };
        let (name, class) = (row.name.as_str(), row.class.as_str());
        let first = match listed.first {
            First::Mentor => "list-first-mentor",
            First::PupilHealth => "list-first-pupil-health",
        };
        line(&format!("\n{place:>3}. {name}, {class} · {}", render(&Message::new(first), language)));
        let sums = self.overview.sums.get(&standing.pupil).map_or(&[][..], |sums| sums);
        line(&format!("     {}", school_line(&weeks::line(sums, self.school_start(), as_of), language)));
        let reduced = self.roster.reduced_on(standing.pupil, as_of).map(|span| span.from);
        for signal in firing(standing) {
            let explained = standing.explain(signal, self.thresholds, &self.overview.subjects, reduced);
            let since = standing.since.of(signal).map(|day| Arg::Day(day.date()));
            let since = since.map(|day| render(&Message::new("list-since").with("date", day), language));
            let chip = render(&Message::new(short_name(signal)), language);
            let said = render_all(&explained, language);
            line(&wrapped(&format!("[{chip}, {}] {said}", since.unwrap_or_default())));
        }
    }

    /// Whether a school is among those asked for.
    pub fn at_school(&self, school: i32) -> bool {
        self.school.is_none_or(|only| only == school)
    }

    /// The first day that any pupil has lessons.
    fn school_start(&self) -> Day {
        let first = self.overview.sums.values().filter_map(|sums| sums.first()).map(|sum| sum.week.monday()).min();
        first.unwrap_or(self.question.year_start)
    }

    fn unknown(&self, id: &str) -> Failure {
        let known: Vec<&str> = self.pack.lists().iter().map(|list| list.id.as_str()).collect();
        let message = Message::new("list-unknown").with("list", Arg::Text(id.to_owned()));
        Failure::Refused(message.with("known", Arg::Text(known.join(", "))))
    }
}

fn heading(list: &WorkList, listed: usize, pupils: usize, language: Language) -> Message {
    let name = Arg::Text(in_language(&list.name, language).to_owned());
    let heading = Message::new("list-heading").with("name", name);
    heading.with("count", count(listed)).with("pupils", count(pupils))
}

fn count(n: usize) -> Arg {
    Arg::Count(i64::try_from(n).unwrap_or(i64::MAX))
}

/// The code of a signal's chip.
pub fn short_name(signal: Signal) -> &'static str {
    match signal {
        Signal::S01 => "signal-s01-short",
        Signal::S02 => "signal-s02-short",
        Signal::S03 => "signal-s03-short",
        Signal::S04 => "signal-s04-short",
        Signal::S05 => "signal-s05-short",
        Signal::S06 => "signal-s06-short",
        Signal::S07 => "signal-s07-short",
        Signal::S08 => "signal-s08-short",
        Signal::S09 => "signal-s09-short",
        Signal::S10 => "signal-s10-short",
        Signal::S11 => "signal-s11-short",
        Signal::S12a => "signal-s12a-short",
        Signal::S12b => "signal-s12b-short",
    }
}
