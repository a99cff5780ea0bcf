//! How fast sign-ins may come to one room: some a second in all, and few with the wrong password for one login.
//!
//! What fails is counted in the room, by login and also for logins that do not exist, so that waiting tells nobody which
//! ones do. How many come in all is counted here, by each process.

use std::sync::{Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};
use room::accounts::{Patience, Tries};

/// Failures before the first wait.
const FREE: u32 = 5;
/// The first wait, after the fifth failure; it doubles with each, up to the longest.
const FIRST_WAIT: SignedDuration = SignedDuration::from_secs(60);
const LONGEST_WAIT: SignedDuration = SignedDuration::from_mins(30);
/// After twelve hours without a try a login begins anew.
pub(crate) const PATIENCE: Patience = Patience { too_many: FREE, forgotten_after: SignedDuration::from_hours(12) };
/// Sign-ins that may come at once, and after how long one more may.
const AT_ONCE: i32 = 100;
const EACH: SignedDuration = SignedDuration::from_millis(200);

/// How long somebody must wait after so many failures; `None` when not at all.
fn wait(failures: u32) -> Option<SignedDuration> {
    let doublings = failures.checked_sub(FREE)?.min(16);
    Some(FIRST_WAIT.checked_mul(2_i32.saturating_pow(doublings)).unwrap_or(LONGEST_WAIT).min(LONGEST_WAIT))
}

/// Until when a login is locked by the tries that failed, if it is.
pub(crate) fn locked_until(tries: Tries, now: Timestamp) -> Option<Timestamp> {
    let until = wait(tries.failures).map(|wait| tries.latest.checked_add(wait).unwrap_or(tries.latest));
    until.filter(|until| *until > now)
}

/// How many sign-ins one process takes: the instant at which every place among those at once is free again.
#[derive(Default)]
pub(crate) struct Gate(Mutex<Option<Timestamp>>);

impl Gate {
    /// Whether one more may come now; then it has its place.
    pub(crate) fn enter(&self, now: Timestamp) -> bool {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let free_at = state.filter(|at| *at > now).unwrap_or(now);
        if EACH.checked_mul(AT_ONCE).is_none_or(|all| free_at.duration_since(now) >= all) {
            return false;
        }
        *state = free_at.checked_add(EACH).ok();
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn the_wait_begins_at_the_fifth_failure_and_doubles_up_to_half_an_hour() {
        let check = |failures| locked_until(Tries { failures, latest: at(0) }, at(0)).map(Timestamp::as_second);
        assert_eq!([0, 4].map(check), [None; 2]);
        assert_eq!([5, 6, 7, 9, 10, 40, u32::MAX].map(check), [60, 120, 240, 960, 1800, 1800, 1800].map(Some));
        let tries = Tries { failures: 5, latest: at(0) };
        assert_eq!([59, 60].map(|second| locked_until(tries, at(second))), [Some(at(60)), None]);
    }

    #[test]
    fn a_hundred_may_come_at_once_and_then_five_a_second() {
        let gate = Gate::default();
        let came = |second| (0..1000).take_while(|_| gate.enter(at(second))).count();
        assert_eq!(came(0), 100);
        assert_eq!(came(1), 5);
        assert_eq!(came(100), 100);
    }
}
