//! S12b Underlag att åtgärda: a timetable far shorter than that of others in the same school and grade.
//!
//! Window: the school's last 4 school weeks. Fires when the pupil's own scheduled minutes there are below 75 % of the
//! median of the same school and grade, with at least 10 pupils to compare with. Asks whether there is a decision on
//! a reduced timetable. Never a reason to put a pupil on a list. Source: method, section 1.3 and P11.

use std::collections::{BTreeMap, HashMap};

use domain::{Answer, Day, Week};
use pack::thresholds::Underlag;
use text::{Arg, Message, Rounding};

use crate::explain::Explained;
use crate::scan::{SchoolDays, WeekSum};

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
    first_week: HashMap<i32, Week>,
    minutes: BTreeMap<(i32, i32), Vec<i64>>,
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
    /// Starts with the last school weeks of every school.
    pub fn of(school_days: &SchoolDays) -> Timetables {
        Timetables { first_week: school_days.last_weeks(WEEKS).collect(), ..Timetables::default() }
    }

    /// Counts a pupil.
    pub fn count(&mut self, pupil: &[WeekSum], day: Day, scan_day: Day) {
        for (school, grade, own) in self.own(pupil, day, scan_day) {
            self.minutes.entry((school, grade)).or_default().push(own);
        }
    }

    /// Counts what another thread has counted.
    pub fn merge(&mut self, other: Timetables) {
        for (group, minutes) in other.minutes {
            self.minutes.entry(group).or_default().extend(minutes);
        }
    }

    /// Finds the medians when all are counted. The median is the lower one of the middle two.
    pub fn finish(&mut self) {
        for (group, mut minutes) in std::mem::take(&mut self.minutes) {
            let middle = minutes.len().saturating_sub(1) / 2;
            let (_, &mut median, _) = minutes.select_nth_unstable(middle);
            let pupils = i64::try_from(minutes.len()).unwrap_or(i64::MAX);
            self.medians.insert(group, Median { minutes: median, pupils });
        }
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

    /// The pupil's share of the median in whole percent, rounded down, and the number of pupils compared with. `None`
    /// when there is nothing to compare with.
    pub fn reach(&self) -> Option<(i64, i64)> {
        let compared = self.compared?;
        Some(((100 * compared.own).checked_div(compared.median.minutes)?, compared.median.pupils))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signals::testing::{SCHOOL, day, said, sums, thresholds, week};

    /// The four weeks v. 36–39, each of so many minutes.
    fn four_weeks(minutes: i32) -> Vec<WeekSum> {
        let first = day("2025-09-01").week().0;
        (first..first + 4).map(|number| week(Week(number), minutes, 0)).collect()
    }

    /// A pupil among others, all in grade 7 at Björkskolan.
    fn among(own: &[WeekSum], others: impl IntoIterator<Item = i32>) -> Figures {
        let (all, after) = (sums(others.into_iter().map(four_weeks).chain([own.to_vec()])), day("2025-09-28"));
        let mut school_days = SchoolDays::default();
        all.values().for_each(|pupil| school_days.count(pupil, after, after));
        let mut timetables = Timetables::of(&school_days);
        all.values().for_each(|pupil| timetables.count(pupil, after, after));
        timetables.finish();
        Figures::measure(own, &timetables, after, after)
    }

    #[track_caller]
    fn check(figures: Figures, answer: Answer) {
        assert_eq!(figures.judge(&thresholds().s12), answer);
    }

    #[test]
    fn below_three_quarters_of_the_median_fires() {
        // the median is 4·1000 minutes, three quarters 3000; own 4·750 and 4·749
        check(among(&four_weeks(750), [1000; 9]), Answer::No);
        check(among(&four_weeks(749), [1000; 9]), Answer::Yes);
    }

    #[test]
    fn ten_pupils_are_enough_to_compare_with() {
        check(among(&four_weeks(100), [1000; 9]), Answer::Yes); // the pupil is one of the ten
        check(among(&four_weeks(100), [1000; 8]), Answer::No);
        assert_eq!(among(&four_weeks(100), [1000; 8]).compared, None);
    }

    #[test]
    fn of_an_even_number_the_lower_middle_is_the_median() {
        // 700, 900 ×4, 1000 ×5 a week: the fifth is 900 and three quarters of it 675; of 1000 it would be 750
        let others = [900, 900, 900, 900, 1000, 1000, 1000, 1000, 1000];
        let figures = among(&four_weeks(700), others);
        assert_eq!(figures.compared.unwrap().median, Median { minutes: 3600, pupils: 10 });
        check(figures, Answer::No);
    }

    #[test]
    fn only_the_schools_last_four_weeks_count() {
        let first = day("2025-09-01").week().0;
        let long_before = week(Week(first - 1), 4000, 0);
        check(among(&[vec![long_before], four_weeks(749)].concat(), [1000; 9]), Answer::Yes);
        // a week that the pupil alone lacks counts as nothing: 3·1000 is three quarters, 2·1000 is less
        check(among(&four_weeks(1000)[1..], [1000; 9]), Answer::No);
        check(among(&four_weeks(1000)[2..], [1000; 9]), Answer::Yes);
    }

    #[test]
    fn other_grades_and_schools_are_not_compared_with() {
        let own: Vec<WeekSum> = four_weeks(100).into_iter().map(|week| WeekSum { grade: 8, ..week }).collect();
        check(among(&own, [1000; 20]), Answer::No);
        let own: Vec<WeekSum> =
            four_weeks(100).into_iter().map(|week| WeekSum { school: SCHOOL + 1, ..week }).collect();
        check(among(&own, [1000; 20]), Answer::No);
    }

    #[test]
    fn the_head_teacher_is_told_own_hours_median_and_number_of_pupils() {
        // own 4·600 = 2400 minutes = 40 h; median 4000 minutes = 66.7 h; 60 %
        let figures = among(&four_weeks(600), [1000; 9]);
        let told = "40 schemalagda timmar på skolans senaste fyra veckor: 60 % av medianen, 67 timmar, bland 10 elever \
                    i årskurs 7 på skolan. Finns det ett beslut om anpassad studiegång eller något annat som gör \
                    schemat kortare?";
        assert_eq!(said(&figures.explain(None)), told);
        assert_eq!(
            said(&figures.explain(Some(day("2025-09-01")))),
            format!("{told} Det finns ett beslut om kortare schema från 1 september.")
        );
    }

    #[test]
    fn the_share_is_rounded_down() {
        // 4·749 of 4000 is 74.9 %
        assert!(said(&among(&four_weeks(749), [1000; 9]).explain(None)).contains(": 74 % av medianen"));
    }

    #[test]
    fn with_nothing_to_compare_with_nothing_is_said() {
        assert_eq!(said(&among(&four_weeks(100), []).explain(None)), "");
    }
}
