//! A look at a table before it is read: a guessed profile, the first rows, and what is missing.

use jiff::civil::Date;
use text::Message;

use crate::failure::Result;
use crate::format::Format;
use crate::profile::{Field, Profile, guess, missing, plain};
use crate::source::Source;
use crate::table::Shape;
use crate::table::header::{Beginning, beginning};
use crate::value;

/// Rows shown.
const SHOWN: usize = 10;
/// Masked values are not shown longer than this, so that a name is not known by its length.
const LONGEST_MASK: usize = 8;

/// What is seen of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// The profile that was given, or a guess; of a profile without columns these are guessed.
    pub profile: Profile,
    /// The header; places as names when there is none.
    pub header: Vec<String>,
    /// Which field each column is, if any.
    pub fields: Vec<Option<Field>>,
    /// The first rows below the header, with their numbers.
    pub rows: Vec<(u64, Vec<Shown>)>,
    /// What must be told before the file can be read.
    pub missing: Vec<Message>,
}

/// A value in a preview.
#[derive(Clone, PartialEq, Eq)]
pub enum Shown {
    /// As it stands.
    Open(String),
    /// Its form: letters as x, digits as 0.
    Masked(String),
    /// A protected pupil's: nothing.
    Protected,
}

impl std::fmt::Debug for Shown {
    /// Never the value.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Shown::Open(_) => "Open",
            Shown::Masked(_) => "Masked",
            Shown::Protected => "Protected",
        })
    }
}

/// Looks at a table with names and numbers masked: what anybody who may import sees.
pub fn look(source: &mut Source<'_>, format: Format, profile: Option<&Profile>, today: Date) -> Result<Look> {
    see(source, format, profile, today, masked)
}

/// The same with every value as it stands, but for protected pupils: only for who has a permit to see the pupils.
pub fn look_open(source: &mut Source<'_>, format: Format, profile: Option<&Profile>, today: Date) -> Result<Look> {
    see(source, format, profile, today, |_, text| Shown::Open(text.to_owned()))
}

/// A guessed profile.
pub(crate) fn profile(source: &mut Source<'_>, format: Format, today: Date) -> Result<Profile> {
    let start = beginning(source, format, &Shape::default(), None, &[])?;
    Ok(guessed(&start, today))
}

fn guessed(start: &Beginning, today: Date) -> Profile {
    let rows: Vec<Vec<String>> = start.below().map(|(_, texts)| texts.clone()).collect();
    guess(start.names(), &rows, today)
}

/// What was told of a table, with a guess of what its columns are.
fn completed(told: &Profile, guess: Profile) -> Profile {
    Profile {
        kind: guess.kind,
        header_row: told.header_row.or(guess.header_row),
        start_in_minutes: guess.start_in_minutes,
        columns: guess.columns,
        ..told.clone()
    }
}

fn see(
    source: &mut Source<'_>,
    format: Format,
    profile: Option<&Profile>,
    today: Date,
    show: impl Fn(Option<Field>, &str) -> Shown,
) -> Result<Look> {
    let shape = profile.map_or_else(Shape::default, |profile| Shape {
        delimiter: profile.delimiter,
        encoding: profile.encoding,
        sheet: profile.sheet.clone(),
    });
    let wanted: Vec<String> =
        profile.map_or_else(Vec::new, |it| it.columns.values().map(|it| plain(&it.header)).collect());
    let start = beginning(source, format, &shape, profile.and_then(|it| it.header_row), &wanted)?;
    let profile = match profile {
        Some(told) if !told.columns.is_empty() => told.clone(),
        Some(told) => completed(told, guessed(&start, today)),
        None => guessed(&start, today),
    };
    let width = start.rows.iter().map(|(_, texts)| texts.len()).max().unwrap_or(0);
    let names = start.names().unwrap_or_default();
    let header: Vec<String> =
        (0..width).map(|at| names.get(at).cloned().unwrap_or_else(|| (at + 1).to_string())).collect();
    let fields: Vec<Option<Field>> = (0..width).map(|at| field_of(&profile, names, at)).collect();
    let is_protected = |texts: &[String]| {
        let mut marks = fields.iter().zip(texts).filter(|(field, _)| **field == Some(Field::Protected));
        marks.any(|(_, text)| value::protected(text) != Ok(false))
    };
    let one = |texts: &Vec<String>| -> Vec<Shown> {
        let hidden = is_protected(texts);
        let cell = |(at, text): (usize, &String)| {
            if hidden { Shown::Protected } else { show(fields.get(at).copied().flatten(), text) }
        };
        texts.iter().enumerate().map(cell).collect()
    };
    let rows = start.below().take(SHOWN).map(|(number, texts)| (*number, one(texts))).collect();
    let missing = missing(&profile);
    Ok(Look { profile, header, fields, rows, missing })
}

fn field_of(profile: &Profile, names: &[String], at: usize) -> Option<Field> {
    let name = names.get(at).map(|name| plain(name));
    let is = |place: Option<usize>, header: &str| match place {
        Some(place) => place == at + 1,
        None => name.as_ref().is_some_and(|name| *name == plain(header)),
    };
    profile.columns.iter().find(|(_, column)| is(column.place, &column.header)).map(|(field, _)| *field)
}

/// A value that says nothing about whom stands as it is, if it is of the form that the column has; others by form.
fn masked(field: Option<Field>, text: &str) -> Shown {
    let is_plain = match field {
        Some(Field::School | Field::Subject) => text.len() <= 20 && !text.contains(' '),
        Some(field) => field.is_plain() && text.len() <= 20 && !text.chars().any(char::is_alphabetic),
        None => false,
    };
    if is_plain || text.is_empty() {
        return Shown::Open(text.to_owned());
    }
    let mask = |c: char| match c {
        c if c.is_alphabetic() => 'x',
        c if c.is_numeric() => '0',
        c if c.is_control() => ' ',
        c => c,
    };
    let form: String = text.chars().take(LONGEST_MASK).map(mask).collect();
    Shown::Masked(if text.chars().count() > LONGEST_MASK { form + "…" } else { form })
}
