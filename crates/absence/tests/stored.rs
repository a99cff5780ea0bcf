//! Stored figures of every released version can still be read.

use absence::Failure;
use absence::overview::StoredPeers;
use absence::scan::Level;
use absence::signals::s10_worsening::{self, Stretch};
use absence::signals::s12b_timetable::{self, Compared, Median};
use domain::{Day, Stage, Week};

/// A pupil with every figure there is.
#[cfg(test)]
fn full() -> StoredPeers {
    let stretch = |first: i32, absent, others| Stretch {
        weeks: Some((Week(first), Week(first + 7))),
        reported: 12_000,
        absent,
        scheduled: 12_500,
        invalid: 120,
        others,
    };
    let s10 = s10_worsening::Figures {
        weeks: 16,
        stage: Some(Stage::High),
        baseline: stretch(2_950, 480, Some(61_200)),
        monitored: stretch(2_958, 2_280, None),
        base: Some(40_000),
        cusum: Some(412_345),
    };
    let compared = Compared { school: 90_000_101, grade: 7, own: 2_999, median: Median { minutes: 4_000, pupils: 24 } };
    StoredPeers {
        s10: Some(s10),
        s12b: s12b_timetable::Figures { compared: Some(compared) },
        stale_since: Some(Day(20_700)),
        others: Some(Level { absent: 1_600, reported: 20_000, pupils: 23, grade: 7 }),
        s10_since: Some(Day(20_713)),
        s12b_since: Some(Day(20_720)),
        schools: [90_000_101, 90_000_107].into(),
    }
}

#[cfg(test)]
const VERSION_1: &str = include_str!("golden/stored_peers.v1.json");

#[cfg(test)]
const VERSION_2: &str = include_str!("golden/stored_peers.v2.json");

#[test]
fn version_1_is_read_as_it_was() {
    assert_eq!(StoredPeers::from_json(VERSION_1).unwrap(), full());
}

#[test]
fn version_2_is_written_and_read_as_it_was() {
    let without = StoredPeers { s10: None, ..full() };
    assert_eq!(full().to_json().unwrap(), VERSION_2.trim_end());
    assert_eq!(StoredPeers::from_json(VERSION_2).unwrap(), without);
}

#[test]
fn what_is_not_known_is_left_out() {
    let nothing = StoredPeers::default();
    assert_eq!(nothing.to_json().unwrap(), r#"{"v":2}"#);
    assert_eq!(StoredPeers::from_json(r#"{"v":2}"#).unwrap(), nothing);
}

#[test]
fn a_newer_version_and_no_version_are_refused() {
    for (json, code) in [(r#"{"v":3,"anything":[]}"#, "stored-figures-newer"), ("{}", "stored-figures-broken")] {
        match StoredPeers::from_json(json) {
            Err(Failure::Refused(message)) => assert_eq!(message.code, code),
            other => panic!("{json}: {other:?}"),
        }
    }
}
