//! How long to wait before the same is asked again.

use std::time::Duration;

use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimeParser;
use reqwest::header::{DATE, HeaderMap, RETRY_AFTER};

use super::Patience;

/// The instant that a header of an answer tells, as HTTP writes it.
fn instant(headers: &HeaderMap, name: reqwest::header::HeaderName) -> Option<Timestamp> {
    DateTimeParser::new().parse_timestamp(headers.get(name)?.to_str().ok()?).ok()
}

/// The clock of the service, when it tells it.
pub(super) fn clock(headers: &HeaderMap) -> Option<Timestamp> {
    instant(headers, DATE)
}

/// The wait that the service asks for: seconds, or an instant by its own clock.
pub(super) fn asked(headers: &HeaderMap, patience: &Patience) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    let seconds = match text.parse::<u32>() {
        Ok(seconds) => seconds,
        Err(_) => {
            let until = instant(headers, RETRY_AFTER)?;
            let from = clock(headers)?;
            u32::try_from(until.duration_since(from).as_secs().max(0)).ok()?
        }
    };
    Some(patience.second.saturating_mul(seconds))
}

/// The wait before a try, when the service does not ask for one: it doubles from the second try on.
pub(super) fn own(tries: u32, patience: &Patience) -> Duration {
    patience.first.saturating_mul(2_u32.saturating_pow(tries.saturating_sub(1).min(16))).min(patience.longest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wait_is_told_in_seconds_or_as_an_instant_by_the_clock_of_the_service() {
        let check = |retry: &'static str, date: &'static str, expected| {
            let mut headers = HeaderMap::new();
            headers.insert(RETRY_AFTER, retry.parse().unwrap());
            headers.insert(DATE, date.parse().unwrap());
            assert_eq!(asked(&headers, &Patience::default()), expected, "{retry}");
        };
        let date = "Sun, 22 Nov 2026 10:00:00 GMT";
        check("120", date, Some(Duration::from_secs(120)));
        check("Sun, 22 Nov 2026 10:02:00 GMT", date, Some(Duration::from_secs(120)));
        check("Sun, 22 Nov 2026 09:02:00 GMT", date, Some(Duration::ZERO));
        check("soon", date, None);
        check("-5", date, None);
    }

    #[test]
    fn our_own_wait_doubles_and_ends() {
        let waits = [1, 2, 3, 4, 30].map(|tries| own(tries, &Patience::default()).as_secs());
        assert_eq!(waits, [1, 2, 4, 8, 300]);
    }
}
