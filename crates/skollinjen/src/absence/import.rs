//! `skollinjen absence import`: the two canonical files into a history, shown before it happens.

use std::path::{Path, PathBuf};

use absence::canonical::{Against, BadRows, Lessons, Roster, read_lessons, read_pupils};
use absence::columns::Subjects;
use absence::history::change::Cover;
use absence::history::held::{BAD_PERCENT, Held, bad_roster, bad_rows};
use absence::history::import::{Done, Plan};
use absence::history::{History, Spool};
use domain::Day;
use domain::bad_row::{BadRow, File, Problem};
use text::{Arg, Language, Message};

use super::lists::Lists;
use super::progress::counter;
use super::terms::{TermArg, forwards};
use crate::clock::today;
use crate::method::MethodArgs;
use crate::say::say;

/// Bad rows that are printed; the rest are counted.
const SHOWN: usize = 20;

/// What to import and where.
#[derive(clap::Args)]
pub struct Args {
    /// The `pupils` file, .csv or .parquet.
    pupils: PathBuf,
    /// The `lessons` file, .csv or .parquet.
    lessons: PathBuf,
    /// The folder of the history.
    #[arg(long, value_name = "FOLDER")]
    history: PathBuf,
    /// Only this school.
    #[arg(long, value_name = "CODE")]
    school: Option<i32>,
    /// First day of the window that is replaced; default each school's first date in the file.
    #[arg(long, value_name = "DATE", value_parser = crate::days::day)]
    from: Option<Day>,
    /// Last day of the window that is replaced; default each school's last date in the file.
    #[arg(long, value_name = "DATE", value_parser = crate::days::day)]
    to: Option<Day>,
    /// The file does not hold all pupils: hold the import for a person.
    #[arg(long)]
    partial: bool,
    /// Import although the import was held.
    #[arg(long)]
    confirm: bool,
    /// Show what would happen and stop.
    #[arg(long)]
    dry_run: bool,
    /// Tell how many pupils are new on the lists on this day, and how many have left them.
    #[arg(long, value_name = "DATE", requires = "term", value_parser = crate::days::day)]
    as_of: Option<Day>,
    /// A term of the school year, as START..END; may be given more than once.
    #[arg(long, value_name = "START..END")]
    term: Vec<TermArg>,
    #[command(flatten)]
    method: MethodArgs,
}

/// Imports the files.
pub fn run(args: &Args, language: Language) -> anyhow::Result<()> {
    if let (Some(from), Some(to)) = (args.from, args.to) {
        forwards(from, to)?;
    }
    let subjects = Subjects::default();
    let cover = Cover { school: args.school, from: args.from, to: args.to };
    let history = History::open(&args.history)?;
    let spool = Spool::on_disk(&history.incoming(&crate::ids::new().to_string()), cover)?;
    let (roster, bad_pupils, lessons) = read(&args.pupils, &args.lessons, &subjects, &spool, language)?;
    let mut plan = history.plan(spool.changes(), roster.protected(), &subjects)?;
    plan.held.extend(args.partial.then_some(Held::Partial));
    plan.held.extend(bad_rows(File::Lessons, lessons.bad.count, lessons.rows, BAD_PERCENT));
    plan.held.extend(bad_roster(&roster, &bad_pupils, BAD_PERCENT));
    show(&plan, language);
    if !plan.held.is_empty() && !args.confirm {
        say(&Message::new("import-held"), language);
        plan.held.iter().for_each(|held| say(&held.message(), language));
    }
    if args.dry_run {
        return Ok(());
    }
    if let Some(held) = plan.held.iter().find(|held| held.is_final()) {
        return Err(absence::Failure::Refused(held.message()).into());
    }
    if !plan.held.is_empty() && !args.confirm {
        return Err(absence::Failure::Refused(Message::new("import-held-confirm")).into());
    }
    let lists = args
        .as_of
        .map(|as_of| Lists::before(&history, as_of, roster.protected(), &args.term, &args.method))
        .transpose()?;
    say_done(&plan, &history.import(&plan, &subjects, today())?, language);
    if let Some(lists) = lists {
        lists.say_changes(&history, language)?;
    }
    Ok(())
}

/// Reads both files and says what could not be read.
pub fn read(
    pupils: &Path,
    lessons: &Path,
    subjects: &Subjects,
    spool: &Spool,
    language: Language,
) -> absence::Result<(Roster, BadRows, Lessons)> {
    let (roster, bad_pupils) = read_pupils(pupils)?;
    let rows = counter("");
    let against = Against { roster: &roster, subjects, spool };
    let lessons = read_lessons(lessons, against, &mut |read| rows.set_position(read))?;
    rows.finish_and_clear();
    say_bad(&bad_pupils, language);
    say_bad(&lessons.bad, language);
    let count = |n: u64| Arg::Count(i64::try_from(n).unwrap_or(i64::MAX));
    let read = Message::new("import-read").with("rows", count(lessons.rows));
    let read = read.with("cancelled", count(lessons.cancelled)).with("elsewhere", count(lessons.elsewhere));
    say(&read.with("outside", count(spool.outside())), language);
    Ok((roster, bad_pupils, lessons))
}

/// Says which rows could not be read, and what to do.
pub fn say_bad(bad: &BadRows, language: Language) {
    let count = |n: u64| Arg::Count(i64::try_from(n).unwrap_or(i64::MAX));
    if bad.count == 0 {
        return;
    }
    say(&Message::new("import-bad").with("count", count(bad.count)), language);
    for row in bad.first.iter().take(SHOWN) {
        say(&bad_row(row), language);
    }
    let more = bad.count.saturating_sub(SHOWN as u64);
    if more > 0 {
        say(&Message::new("import-bad-more").with("count", count(more)), language);
    }
}

fn bad_row(row: &BadRow) -> Message {
    let (file, problem): (File, Problem) = (row.file, row.problem);
    Message::new("bad-row-line")
        .with("file", Arg::Text(file.code().to_owned()))
        .with("row", Arg::Count(i64::try_from(row.row).unwrap_or(i64::MAX)))
        .with("column", Arg::Text(row.column.to_owned()))
        .with("remedy", Arg::Code(problem.code()))
}

fn show(plan: &Plan, language: Language) {
    let count = |n: usize| Arg::Count(i64::try_from(n).unwrap_or(i64::MAX));
    for school in &plan.schools {
        let change = &school.change;
        let line = Message::new("import-school")
            .with("school", Arg::Text(change.slot.school.to_string()))
            .with("from", Arg::Date(change.window.from.date()))
            .with("to", Arg::Date(change.window.to.date()))
            .with("before", count(school.compared.before.rows))
            .with("after", count(school.compared.after.rows));
        say(&line, language);
    }
}

fn say_done(plan: &Plan, done: &Done, language: Language) {
    let message = match (plan.schools.is_empty(), done.changed) {
        (true, 0) => Message::new("import-nothing"),
        (false, 0) => Message::new("import-unchanged"),
        (_, changed) => Message::new("import-done")
            .with("changed", Arg::Count(i64::try_from(changed).unwrap_or(i64::MAX)))
            .with("version", Arg::Count(i64::try_from(done.version).unwrap_or(i64::MAX))),
    };
    say(&message, language);
}
