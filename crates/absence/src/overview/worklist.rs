//! A work list: whom it shows, in which order, and whom to begin with. The rule and the order are the pack's.

use std::cmp::Ordering;

use domain::{Day, Signal};
use pack::{SortKey, Thresholds, WorkList};

use super::told::{self, Told};
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
    let listed = |standing: &'a Standing| {
        let told = Told::of(standing, thresholds);
        let first = listed(&told, list, thresholds)?;
        Some((told, Line { standing, first }))
    };
    let mut lines: Vec<(Told, Line<'_>)> = overview.pupils.values().filter_map(listed).collect();
    lines.sort_by(|(a, _), (b, _)| compare(a, b, list));
    lines.into_iter().map(|(_, line)| line).collect()
}

/// Who asks first about a pupil of a list; nobody when the pupil is not on it.
pub fn listed(told: &Told, list: &WorkList, thresholds: &Thresholds) -> Option<First> {
    let level = i8::try_from(told.grade).unwrap_or(i8::MAX);
    let on_it = !told.stale && list.includes(level, |condition| told.holds(*condition, thresholds));
    on_it.then(|| first(told, list, thresholds))
}

/// A pupil's place on a list: it depends on nobody else, and pupils come by rising place as [`compare`] has them.
///
/// The keys of the order stand in it one after the other, the first one in the highest bits, each as how far it is from
/// the highest that it can be; last the pupil number. `days` are the days that signals were followed on, oldest first: of
/// the day that one has been true since, its place among them. At most 62 bits are used: 13 for as many signals, 1 for
/// the level of S05, 7 for a band in percent, 4 for a number of signals, 6 for one of 53 days, 31 for a pupil number.
pub fn place(told: &Told, list: &WorkList, days: &[Day]) -> i64 {
    let mut place = 0;
    for (at, key) in list.order.iter().enumerate() {
        if list.order.iter().take(at).any(|earlier| earlier == key) {
            continue; // it has decided all it can
        }
        let (bits, highest) = match key {
            SortKey::Signal(_) | SortKey::Level2 => (1, 1),
            SortKey::Band => (7, 127),
            SortKey::Count => (4, 15),
            SortKey::Since => (6, 0),
        };
        let after = match key {
            SortKey::Since => told.since.map_or(63, |since| before(days, since).min(62)),
            key => highest - rank(told, *key).clamp(0, highest),
        };
        place = (place << bits) | after;
    }
    (place << 31) | i64::from(told.pupil.max(0))
}

/// How many of the days come before one.
fn before(days: &[Day], since: Day) -> i64 {
    i64::try_from(days.partition_point(|day| *day < since)).unwrap_or(i64::MAX)
}

/// The band of S01 in percent; 0 below the lowest, with too little data, and when the timetable has stopped.
pub fn band(standing: &Standing, thresholds: &Thresholds) -> i64 {
    if standing.is_stale() { 0 } else { told::band(&standing.own, thresholds) }
}

/// The signals about the pupil that fire.
pub fn firing(standing: &Standing) -> impl Iterator<Item = Signal> {
    Signal::ALL.into_iter().filter(|signal| signal.about_pupil() && standing.answer(*signal).is_yes())
}

/// The mentor asks first when every signal about the pupil is among those that the list gives to the mentor.
fn first(told: &Told, list: &WorkList, thresholds: &Thresholds) -> First {
    let for_mentor = |signal: Signal| {
        list.mentor_first.iter().any(|condition| condition.signal == signal && told.holds(*condition, thresholds))
    };
    if told.firing().all(for_mentor) { First::Mentor } else { First::PupilHealth }
}

/// Which of two pupils of a list comes first.
pub fn compare(a: &Told, b: &Told, list: &WorkList) -> Ordering {
    let by_key = |key: &SortKey| rank(b, *key).cmp(&rank(a, *key));
    list.order.iter().map(by_key).find(|order| order.is_ne()).unwrap_or_else(|| a.pupil.cmp(&b.pupil))
}

/// What a key says of a pupil; the highest comes first.
fn rank(told: &Told, key: SortKey) -> i64 {
    match key {
        SortKey::Signal(signal) => i64::from(told.answer(signal).is_yes()),
        SortKey::Level2 => i64::from(told.level5 == 2),
        SortKey::Band => told.band,
        SortKey::Count => i64::try_from(told.firing().count()).unwrap_or(i64::MAX),
        SortKey::Since => told.since.map_or(i64::MIN, |day| -i64::from(day.0)), // the earliest day first
    }
}

#[cfg(test)]
mod tests {
    use domain::Answer;
    use domain::Signal::*;
    use pack::Pack;

    use super::*;
    use crate::overview::testing::standing;
    use crate::signals::Answers;
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

    /// Pupils of all kinds, the order of the embedded lists and orders that nobody has thought of: places come as
    /// [`compare`] has the pupils.
    #[test]
    fn places_come_in_the_order_of_the_list() {
        let days: Vec<Day> = (0..53).map(|week| day("2025-08-08").plus(7 * week)).collect();
        let mut lots = 0x9e37_79b9_7f4a_7c15_u64;
        let mut lot = |of: u64| {
            lots ^= lots << 13;
            lots ^= lots >> 7;
            lots ^= lots << 17;
            lots % of
        };
        let keys: Vec<SortKey> = Signal::ALL.into_iter().map(SortKey::Signal).collect();
        let keys = [keys, vec![SortKey::Level2, SortKey::Band, SortKey::Count, SortKey::Since]].concat();
        let (pack, answers) = (Pack::embedded().unwrap(), [Answer::Yes, Answer::No, Answer::TooLittleData]);
        for round in 0..40 {
            let mut list = pack.list("team").unwrap().clone();
            if round > 0 {
                let wanted = usize::try_from(lot(18)).unwrap();
                let drawn = (0..wanted).map(|_| keys[usize::try_from(lot(17)).unwrap()]);
                list.order = if round == 1 { keys.clone() } else { drawn.collect() };
            }
            let mut pupils: Vec<Told> = (0..300)
                .map(|_| Told {
                    pupil: i32::try_from(1 + lot(999_999_999)).unwrap(),
                    grade: 7,
                    answers: Answers::from_fn(|_| answers[usize::try_from(lot(3)).unwrap()]),
                    band: [0, 10, 15, 20, 30, 50, 100][usize::try_from(lot(7)).unwrap()],
                    level5: i64::try_from(lot(3)).unwrap(),
                    since: days.get(usize::try_from(lot(60)).unwrap()).copied(),
                    stale: false,
                })
                .collect();
            pupils.sort_by(|a, b| compare(a, b, &list));
            let places: Vec<i64> = pupils.iter().map(|told| place(told, &list, &days)).collect();
            assert!(places.is_sorted() && places.iter().all(|place| *place > 0), "{:?}", list.order);
            pupils.sort_by_key(|told| place(told, &list, &days));
            assert!(pupils.is_sorted_by(|a, b| compare(a, b, &list).is_le()), "{:?}", list.order);
        }
    }

    #[test]
    fn the_mask_has_a_bit_for_every_signal_that_fires() {
        let mask = |signals| Told::of(&standing(1, signals, monday()), &thresholds()).mask();
        assert_eq!(mask(&[S01, S05, S12b]), 0b1_0000_0001_0001);
        assert_eq!(mask(&Signal::ALL), 0b1_1111_1111_1111);
        assert_eq!(mask(&[]), 0);
    }

    #[test]
    fn a_stopped_timetable_leaves_no_signal_and_no_band() {
        let told = |standing: &Standing| {
            let told = Told::of(standing, &thresholds());
            (told.mask() > 0, band(standing, &thresholds()), told.firing().count())
        };
        let mut pupil = standing(1, &[S01, S05], monday());
        assert_eq!(told(&pupil), (true, 10, 2));
        assert_eq!(told(&standing(1, &[S05], monday()).at_level(31, monday())), (true, 30, 2));
        pupil.peers.stale_since = Some(monday());
        assert_eq!(told(&pupil), (false, 0, 0));
    }
}
