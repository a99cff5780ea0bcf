//! The data sets that take each other's place: a city on two days, and the first one with some pupils protected.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use super::program::Program;

/// Three schools: enough that an import writes for a while, few enough that it is soon done.
const PUPILS: u32 = 1200;
const DAYS: [&str; 2] = ["2025-11-21", "2026-01-30"];
/// Pupils of each school who become protected.
const PROTECTED: usize = 3;

/// A data set, and what a history is like that holds it.
pub(super) struct Set {
    pub(super) name: &'static str,
    /// The day that it is of.
    pub(super) as_of: &'static str,
    /// The roster and the lessons.
    pub(super) files: [PathBuf; 2],
    /// The fingerprint of a history that was made with this set only.
    pub(super) fingerprint: String,
    /// How long it takes to import it over another one.
    pub(super) time: Duration,
    /// Whether it protects pupils that the others do not, and so must leave no older file behind.
    pub(super) protects: bool,
}

/// Makes the sets, imports each into a history of its own, and then over each other.
pub(super) fn sets(program: &Program, seed: u64, folder: &Path) -> Result<Vec<Set>, String> {
    let place = |name: &str| folder.join(name);
    for (name, day) in ["a", "b"].into_iter().zip(DAYS) {
        program.synth(PUPILS, seed, day, "parquet", &place(name))?;
    }
    program.synth(PUPILS, seed, DAYS[0], "csv", &place("protected"))?;
    let roster = place("protected").join("pupils.csv");
    let text = fs::read_to_string(&roster).map_err(|error| format!("{}: {error}", roster.display()))?;
    fs::write(&roster, protect(&text)?).map_err(|error| format!("{}: {error}", roster.display()))?;

    let both = |name: &str| [place(name).join("pupils.parquet"), place(name).join("lessons.parquet")];
    let lessons = place("a").join("lessons.parquet");
    let [first, second] = DAYS;
    let protected = ("A protected", first, [roster, lessons], true);
    let made = [("A", first, both("a"), false), ("B", second, both("b"), false), protected];
    let mut sets = Vec::new();
    for (name, as_of, files, protects) in made {
        let history = place(&format!("reference {name}"));
        program.import_whole(&files, &history)?;
        let fingerprint = program.verify(&history)?;
        sets.push(Set { name, as_of, files, fingerprint, time: Duration::ZERO, protects });
    }
    if sets.iter().map(|set| &set.fingerprint).collect::<BTreeSet<_>>().len() < sets.len() {
        return Err("two data sets have the same fingerprint: nothing would be tested".to_owned());
    }
    rehearse(program, &mut sets, &place("rehearsal"))?;
    Ok(sets)
}

/// Imports the sets over each other, each twice, and notes how long that takes.
fn rehearse(program: &Program, sets: &mut [Set], history: &Path) -> Result<(), String> {
    for _ in 0..2 {
        for set in sets.iter_mut() {
            let began = Instant::now();
            program.import_whole(&set.files, history)?;
            set.time = began.elapsed();
            if program.verify(history)? != set.fingerprint {
                return Err(format!("{}: imported over another set it differs from the same set alone", set.name));
            }
        }
    }
    Ok(())
}

/// A roster in which the first pupils of each school are protected.
fn protect(roster: &str) -> Result<String, String> {
    let (header, rows) = roster.split_once('\n').ok_or("the roster is empty")?;
    let place = |name: &str| header.trim().split(',').position(|column| column == name);
    let (Some(school), Some(protected)) = (place("school"), place("protected")) else {
        return Err("the roster lacks its columns".to_owned());
    };
    let mut lines = vec![header.to_owned()];
    let mut met = Vec::new();
    for row in rows.lines() {
        let mut fields: Vec<&str> = row.split(',').collect();
        let code = fields.get(school).copied().unwrap_or_default();
        met.push(code.to_owned());
        if met.iter().filter(|other| *other == code).count() <= PROTECTED
            && let Some(field) = fields.get_mut(protected)
        {
            *field = "true";
        }
        lines.push(fields.join(","));
    }
    Ok(lines.join("\n") + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_pupils_of_each_school_are_protected() {
        let rows = ["1,90,false", "2,91,false", "3,90,false", "4,90,false", "5,90,false"];
        let roster = format!("pupil,school,protected\n{}\n", rows.join("\n"));
        let expected = ["1,90,true", "2,91,true", "3,90,true", "4,90,true", "5,90,false"];
        assert_eq!(protect(&roster), Ok(format!("pupil,school,protected\n{}\n", expected.join("\n"))));
        assert!(protect("pupil,school\n1,90\n").is_err());
    }
}
