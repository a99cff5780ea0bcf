//! `skollinjen absence demo`: a synthetic school through the whole first walk, from files to a reason to ask.

use std::path::Path;
use std::time::Instant;

use absence::canonical::{Against, Roster, read_lessons, read_pupils};
use absence::columns::Subjects;
use absence::failure::io;
use absence::history::change::Cover;
use absence::history::{History, Spool};
use absence::overview::Overview;
use absence::scan::Question;
use absence::synth::{City, terms};
use domain::{Day, SchoolYear};
use pack::Pack;
use text::{Arg, Language, Message};

use super::list::Shown;
use super::synth::write;
use crate::say::{line, say};

/// The seed of the demo's school.
const SEED: u64 = 7;

/// How much to show.
#[derive(clap::Args)]
pub struct Args {
    /// How many pupils to show on each list.
    #[arg(long, default_value_t = 8)]
    top: usize,
}

/// Makes the school, imports it, scans it and prints its two lists.
pub fn run(args: &Args, language: Language) -> anyhow::Result<()> {
    let started = Instant::now();
    let school = cast::schools::SCHOOLS.first().copied().unwrap_or(cast::schools::INDEPENDENT);
    let code = school.code;
    let as_of = Day::of(cast::clock::DEMO_DAY);
    let year = SchoolYear::of(as_of);
    let folder = tempfile::tempdir().map_err(io(Path::new("/tmp")))?;
    let city = City { pupils: 900, seed: SEED, year, as_of: Some(as_of) };
    write(&city, folder.path(), "parquet", 2)?;

    let subjects = Subjects::default();
    let (roster, _) = read_pupils(&folder.path().join("pupils.parquet"))?;
    let roster = of_school(&roster, &city, code);
    let spool = Spool::in_memory(Cover { school: Some(code), ..Cover::default() });
    let against = Against { roster: &roster, subjects: &subjects, spool: &spool };
    let read = read_lessons(&folder.path().join("lessons.parquet"), against, &mut |_| ())?;
    let rows = usize::try_from(read.taken - spool.outside()).unwrap_or(usize::MAX);
    let history = History::open(&folder.path().join("history"))?;
    let plan = history.plan(spool.changes(), roster.protected(), &subjects)?;
    history.import(&plan, &subjects, as_of)?;
    drop(plan);

    let pack = Pack::embedded()?;
    let question = Question::with_fridays(as_of, terms(year));
    let files = history.files(&history.manifest()?, year)?;
    let thresholds = pack.thresholds_on(as_of)?;
    let overview = Overview::of(&files, roster.protected(), &question, thresholds, 2)?;
    let count = |n: usize| Arg::Count(i64::try_from(n).unwrap_or(i64::MAX));
    let intro = Message::new("demo-intro")
        .with("school", Arg::Text(school.name.to_owned()))
        .with("date", Arg::Date(as_of.date()))
        .with("pupils", count(overview.pupils.len()))
        .with("rows", count(rows))
        .with("seconds", Arg::Tenths(i64::try_from(started.elapsed().as_millis() / 100).unwrap_or(i64::MAX)));
    say(&intro, language);
    let shown = Shown {
        overview: &overview,
        roster: &roster,
        pack: &pack,
        thresholds,
        question: &question,
        school: Some(code),
        top: args.top,
    };
    for list in ["team", "school"] {
        line("");
        shown.print(list, language)?;
    }
    Ok(())
}

/// The roster of the pupils who have been at one school.
fn of_school(roster: &Roster, city: &City, school: i32) -> Roster {
    let rows = city.numbers().flat_map(|pupil| roster.of_pupil(pupil));
    Roster::of(rows.filter(|row| row.school == school).cloned())
}
