//! A work list: whom it shows, in which order, and whom to begin with. The rule and the order are the pack's.

use std::cmp::{Ordering, Reverse};

use domain::Signal;
use pack::{Condition, SortKey, Thresholds, WorkList};

use super::{Overview, Standing};

/// Who asks first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum First {
    /// The mentor.
    Mentor,
    /// The pupil health team.
    PupilHealth,
}

/// A pupil on a list.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// The pupil.
    pub standing: &'a Standing,
    /// Who asks first, by the list's rule.
    pub first: First,
}

/// The pupils on a list, in its order; the last key is always the pupil number. Pupils whose timetable has stopped
/// are on no list (P15).
pub fn lines<'a>(overview: &'a Overview, list: &WorkList, thresholds: &Thresholds) -> Vec<Line<'a>> {
    let listed = |standing: &&Standing| {
        let level = i8::try_from(standing.grade).unwrap_or(i8::MAX);
        !standing.is_stale() && list.includes(level, |condition| holds(standing, *condition, thresholds))
    };
    let mut lines: Vec<Line<'_>> = overview
        .pupils
        .values()
        .filter(listed)
        .map(|standing| Line { standing, first: first(standing, list, thresholds) })
        .collect();
    lines.sort_by(|a, b| compare(a.standing, b.standing, list, thresholds));
    lines
}

/// A pupil's place on a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Pupil number.
    pub pupil: i32,
    /// The place in the list's order over everybody, from 0.
    pub place: i32,
    /// Who asks first, by the list's rule.
    pub first: First,
}

/// The pupils on a list as places, in its order.
pub fn places(overview: &Overview, list: &WorkList, thresholds: &Thresholds) -> Vec<Place> {
    let listed = lines(overview, list, thresholds);
    let placed = |(place, line): (i32, &Line<'_>)| Place { pupil: line.standing.pupil, place, first: line.first };
    (0..).zip(&listed).map(placed).collect()
}

/// The band of S01 in percent; 0 below the lowest, with too little data, and when the timetable has stopped.
pub fn band(standing: &Standing, thresholds: &Thresholds) -> i64 {
    if standing.is_stale() { 0 } else { level(standing, Signal::S01, thresholds) }
}

/// The level of S05, 0 to 2; 0 when the timetable has stopped.
pub fn level5(standing: &Standing, thresholds: &Thresholds) -> i64 {
    if standing.is_stale() { 0 } else { level(standing, Signal::S05, thresholds) }
}

/// The signals that fire as bits, S12 too: bit [`Signal::index`]. 0 when the timetable has stopped.
pub fn mask(standing: &Standing) -> i64 {
    let fires = |signal: &Signal| standing.answer(*signal).is_yes();
    Signal::ALL.into_iter().filter(fires).map(|signal| 1_i64 << signal.index()).sum()
}

fn holds(standing: &Standing, condition: Condition, thresholds: &Thresholds) -> bool {
    let fires = standing.answer(condition.signal).is_yes();
    condition.holds(fires, level(standing, condition.signal, thresholds), thresholds)
}

/// The band of S01 in percent, or the level of S05; 0 for the others.
fn level(standing: &Standing, signal: Signal, thresholds: &Thresholds) -> i64 {
    match signal {
        Signal::S01 => standing.own.s01.band(&thresholds.s01).unwrap_or(0),
        Signal::S05 => standing.own.s05.level(&thresholds.s05),
        _ => 0,
    }
}

/// The mentor asks first when every signal about the pupil is among those that the list gives to the mentor.
fn first(standing: &Standing, list: &WorkList, thresholds: &Thresholds) -> First {
    let for_mentor = |signal: Signal| {
        list.mentor_first.iter().any(|condition| condition.signal == signal && holds(standing, *condition, thresholds))
    };
    if firing(standing).all(for_mentor) { First::Mentor } else { First::PupilHealth }
}

/// The signals about the pupil that fire.
pub fn firing(standing: &Standing) -> impl Iterator<Item = Signal> {
    Signal::ALL.into_iter().filter(|signal| signal.about_pupil() && standing.answer(*signal).is_yes())
}

fn compare(a: &Standing, b: &Standing, list: &WorkList, thresholds: &Thresholds) -> Ordering {
    let by_key = |key: &SortKey| rank(a, *key, thresholds).cmp(&rank(b, *key, thresholds));
    list.order.iter().map(by_key).find(|order| order.is_ne()).unwrap_or_else(|| a.pupil.cmp(&b.pupil))
}

/// What a key says of a pupil; the highest comes first.
fn rank(standing: &Standing, key: SortKey, thresholds: &Thresholds) -> Reverse<i64> {
    Reverse(match key {
        SortKey::Signal(signal) => i64::from(standing.answer(signal).is_yes()),
        SortKey::Level2 => i64::from(level(standing, Signal::S05, thresholds) == 2),
        SortKey::Band => level(standing, Signal::S01, thresholds),
        SortKey::Count => i64::try_from(firing(standing).count()).unwrap_or(i64::MAX),
        SortKey::Since => standing.since.first().map_or(i64::MIN, |day| -i64::from(day.0)), // the earliest day first
    })
}

#[cfg(test)]
mod tests {
    use domain::Day;
    use domain::Signal::*;
    use pack::Pack;

    use super::*;
    use crate::overview::testing::standing;
    use crate::signals::testing::{day, thresholds};

    fn monday() -> Day {
        day("2025-11-03")
    }

    /// The pupils of a list of the embedded pack, in its order.
    fn on(list: &str, standings: &[Standing]) -> Vec<(i32, First)> {
        let pupils = standings.iter().map(|standing| (standing.pupil, standing.clone())).collect();
        let overview = Overview { pupils, ..Overview::default() };
        let (pack, thresholds) = (Pack::embedded().unwrap(), thresholds());
        lines(&overview, pack.list(list).unwrap(), &thresholds)
            .iter()
            .map(|line| (line.standing.pupil, line.first))
            .collect()
    }

    #[track_caller]
    fn check_listed(list: &str, standing: &Standing, listed: bool) {
        let signals: Vec<Signal> = standing.answers.firing().collect();
        assert_eq!(!on(list, std::slice::from_ref(standing)).is_empty(), listed, "{list}: {signals:?}");
    }

    #[track_caller]
    fn check_order(standings: &[Standing], order: &[i32]) {
        for list in ["school", "team"] {
            let found: Vec<i32> = on(list, standings).into_iter().map(|(pupil, _)| pupil).collect();
            assert_eq!(found, order, "{list}");
        }
    }

    #[test]
    fn each_signal_stands_on_the_lists_that_name_it_and_s12_on_none() {
        for signal in Signal::ALL {
            let alone = standing(1, &[signal], monday());
            assert_eq!(alone.answers.firing().collect::<Vec<_>>(), [signal]);
            check_listed("school", &alone, !matches!(signal, S12a | S12b));
            check_listed("team", &alone, matches!(signal, S05 | S06 | S11));
        }
        check_listed("school", &standing(1, &[S12a, S12b], monday()), false);
    }

    #[test]
    fn repeated_absence_needs_another_signal_to_reach_the_team() {
        check_listed("team", &standing(1, &[S04, S02], monday()), true);
        check_listed("team", &standing(1, &[S04, S10], monday()), true);
        check_listed("team", &standing(1, &[S04, S03, S07, S08, S09, S12a, S12b], monday()), false);
        check_listed("team", &standing(1, &[S04], monday()).at_level(14, monday()), false); // band 10
        check_listed("team", &standing(1, &[S04], monday()).at_level(15, monday()), true);
        check_listed("team", &standing(1, &[S01, S02, S03, S10], monday()).at_level(50, monday()), false);
    }

    #[test]
    fn a_list_covers_its_grades() {
        let in_grade = |grade| Standing { grade, ..standing(1, &[S05], monday()) };
        for (grade, school, team) in [(0, true, false), (3, true, false), (4, true, true), (9, true, true)] {
            check_listed("school", &in_grade(grade), school);
            check_listed("team", &in_grade(grade), team);
        }
        check_listed("school", &in_grade(10), false);
        check_listed("team", &in_grade(10), false);
    }

    #[test]
    fn a_pupil_whose_timetable_has_stopped_is_on_no_list() {
        let mut stale = standing(1, &[S05, S11], monday());
        stale.peers.stale_since = Some(monday());
        check_listed("school", &stale, false);
        check_listed("team", &stale, false);
    }

    #[test]
    fn the_keys_of_the_order_come_one_after_the_other() {
        // each pupil has the key that decides and less of those before it; the numbers run the other way
        let mut level_2 = standing(8, &[S05], monday());
        level_2.own.s05.run = Some(20);
        let s11 = standing(9, &[S11], monday());
        let s05 = standing(7, &[S05], monday());
        let band_20 = standing(6, &[S06], monday()).at_level(20, monday());
        let band_15 = standing(5, &[S06], monday()).at_level(15, monday());
        let three = standing(4, &[S06, S02, S03], monday());
        let two_early = standing(3, &[S06, S09], monday().plus(-7));
        let two_late = standing(2, &[S06, S09], monday());
        let one = standing(1, &[S06, S12a, S12b], monday().plus(-70)); // S12 counts for nothing
        let all = [one, two_late, two_early, three, band_15, band_20, s05, level_2.judged(monday()), s11];
        check_order(&all, &[9, 8, 7, 6, 5, 4, 3, 2, 1]);
    }

    #[test]
    fn the_pupil_number_comes_last_of_all() {
        check_order(&[3, 1, 2].map(|pupil| standing(pupil, &[S05], monday())), &[1, 2, 3]);
    }

    #[test]
    fn the_mentor_asks_first_only_about_small_signs() {
        #[track_caller]
        fn check(standing: &Standing, first: First) {
            assert_eq!(on("school", std::slice::from_ref(standing)), [(standing.pupil, first)]);
        }
        check(&standing(1, &[S01], monday()), First::Mentor); // band 10
        check(&standing(1, &[S01], monday()).at_level(14, monday()), First::Mentor);
        check(&standing(1, &[S01], monday()).at_level(15, monday()), First::PupilHealth);
        check(&standing(1, &[S01, S07, S08, S09, S12a, S12b], monday()), First::Mentor);
        for other in [S02, S03, S04, S05, S06, S10, S11] {
            check(&standing(1, &[S09, other], monday()), First::PupilHealth);
        }
        assert_eq!(on("team", &[standing(1, &[S06], monday())]), [(1, First::PupilHealth)]);
    }

    #[test]
    fn places_are_those_of_the_lines() {
        let standings = [standing(1, &[S09], monday()), standing(2, &[S05], monday()), standing(3, &[], monday())];
        let pupils = standings.into_iter().map(|standing| (standing.pupil, standing)).collect();
        let overview = Overview { pupils, ..Overview::default() };
        let (pack, thresholds) = (Pack::embedded().unwrap(), thresholds());
        let on = |list: &str| places(&overview, pack.list(list).unwrap(), &thresholds);
        let place = |pupil, place, first| Place { pupil, place, first };
        assert_eq!(on("school"), [place(2, 0, First::PupilHealth), place(1, 1, First::Mentor)]);
        assert_eq!(on("team"), [place(2, 0, First::PupilHealth)]);
    }

    #[test]
    fn the_mask_has_a_bit_for_every_signal_that_fires() {
        assert_eq!(mask(&standing(1, &[S01, S05, S12b], monday())), 0b1_0000_0001_0001);
        assert_eq!(mask(&standing(1, &Signal::ALL, monday())), 0b1_1111_1111_1111);
        assert_eq!(mask(&standing(1, &[], monday())), 0);
    }

    #[test]
    fn a_stopped_timetable_leaves_no_signal_band_or_level() {
        let told =
            |standing: &Standing| (mask(standing) > 0, band(standing, &thresholds()), level5(standing, &thresholds()));
        let mut pupil = standing(1, &[S01, S05], monday());
        assert_eq!(told(&pupil), (true, 10, 1));
        assert_eq!(told(&standing(1, &[S05], monday()).at_level(31, monday())), (true, 30, 1));
        pupil.peers.stale_since = Some(monday());
        assert_eq!(told(&pupil), (false, 0, 0));
    }
}
