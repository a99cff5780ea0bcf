//! What is told of the files of an import: how many rows were understood, and which were not. Never a value.

use casework::verb::import::told::{Told, ToldFile, ToldRow};
use text::{Arg, Language, Message, render};

use crate::say::{line, say};

/// Bad rows of a file that are shown; the rest are counted.
const SHOWN: usize = 20;

/// Says what there is to tell of each file.
pub fn files(told: &Told, language: Language) {
    told.files.iter().for_each(|it| file(it, language));
}

fn file(file: &ToldFile, language: Language) {
    let count = |n: u64| Arg::Count(i64::try_from(n).unwrap_or(i64::MAX));
    let format = exchange::Format::from_code(&file.format);
    let format = format.map(|it| render(&Message::new(it.sentence()), language)).unwrap_or_default();
    let message = Message::new("import-told-file")
        .with("file", Arg::Text(file.name.clone()))
        .with("format", Arg::Text(format))
        .with("rows", count(file.rows))
        .with("taken", count(file.taken));
    say(&message, language);
    if file.cancelled + file.elsewhere > 0 {
        let message = Message::new("import-told-left").with("cancelled", count(file.cancelled));
        say(&message.with("elsewhere", count(file.elsewhere)), language);
    }
    file.notices.iter().for_each(|notice| line(notice.text(language)));
    if file.bad > 0 {
        say(&Message::new("import-bad").with("count", count(file.bad)), language);
        file.first_bad.iter().take(SHOWN).for_each(|row| bad(file, row, language));
        let more = file.bad.saturating_sub(u64::try_from(file.first_bad.len().min(SHOWN)).unwrap_or(0));
        if more > 0 {
            say(&Message::new("import-bad-more").with("count", count(more)), language);
        }
    }
}

fn bad(file: &ToldFile, row: &ToldRow, language: Language) {
    let Some(problem) = row.problem() else { return };
    if row.column.is_empty() {
        let message = Message::new("bad-row-line-whole")
            .with("file", Arg::Text(file.name.clone()))
            .with("row", Arg::Count(i64::try_from(row.row).unwrap_or(i64::MAX)));
        return say(&message.with("remedy", Arg::Code(problem.code())), language);
    }
    let column = row.field().map_or_else(|| row.column.clone(), |code| render(&Message::new(code), language));
    let message = Message::new("bad-row-line")
        .with("file", Arg::Text(file.name.clone()))
        .with("row", Arg::Count(i64::try_from(row.row).unwrap_or(i64::MAX)))
        .with("column", Arg::Text(column))
        .with("remedy", Arg::Code(problem.code()));
    say(&message, language);
}
