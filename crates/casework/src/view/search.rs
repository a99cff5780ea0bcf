//! Search by name or personal number, within what the reader may list.

use access::PupilId;
use room::people;

use super::School;
use crate::{Cx, Refusal, Result, lists, schools};

/// Letters that must be written.
const LETTERS: usize = 2;
/// Pupils found, at most.
const MOST: usize = 20;

/// Somebody found.
#[derive(Clone, Debug)]
pub struct Found {
    /// The pupil.
    pub pupil: PupilId,
    /// Name.
    pub name: String,
    /// School.
    pub school: School,
    /// Class.
    pub class: String,
}

/// Whether the actor may search at all, for the form before anything is written in it.
///
/// # Errors
/// Denied: the actor may list no pupils.
pub fn allowed(cx: &Cx) -> Result<()> {
    lists::permit(cx).map(drop)
}

/// At most twenty pupils whose name has a part that begins so, in Swedish order; or the one with the personal number.
///
/// # Errors
/// Refused: fewer than two letters. Denied: the actor may list no pupils. The room.
pub async fn view(cx: &Cx, words: &str) -> Result<Vec<Found>> {
    let permit = || lists::permit(cx);
    let allowed = permit()?;
    let mut reading = cx.room().reading(cx.now());
    let pupils = if looks_like_number(words) {
        people::find(&mut reading, allowed, words.trim(), cx.today()).await?.into_iter().collect()
    } else if words.chars().filter(|letter| letter.is_alphabetic()).count() < LETTERS {
        return Err(Refusal::at("words", "search-too-short").into());
    } else {
        cx.names().await?.beginning(words)
    };
    let found = people::found(&mut reading, permit()?, &pupils, MOST, cx.today()).await?;
    let schools = schools::of(cx, &cx.versions().await?).await?;
    let found = found.into_iter().map(|it| Found {
        pupil: it.id,
        name: it.name,
        school: schools.school(it.unit),
        class: it.class,
    });
    Ok(reading.show(found.collect()).await?)
}

/// Whether a personal number was written: ten or twelve digits, with or without a hyphen.
fn looks_like_number(words: &str) -> bool {
    let digits = words.chars().filter(char::is_ascii_digit).count();
    let rest = words.trim().chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '-' | '+' | ' '));
    rest && matches!(digits, 10 | 12)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_personal_number_is_told_from_a_name() {
        for number in ["20150304-2399", "201503042399", "150304-2399", " 150304 2399 "] {
            assert!(looks_like_number(number), "{number}");
        }
        for name in ["Elsa", "Elsa 2015", "2015", "150304-239", ""] {
            assert!(!looks_like_number(name), "{name}");
        }
    }
}
