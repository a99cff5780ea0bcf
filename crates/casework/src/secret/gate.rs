//! How fast sign-ins may come to one room: some a second in all, and few with the wrong password for one login.
//!
//! What is counted here is also counted for logins that do not exist, so that waiting tells nobody which ones do. The
//! account counts too, in the room, and that survives a restart.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};

/// Failures before the first wait.
pub(crate) const FREE: u32 = 5;
/// The first wait, after the fifth failure; it doubles with each, up to the longest.
pub(crate) const FIRST_WAIT: SignedDuration = SignedDuration::from_secs(60);
const LONGEST_WAIT: SignedDuration = SignedDuration::from_mins(30);
/// After this long without a try a login begins anew.
const FORGOTTEN: SignedDuration = SignedDuration::from_hours(12);
/// Logins remembered at most; then the ones that were tried longest ago are forgotten.
const REMEMBERED: usize = 10_000;
/// Sign-ins that may come at once, and after how long one more may.
const AT_ONCE: i32 = 100;
const EACH: SignedDuration = SignedDuration::from_millis(200);

/// How long somebody must wait after so many failures; `None` when not at all.
pub(crate) fn wait(failures: u32) -> Option<SignedDuration> {
    let doublings = failures.checked_sub(FREE)?.min(16);
    Some(FIRST_WAIT.checked_mul(2_i32.saturating_pow(doublings)).unwrap_or(LONGEST_WAIT).min(LONGEST_WAIT))
}

fn locked_until(failures: u32, at: Timestamp) -> Option<Timestamp> {
    wait(failures).map(|wait| at.checked_add(wait).unwrap_or(at))
}

/// What one process remembers of the sign-ins to one room.
#[derive(Default)]
pub(crate) struct Gate(Mutex<State>);

#[derive(Default)]
struct State {
    /// By hash of the login: failures, and when the latest was. A login is personal data: it is not kept as it is.
    failed: HashMap<[u8; 32], (u32, Timestamp)>,
    /// The instant at which every place among those at once is free again.
    free_at: Option<Timestamp>,
}

/// Why somebody must wait.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Wait {
    /// Too many sign-ins to the room.
    Busy,
    /// Too many failures with this login.
    Until(Timestamp),
}

impl Gate {
    /// Whether a password may be tried now.
    pub(crate) fn enter(&self, login: &str, now: Timestamp) -> Result<(), Wait> {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (failures, at) = state.failed.get(&key(login)).copied().unwrap_or((0, now));
        if let Some(until) = locked_until(failures, at).filter(|until| *until > now) {
            return Err(Wait::Until(until));
        }
        let free_at = state.free_at.filter(|at| *at > now).unwrap_or(now);
        if EACH.checked_mul(AT_ONCE).is_none_or(|all| free_at.duration_since(now) >= all) {
            return Err(Wait::Busy);
        }
        state.free_at = free_at.checked_add(EACH).ok();
        Ok(())
    }

    /// Counts a failure; how many there are now.
    pub(crate) fn failed(&self, login: &str, now: Timestamp) -> u32 {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        state.make_place(now);
        let (failures, at) = state.failed.entry(key(login)).or_insert((0, now));
        *failures = if now.duration_since(*at) > FORGOTTEN { 1 } else { failures.saturating_add(1) };
        *at = now;
        *failures
    }

    /// Forgets the failures: the login was used as it should.
    pub(crate) fn passed(&self, login: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).failed.remove(&key(login));
    }
}

impl State {
    fn make_place(&mut self, now: Timestamp) {
        if self.failed.len() < REMEMBERED {
            return;
        }
        self.failed.retain(|_, (_, at)| now.duration_since(*at) <= FORGOTTEN);
        let mut times: Vec<Timestamp> = self.failed.values().map(|(_, at)| *at).collect();
        times.sort_unstable();
        let half = times.get(times.len() / 2).copied();
        if self.failed.len() >= REMEMBERED
            && let Some(half) = half
        {
            self.failed.retain(|_, (_, at)| *at > half);
        }
    }
}

fn key(login: &str) -> [u8; 32] {
    Sha256::digest(login.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn the_wait_begins_at_the_fifth_failure_and_doubles_up_to_half_an_hour() {
        let check = |failures| locked_until(failures, at(0)).map(Timestamp::as_second);
        assert_eq!([0, 4].map(check), [None; 2]);
        assert_eq!([5, 6, 7, 9, 10, 40, u32::MAX].map(check), [60, 120, 240, 960, 1800, 1800, 1800].map(Some));
    }

    #[test]
    fn five_failures_close_one_login_and_no_other() {
        let gate = Gate::default();
        for _ in 0..5 {
            assert_eq!(gate.enter("alva", at(0)), Ok(()));
            gate.failed("alva", at(0));
        }
        assert_eq!(gate.enter("alva", at(59)), Err(Wait::Until(at(60))));
        assert_eq!(gate.enter("nils", at(59)), Ok(()));
        assert_eq!(gate.enter("alva", at(60)), Ok(()));
        gate.failed("alva", at(60));
        assert_eq!(gate.enter("alva", at(60)), Err(Wait::Until(at(180))));
        gate.passed("alva");
        assert_eq!(gate.enter("alva", at(60)), Ok(()));
    }

    #[test]
    fn a_hundred_may_come_at_once_and_then_five_a_second() {
        let gate = Gate::default();
        let came = |second| (0..1000).take_while(|_| gate.enter("x", at(second)) == Ok(())).count();
        assert_eq!(came(0), 100);
        assert_eq!(came(1), 5);
        assert_eq!(came(100), 100);
    }

    #[test]
    fn memory_is_bounded() {
        let gate = Gate::default();
        for number in 0..25_000 {
            gate.failed(&number.to_string(), at(number / 100));
        }
        assert!(gate.0.lock().unwrap().failed.len() <= REMEMBERED);
    }
}
