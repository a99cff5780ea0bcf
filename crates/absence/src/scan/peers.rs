//! The second step of a scan: what needs all pupils, finished from their week sums.

use domain::{Day, Term};

use super::level::Levels;
use super::stale::SchoolDays;
use super::{Question, Sums, WeekSum};
use crate::signals::{PeerFigures, s10_worsening, s12b_timetable};

/// The figures of S10, S12b, P15 and the peers' level on one of the question's days, by rising pupil number.
pub fn peers(sums: &Sums, question: &Question, day: Day) -> Vec<(i32, PeerFigures)> {
    let scan_day = question.as_of();
    let term = Term::current(&question.terms, day);
    let season = s10_worsening::season(sums, day, scan_day);
    let timetables = s12b_timetable::Timetables::on(sums, day, scan_day);
    let school_days = SchoolDays::on(sums, day, scan_day);
    let levels = Levels::on(sums, term, day, scan_day);
    let figures = |pupil: i32, weeks: &[WeekSum]| {
        let valid = s10_worsening::valid_weeks(weeks, day, scan_day);
        let figures = PeerFigures {
            s10: s10_worsening::Figures::measure(&valid, &season),
            s12b: s12b_timetable::Figures::measure(weeks, &timetables, day, scan_day),
            stale_since: school_days.stale_since(weeks, day, scan_day),
            others: levels.of_others(weeks, term, day, scan_day),
        };
        (pupil, figures)
    };
    sums.iter().map(|(&pupil, weeks)| figures(pupil, weeks)).collect()
}
