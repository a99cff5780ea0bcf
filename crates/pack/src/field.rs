//! One threshold as a form shows it: its name, what it may be, and the words that somebody writes in it.

use std::collections::BTreeMap;

use toml::{Table, Value};

use crate::{
    threshold_file,
    threshold_rules::{BANDS, FIELDS, PPM, broken_relations},
    thresholds::Thresholds,
};

/// A threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name in a form: `s01-watch-percent`.
    pub name: &'static str,
    /// The signal in the files: `s01`.
    pub signal: &'static str,
    /// The key in the files: `watch_percent`.
    pub key: &'static str,
    /// Lowest and highest value.
    pub range: (i64, i64),
}

/// What is wrong with what was written in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The name of the field.
    pub field: &'static str,
    /// What.
    pub what: What,
}

/// What can be wrong in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Nothing is written.
    Missing,
    /// Not a whole number, or in the field of bands not whole numbers with commas between.
    NotANumber,
    /// Lower or higher than it may be.
    OutOfRange {
        /// The lowest, as it is written in the form.
        low: i64,
        /// The highest.
        high: i64,
    },
    /// It does not fit another threshold; the code says how.
    DoesNotFit,
    /// A work list asks for a band that is not there.
    BandMissing {
        /// The band, percent.
        percent: i64,
    },
}

impl Wrong {
    /// The code of the sentence that tells what to do.
    pub fn code(self) -> &'static str {
        match (self.what, self.field) {
            (What::Missing, _) => "threshold-missing",
            (What::NotANumber, "s01-bands-percent") => "threshold-bands-not-numbers",
            (What::NotANumber, _) => "threshold-not-a-number",
            (What::OutOfRange { .. }, _) => "threshold-out-of-range",
            (What::BandMissing { .. }, _) => "threshold-band-missing",
            (What::DoesNotFit, "s01-bands-percent") => "threshold-bands-not-rising",
            (What::DoesNotFit, "s01-watch-percent") => "threshold-watch-no-band",
            (What::DoesNotFit, "s01-notify-percent") => "threshold-notify-no-band",
            (What::DoesNotFit, "s05-level2-days") => "threshold-level2-shorter",
            (What::DoesNotFit, _) => "threshold-missed-more-than-all",
        }
    }

    /// Every code; a test of the executable checks that each has a sentence in both languages.
    pub const CODES: [&'static str; 10] = [
        "threshold-missing",
        "threshold-bands-not-numbers",
        "threshold-not-a-number",
        "threshold-out-of-range",
        "threshold-band-missing",
        "threshold-bands-not-rising",
        "threshold-watch-no-band",
        "threshold-notify-no-band",
        "threshold-level2-shorter",
        "threshold-missed-more-than-all",
    ];

    /// The numbers of that sentence.
    pub fn args(self) -> Vec<(&'static str, i64)> {
        match self.what {
            What::OutOfRange { low, high } => vec![("low", low), ("high", high)],
            What::BandMissing { percent } => vec![("percent", percent)],
            _ => Vec::new(),
        }
    }
}

impl Field {
    /// All of them, in the order of the signals.
    pub const ALL: &'static [Field] = &FIELDS;

    /// Parts of one whole number of the form: S10 is written in percentage points and kept in parts per million.
    fn scale(self) -> i64 {
        if self.key == PPM { 10_000 } else { 1 }
    }

    /// Lowest and highest value as they are written in a form.
    pub fn written_range(self) -> (i64, i64) {
        let scale = self.scale();
        ((self.range.0 + scale - 1) / scale, self.range.1 / scale)
    }

    /// The value of some thresholds, as it is written in a form: `15`, `5, 10, 15`, `40`, `40,5`.
    pub fn written(self, thresholds: &Thresholds) -> String {
        let table = thresholds.table();
        let value = table.get(self.signal).and_then(|values| values.get(self.key));
        let number = |value: &Value| shown(value.as_integer().unwrap_or(0), self.scale());
        match value {
            Some(Value::Array(all)) => all.iter().map(number).collect::<Vec<_>>().join(", "),
            Some(one) => number(one),
            None => String::new(),
        }
    }

    fn read(self, written: &str) -> Result<Value, What> {
        let (low, high) = self.written_range();
        let within = |number: i64| {
            if (self.range.0..=self.range.1).contains(&number) {
                Ok(number)
            } else {
                Err(What::OutOfRange { low, high })
            }
        };
        let one = |text: &str| number(text, self.scale()).ok_or(What::NotANumber).and_then(within);
        if written.trim().is_empty() {
            return Err(What::Missing);
        }
        if self.key != BANDS {
            return one(written).map(Value::Integer);
        }
        let parts = written.split([',', ';', ' ']).filter(|part| !part.trim().is_empty());
        parts.map(|part| one(part).map(Value::Integer)).collect::<Result<Vec<_>, _>>().map(Value::Array)
    }
}

/// A number in parts, written in wholes: decimals only where there are any, at most four.
fn shown(number: i64, scale: i64) -> String {
    let (whole, rest) = (number / scale, number % scale);
    if rest == 0 {
        return whole.to_string();
    }
    format!("{whole},{rest:04}").trim_end_matches('0').to_owned()
}

/// The same, read; `None` when it is no such number.
fn number(written: &str, scale: i64) -> Option<i64> {
    let text: String = written.chars().filter(|letter| !letter.is_whitespace()).collect();
    let text = text.strip_suffix('%').unwrap_or(&text);
    let (whole, part) = text.split_once([',', '.']).unwrap_or((text, ""));
    let digits = |text: &str| text.chars().all(|letter| letter.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(part) || part.len() > 4 || (scale == 1 && !part.is_empty()) {
        return None;
    }
    let whole: i64 = whole.parse().ok()?;
    let part: i64 = format!("{part:0<4}").parse().ok()?;
    whole.checked_mul(scale)?.checked_add(if scale == 1 { 0 } else { part })
}

impl Thresholds {
    /// What was written in the fields of a form, by their names; the names of other fields are passed over.
    ///
    /// # Errors
    /// Everything that is wrong, by field, in the order of the form.
    pub fn from_written(answer: impl Fn(&str) -> Option<String>) -> Result<Thresholds, Vec<Wrong>> {
        let (mut table, mut wrong) = (Table::new(), Vec::new());
        for field in Field::ALL {
            match field.read(&answer(field.name).unwrap_or_default()) {
                Ok(value) => {
                    let signal = table.entry(field.signal).or_insert_with(|| Value::Table(Table::new()));
                    signal.as_table_mut().and_then(|values| values.insert(field.key.to_owned(), value));
                }
                Err(what) => wrong.push(Wrong { field: field.name, what }),
            }
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let unread = |_| vec![Wrong { field: "s01-bands-percent", what: What::NotANumber }];
        let thresholds: Thresholds = table.try_into().map_err(unread)?;
        let name = |(signal, key): (&str, &str)| {
            Field::ALL.iter().find(|field| (field.signal, field.key) == (signal, key)).map(|field| field.name)
        };
        let broken = broken_relations(&thresholds).into_iter().filter_map(name);
        let wrong: Vec<Wrong> = broken.map(|field| Wrong { field, what: What::DoesNotFit }).collect();
        if wrong.is_empty() { Ok(thresholds) } else { Err(wrong) }
    }

    /// Every threshold as it is written in a form, by the name of its field.
    pub fn written(&self) -> BTreeMap<&'static str, String> {
        Field::ALL.iter().map(|field| (field.name, field.written(self))).collect()
    }

    /// All thresholds as text, one a line, as in a file of the pack: for keeping them outside it.
    pub fn to_text(&self) -> String {
        let table = self.table();
        let line = |field: &Field| {
            let value = table.get(field.signal)?.get(field.key)?;
            Some(format!("{}.{} = {}\n", field.signal, field.key, literal(value)))
        };
        Field::ALL.iter().filter_map(line).collect()
    }

    /// Reads what [`Thresholds::to_text`] has written.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn from_text(text: &str) -> Result<Thresholds, crate::PackError> {
        const FILE: &str = "thresholds of the room";
        let table = crate::table::parse(FILE, text)?;
        threshold_file::thresholds(FILE, "", &table)
            .map_err(|all| all.into_iter().next().unwrap_or(crate::Problem::FileBroken.at(FILE, "")))
    }

    /// The thresholds as a file of the pack has them.
    fn table(&self) -> Table {
        let mut table = Table::try_from(self).unwrap_or_default();
        // in the files of S08 the lessons are days
        if let Some(values) = table.get_mut("s08").and_then(Value::as_table_mut)
            && let Some(days) = values.remove("lessons")
        {
            values.insert("days".to_owned(), days);
        }
        table
    }
}

fn literal(value: &Value) -> String {
    match value {
        Value::Array(all) => format!("[{}]", all.iter().map(literal).collect::<Vec<_>>().join(", ")),
        other => other.as_integer().unwrap_or(0).to_string(),
    }
}
