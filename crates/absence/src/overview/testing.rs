//! Hand-made standings for tests: a pupil on whom exactly the named signals fire, each right at its threshold.

use domain::{Day, Signal};

use super::{Since, Standing};
use crate::figures::PupilReach;
use crate::scan::Window;
use crate::signals::contrast::{Contrast, Part};
use crate::signals::s12b_timetable::{Compared, Median};
use crate::signals::testing::{SCHOOL, thresholds};
use crate::signals::{Answers, OwnFigures, PeerFigures};

/// A pupil of grade 7 on whom these signals fire since a day; S01 is in band 10.
pub(crate) fn standing(pupil: i32, signals: &[Signal], since: Day) -> Standing {
    let mut found = Standing {
        pupil,
        grade: 7,
        school: SCHOOL,
        schools: Box::new([SCHOOL]),
        moved: None,
        own: Box::default(),
        peers: PeerFigures::default(),
        answers: Answers::default(),
        since: Since::default(),
        reach: PupilReach::default(),
    };
    found.own.s11.grade = 7;
    signals.iter().for_each(|signal| fire(*signal, &mut found.own, &mut found.peers));
    found.judged(since)
}

impl Standing {
    /// The same with the answers that the figures give, true since a day.
    pub(crate) fn judged(mut self, since: Day) -> Standing {
        self.answers = Answers::judge(&self.own, &self.peers, &thresholds());
        self.since = Since::default();
        self.since.follow(since, &self.answers, |_| true);
        self
    }

    /// The same with S01 at a rate, in percent.
    pub(crate) fn at_level(mut self, percent: i64, since: Day) -> Standing {
        self.own.s01.window = Window { known: 15, ..of(percent) };
        self.judged(since)
    }
}

/// A hundred minutes, all reported, with so many missed.
fn of(absent: i64) -> Window {
    Window { scheduled: 100, reported: 100, valid: absent, ..Window::default() }
}

fn contrast() -> Contrast {
    Contrast { parts: vec![Part { key: 1, of: 8, missed: 4 }, Part { key: 2, of: 20, missed: 0 }] }
}

fn fire(signal: Signal, own: &mut OwnFigures, peers: &mut PeerFigures) {
    match signal {
        Signal::S01 => own.s01.window = Window { known: 15, ..of(10) },
        Signal::S02 => own.s02.window = Window { days: 10, ..of(25) },
        Signal::S03 => (own.s03.window.known, own.s03.absent_days) = (20, 10),
        Signal::S04 => (own.s04.window.weeks, own.s04.absent_weeks) = (8, 5),
        Signal::S05 => own.s05.run = Some(10),
        Signal::S06 => {
            own.s06.window = Window { days: 20, invalid: 5, ..of(0) };
            own.s06.invalid_days = 3;
        }
        Signal::S07 => own.s07.contrast = contrast(),
        Signal::S08 => own.s08.contrast = contrast(),
        Signal::S09 => (own.s09.reported, own.s09.late) = (10, 5),
        Signal::S10 => peers.s10.cusum = Some(400_000),
        Signal::S11 => own.s11.window = Window { known: 30, ..of(51) },
        Signal::S12a => own.s12a.window = Window { days: 20, scheduled: 100, ..Window::default() },
        Signal::S12b => {
            let median = Median { minutes: 4_000, pupils: 10 };
            peers.s12b.compared = Some(Compared { school: SCHOOL, grade: 7, own: 2_999, median });
        }
    }
}
