//! Times of day and instants, as minutes after midnight in Swedish local time.

use domain::Day;
use domain::bad_row::Problem;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::{Value, present};

/// A time of day, as minutes after midnight: `08:15`, `8.15`, `0815`, `08:15:00`.
pub fn clock(text: &str) -> Value<i32> {
    let text = present(text)?;
    let (hours, minutes) = match text.split_once([':', '.']) {
        Some((hours, rest)) => (hours, rest.split([':', '.']).next().unwrap_or_default()),
        None if text.len() == 4 => text.split_at_checked(2).ok_or(Problem::NotATime)?,
        None => return Err(Problem::NotATime),
    };
    let number = |part: &str, lengths: &[usize]| {
        let fits = lengths.contains(&part.len()) && part.bytes().all(|digit| digit.is_ascii_digit());
        fits.then(|| part.parse::<i32>().ok()).flatten().ok_or(Problem::NotATime)
    };
    let (hours, minutes) = (number(hours, &[1, 2])?, number(minutes, &[2])?);
    if hours < 24 && minutes < 60 { Ok(hours * 60 + minutes) } else { Err(Problem::NotATime) }
}

/// Swedish local time. The rule of the European Union is written out, so that no list of time zones is needed.
pub struct Local(TimeZone);

impl Local {
    /// The rule that has held since 1996.
    pub fn sweden() -> Local {
        Local(TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").unwrap_or(TimeZone::UTC))
    }

    /// Day and minutes after midnight of an instant with an offset, or of a local time without one. A local time that
    /// the change to summer time skips does not exist.
    pub fn read(&self, text: &str) -> Value<(Day, i32)> {
        let text = present(text)?;
        let local = match text.parse::<jiff::Timestamp>() {
            Ok(instant) => self.0.to_datetime(instant),
            Err(_) => self.local(text)?,
        };
        let minutes = i32::from(local.hour()) * 60 + i32::from(local.minute());
        Ok((super::date::day(&local.date().to_string())?, minutes))
    }

    fn local(&self, text: &str) -> Value<DateTime> {
        if !text.contains(':') {
            return Err(Problem::NotATime);
        }
        let local: DateTime = text.parse().map_err(|_| Problem::NotATime)?;
        if self.0.to_ambiguous_timestamp(local).offset().is_gap() { Err(Problem::NotATime) } else { Ok(local) }
    }
}

/// Whether an ambiguous offset stands for a time that is skipped.
trait Gap {
    fn is_gap(&self) -> bool;
}

impl Gap for jiff::tz::AmbiguousOffset {
    fn is_gap(&self) -> bool {
        matches!(self, jiff::tz::AmbiguousOffset::Gap { .. })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_day_become_minutes() {
        for text in ["08:15", "8:15", "8.15", "0815", "08:15:00", " 08.15 "] {
            assert_eq!(clock(text), Ok(495), "{text}");
        }
        for text in ["24:00", "08:60", "8:5", "815", "kl 8", "-1:00", "8,25"] {
            assert_eq!(clock(text), Err(Problem::NotATime), "{text}");
        }
    }

    #[track_caller]
    fn check(text: &str, expected: Value<(&str, i32)>) {
        let found = Local::sweden().read(text).map(|(day, minutes)| (day.to_string(), minutes));
        assert_eq!(found, expected.map(|(day, minutes)| (day.to_owned(), minutes)), "{text}");
    }

    #[test]
    fn instants_are_told_in_swedish_time_all_year() {
        check("2026-11-16T07:15:00Z", Ok(("2026-11-16", 495)));
        check("2026-11-16T08:15:00+01:00", Ok(("2026-11-16", 495)));
        check("2026-05-18T06:15:00Z", Ok(("2026-05-18", 495)));
        check("2026-05-18T08:15:00.000+02:00", Ok(("2026-05-18", 495)));
        check("2026-11-16T08:15:00", Ok(("2026-11-16", 495)));
        check("2026-11-16 08:15", Ok(("2026-11-16", 495)));
    }

    #[test]
    fn the_change_of_time_moves_no_lesson() {
        // 29 March and 25 October 2026: the Mondays around have lessons at the same time of day
        check("2026-03-27T07:15:00Z", Ok(("2026-03-27", 495)));
        check("2026-03-30T06:15:00Z", Ok(("2026-03-30", 495)));
        check("2026-10-26T07:15:00Z", Ok(("2026-10-26", 495)));
        check("2026-03-29T02:30:00", Err(Problem::NotATime));
        check("2026-10-25T02:30:00", Ok(("2026-10-25", 150)));
        check("2026-12-31T23:30:00Z", Ok(("2027-01-01", 30)));
    }

    #[test]
    fn other_texts_are_no_times() {
        check("2026-11-16", Err(Problem::NotATime));
        check("i morgon", Err(Problem::NotATime));
        check("", Err(Problem::Missing));
    }
}
