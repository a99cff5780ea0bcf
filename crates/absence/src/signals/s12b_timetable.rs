//! S12b Underlag att åtgärda: a timetable far shorter than that of others in the same school and grade.
//!
//! Window: the school's last 4 school weeks. Fires when the pupil's own scheduled minutes there are below 75 % of the
//! median of the same school and grade, with at least 10 pupils to compare with. Asks whether there is a decision on
//! a reduced timetable. Never a reason to put a pupil on a list. Source: method, section 1.3 and P11.

use std::collections::{BTreeMap, BTreeSet};

use domain::{Answer, Day, Week};
use pack::thresholds::Underlag;
use text::{Arg, Message, Rounding};

use crate::explain::Explained;
use crate::scan::{Sums, WeekSum};

const WEEKS: usize = 4;
/// With fewer pupils than this no median is compared with. Method, not a setting.
const LEAST_PEERS: i64 = 10;

/// The median of a school and grade, and over how many pupils.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Median {
    /// Minutes.
    pub minutes: i64,
    /// Number of pupils.
    pub pupils: i64,
}

/// What every pupil is compared with, as known on a day.
#[derive(Clone, Debug, Default)]
pub struct Timetables {
    first_week: BTreeMap<i32, Week>,
    medians: BTreeMap<(i32, i32), Median>,
}

/// The numbers behind S12b; empty when there are too few to compare with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// The comparison where the pupil's share is lowest.
    pub compared: Option<Compared>,
}

/// A pupil's scheduled minutes beside the median.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compared {
    /// School unit code.
    pub school: i32,
    /// Grade level.
    pub grade: i32,
    /// The pupil's own minutes.
    pub own: i64,
    /// The median.
    pub median: Median,
}

impl Timetables {
    /// The medians of all schools and grades as known on a day. The median is the lower one of the middle two.
    pub fn on(sums: &Sums, day: Day, scan_day: Day) -> Timetables {
        let mut weeks: BTreeMap<i32, BTreeSet<Week>> = BTreeMap::new();
        for sum in sums.values().flat_map(|pupil| pupil.iter()).filter(|sum| sum.known_on(day, scan_day)) {
            weeks.entry(sum.school).or_default().insert(sum.week);
        }
        let first = |weeks: &BTreeSet<Week>| weeks.iter().rev().take(WEEKS).next_back().copied();
        let first_week = weeks.iter().filter_map(|(&school, weeks)| Some((school, first(weeks)?))).collect();
        let mut timetables = Timetables { first_week, medians: BTreeMap::new() };

        let mut minutes: BTreeMap<(i32, i32), Vec<i64>> = BTreeMap::new();
        for (school, grade, own) in sums.values().flat_map(|pupil| timetables.own(pupil, day, scan_day)) {
            minutes.entry((school, grade)).or_default().push(own);
        }
        for (group, mut minutes) in minutes {
            let middle = (minutes.len() - 1) / 2;
            let (_, &mut median, _) = minutes.select_nth_unstable(middle);
            let pupils = i64::try_from(minutes.len()).unwrap_or(i64::MAX);
            timetables.medians.insert(group, Median { minutes: median, pupils });
        }
        timetables
    }

    /// A pupil's own minutes in the last weeks of each of its schools: school, grade, minutes.
    fn own(&self, pupil: &[WeekSum], day: Day, scan_day: Day) -> Vec<(i32, i32, i64)> {
        let mut own: Vec<(i32, i32, i64)> = Vec::new();
        let within = |sum: &&WeekSum| {
            sum.known_on(day, scan_day) && self.first_week.get(&sum.school).is_some_and(|&first| sum.week >= first)
        };
        for sum in pupil.iter().filter(within) {
            match own.iter_mut().find(|(school, ..)| *school == sum.school) {
                Some((_, grade, minutes)) => {
                    *grade = sum.grade;
                    *minutes += i64::from(sum.scheduled);
                }
                None => own.push((sum.school, sum.grade, i64::from(sum.scheduled))),
            }
        }
        own
    }
}

impl Figures {
    /// Compares a pupil with the others.
    pub fn measure(pupil: &[WeekSum], timetables: &Timetables, day: Day, scan_day: Day) -> Figures {
        let compared = |(school, grade, own): (i32, i32, i64)| {
            let median = *timetables.medians.get(&(school, grade))?;
            (median.pupils >= LEAST_PEERS).then_some(Compared { school, grade, own, median })
        };
        let own = timetables.own(pupil, day, scan_day).into_iter().filter_map(compared);
        let share = |a: &Compared, b: &Compared| {
            (a.own * b.median.minutes).cmp(&(b.own * a.median.minutes)).then(a.school.cmp(&b.school))
        };
        Figures { compared: own.min_by(share) }
    }

    /// Whether the timetable is that short. With nothing to compare with the answer is no: nothing is asked.
    pub fn judge(&self, limit: &Underlag) -> Answer {
        let short =
            |c: &Compared| c.median.pupils >= limit.peers && 100 * c.own < limit.schedule_percent * c.median.minutes;
        Answer::when(true, self.compared.as_ref().is_some_and(short))
    }

    /// What the head teacher is asked; `decided` is the first day of a decision on a reduced timetable.
    pub fn explain(&self, decided: Option<Day>) -> Explained {
        let Some(compared) = self.compared else { return Vec::new() };
        let (part, whole) = (compared.own, compared.median.minutes);
        let mut explained = vec![
            Message::new("explain-s12b")
                .with("own", Arg::Hours(part))
                .with("median", Arg::Hours(whole))
                .with("share", Arg::Percent { part, whole, rounding: Rounding::Down })
                .with("grade", Arg::Count(i64::from(compared.grade)))
                .with("peers", Arg::Count(compared.median.pupils)),
        ];
        if let Some(from) = decided {
            explained.push(Message::new("explain-s12b-decision").with("from", Arg::Day(from.date())));
        }
        explained
    }
}
