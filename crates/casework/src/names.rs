//! The index of names in memory: Swedish order, and who has a name that begins so. Ids go out of it, names do not.
//!
//! Names are sealed in the database, so it can neither sort nor search them. The index is built under the job's own
//! permit, holds nobody with protected identity, and what it finds is always asked of the room again, within the scope
//! of whoever searches.

use std::cmp::Ordering;

use access::PupilId;
use domain::Day;
use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;

use crate::{Failure, Result};

/// Swedish order: å, ä and ö are letters of their own, é and ü are not.
pub(crate) struct Swedish {
    order: CollatorBorrowed<'static>,
    letters: CollatorBorrowed<'static>,
}

impl Swedish {
    /// The order of the Swedish alphabet.
    pub(crate) fn new() -> Result<Swedish> {
        let collator = |strength| {
            let mut options = CollatorOptions::default();
            options.strength = strength;
            Collator::try_new(locale!("sv").into(), options)
                .map_err(|source| Failure::Fault { context: "the Swedish alphabet", source: Box::new(source) })
        };
        Ok(Swedish { order: collator(None)?, letters: collator(Some(Strength::Primary))? })
    }

    /// How two names are ordered.
    pub(crate) fn compare(&self, a: &str, b: &str) -> Ordering {
        self.order.compare(a, b)
    }

    /// Whether a part of a name begins with what was written, whatever the case and the accents.
    fn begins(&self, part: &str, written: &str) -> bool {
        let end = part.char_indices().nth(written.chars().count()).map_or(part.len(), |(end, _)| end);
        part.get(..end).is_some_and(|start| self.letters.compare(start, written) == Ordering::Equal)
    }
}

/// Everybody's name on a day.
pub(crate) struct Names {
    version: i64,
    day: Day,
    swedish: Swedish,
    sorted: Vec<(PupilId, Box<str>)>,
}

impl Names {
    /// The index of names as they were at a version of the people.
    pub(crate) fn of(version: i64, day: Day, names: Vec<(PupilId, String)>) -> Result<Names> {
        let swedish = Swedish::new()?;
        let mut sorted: Vec<_> = names.into_iter().map(|(pupil, name)| (pupil, name.into_boxed_str())).collect();
        sorted.sort_by(|a, b| swedish.compare(&a.1, &b.1).then(a.0.cmp(&b.0)));
        Ok(Names { version, day, swedish, sorted })
    }

    /// Whether it still holds.
    pub(crate) fn holds(&self, version: i64, day: Day) -> bool {
        self.version == version && self.day == day
    }

    /// Those whose name has, for each word that was written, a part that begins with it; in Swedish order.
    pub(crate) fn beginning(&self, written: &str) -> Vec<PupilId> {
        let words: Vec<&str> = parts(written).collect();
        if words.is_empty() {
            return Vec::new();
        }
        let all = |name: &str| words.iter().all(|word| parts(name).any(|part| self.swedish.begins(part, word)));
        self.sorted.iter().filter(|(_, name)| all(name)).map(|(pupil, _)| *pupil).collect()
    }
}

impl std::fmt::Debug for Names {
    /// The number only: a name must not reach a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Names").field("names", &self.sorted.len()).finish_non_exhaustive()
    }
}

/// The parts of a name: Anna-Karin is found by Karin too.
fn parts(name: &str) -> impl Iterator<Item = &str> {
    name.split(|letter: char| letter.is_whitespace() || letter == '-').filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(names: &[&str]) -> Names {
        let numbered = (0..).zip(names).map(|(id, name)| (PupilId(id), (*name).to_owned()));
        Names::of(1, Day(0), numbered.collect()).unwrap()
    }

    #[track_caller]
    fn check(names: &[&str], written: &str, found: &[u128]) {
        let ids: Vec<u128> = index(names).beginning(written).into_iter().map(|pupil| pupil.0).collect();
        assert_eq!(ids, found, "{written}");
    }

    #[test]
    fn swedish_letters_come_last_and_are_letters_of_their_own() {
        let names = ["Öman", "Ågren", "Zetterlund", "Ärlig", "Andersson"];
        let order: Vec<u128> = index(&names).sorted.iter().map(|(pupil, _)| pupil.0).collect();
        assert_eq!(order, [4, 2, 1, 3, 0]);
        check(&["Åsa Berg", "Asa Berg"], "as", &[1]);
        check(&["Åsa Berg", "Asa Berg"], "ås", &[0]);
    }

    #[test]
    fn a_name_is_found_by_the_beginning_of_any_of_its_parts() {
        let names = ["Anna-Karin Öberg", "Karl Anka", "André von Post"];
        check(&names, "kar", &[0, 1]);
        check(&names, "ANDRE", &[2]);
        check(&names, "anna öb", &[0]);
        check(&names, "anna-karin", &[0]);
        check(&names, "berg", &[]);
        check(&names, " - ", &[]);
    }
}
