//! The second step of a scan: what needs all pupils, finished from their week sums.

use domain::{Day, Term};

use super::level::Levels;
use super::stale::SchoolDays;
use super::threads::in_parts;
use super::{Question, Sums, WeekSum};
use crate::signals::season::Season;
use crate::signals::{PeerFigures, s10_worsening, s12b_timetable};

/// What a thread has counted of its pupils.
#[derive(Default)]
struct Counted {
    season: Season,
    school_days: SchoolDays,
    levels: Levels,
}

/// The figures of S10, S12b, P15 and the peers' level on one of the question's days, by rising pupil number.
pub fn peers(sums: &Sums, question: &Question, day: Day, threads: usize) -> Vec<(i32, PeerFigures)> {
    let scan_day = question.as_of();
    let term = Term::current(&question.terms, day);
    let pupils: Vec<(i32, &[WeekSum])> = sums.iter().map(|(&pupil, weeks)| (pupil, weeks.as_ref())).collect();

    let mut all = Counted::default();
    let counted = in_parts(&pupils, threads, |part| {
        let mut counted = Counted::default();
        for (_, weeks) in part {
            counted.season.count(&s10_worsening::valid_weeks(weeks, day, scan_day));
            counted.school_days.count(weeks, day, scan_day);
            counted.levels.count(weeks, term, day, scan_day);
        }
        counted
    });
    for part in counted {
        all.season.merge(&part.season);
        all.school_days.merge(&part.school_days);
        all.levels.merge(&part.levels);
    }
    let mut timetables = s12b_timetable::Timetables::of(&all.school_days);
    let counted = in_parts(&pupils, threads, |part| {
        let mut counted = timetables.clone();
        part.iter().for_each(|(_, weeks)| counted.count(weeks, day, scan_day));
        counted
    });
    counted.into_iter().for_each(|part| timetables.merge(part));
    timetables.finish();

    let figures = |weeks: &[WeekSum]| PeerFigures {
        s10: s10_worsening::Figures::measure(&s10_worsening::valid_weeks(weeks, day, scan_day), &all.season),
        s12b: s12b_timetable::Figures::measure(weeks, &timetables, day, scan_day),
        stale_since: all.school_days.stale_since(weeks, day, scan_day),
        others: all.levels.of_others(weeks, term, day, scan_day),
    };
    let measure = |part: &[(i32, &[WeekSum])]| part.iter().map(|(pupil, weeks)| (*pupil, figures(weeks))).collect();
    let parts: Vec<Vec<(i32, PeerFigures)>> = in_parts(&pupils, threads, measure);
    parts.concat()
}
