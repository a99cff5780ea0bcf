//! How high the parts of a week's bar reach.

use super::input::{Kind, Week};
use crate::px::Px;

/// Where each part ends, above the base line: valid, invalid, late, unreported. Each lies on the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stack {
    pub(super) valid: Px,
    pub(super) invalid: Px,
    pub(super) late: Px,
    pub(super) unreported: Px,
}

/// More minutes than a week has; keeps the reckoning within bounds.
const MOST: i64 = 20_000;

/// The bar of a week in a plot of a height, or none in a week without school.
pub(super) fn stack(week: &Week, height: Px) -> Option<Stack> {
    let scheduled = week.scheduled.clamp(0, MOST);
    if week.kind != Kind::School || scheduled == 0 {
        return None;
    }
    let reported = week.reported.clamp(0, scheduled);
    let valid = week.valid.clamp(0, reported);
    let invalid = week.invalid.clamp(0, reported - valid);
    let late = week.late.clamp(0, reported - valid - invalid);
    let reach = |minutes: i64| height * minutes / scheduled;
    Some(Stack {
        valid: reach(valid),
        invalid: reach(valid + invalid),
        late: reach(valid + invalid + late),
        unreported: reach(valid + invalid + late + scheduled - reported),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Scheduled, reported, valid, invalid, late.
    fn check(minutes: [i64; 5], expected: Option<[Px; 4]>) {
        let [scheduled, reported, valid, invalid, late] = minutes;
        let week = Week { kind: Kind::School, scheduled, reported, valid, invalid, late, ..Week::default() };
        let found = stack(&week, 10_000).map(|it| [it.valid, it.invalid, it.late, it.unreported]);
        assert_eq!(found, expected);
    }

    #[test]
    fn parts_lie_on_each_other_as_shares_of_scheduled_time() {
        check([1_000, 900, 200, 100, 50], Some([2_000, 3_000, 3_500, 4_500]));
    }

    #[test]
    fn a_fully_absent_week_reaches_the_top_exactly() {
        check([1_337, 1_337, 1_337, 0, 0], Some([10_000; 4]));
        check([1_337, 1_337, 600, 730, 7], Some([4_487, 9_947, 10_000, 10_000]));
    }

    #[test]
    fn absence_and_what_is_not_known_never_go_beyond_the_whole() {
        check([1_000, 400, 900, 900, 900], Some([4_000, 4_000, 4_000, 10_000]));
        check([1_000, 5_000, 700, 700, 700], Some([7_000, 10_000, 10_000, 10_000]));
    }

    #[test]
    fn what_cannot_be_is_cut() {
        check([1_000, 1_000, -5, -5, -5], Some([0; 4]));
        check([i64::MAX, i64::MAX, i64::MAX, i64::MAX, i64::MIN], Some([10_000; 4]));
    }

    #[test]
    fn nothing_scheduled_is_nothing_drawn() {
        check([0, 0, 10, 0, 0], None);
        check([-60, 0, 0, 0, 0], None);
    }

    #[test]
    fn a_holiday_has_no_bar_whatever_its_minutes_say() {
        let week = Week { kind: Kind::Holiday { name: String::new() }, scheduled: 60, ..Week::default() };
        assert_eq!(stack(&week, 10_000), None);
        assert_eq!(stack(&Week { kind: Kind::None, ..week }, 10_000), None);
    }
}
