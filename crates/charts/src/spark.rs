//! A few weeks at a glance, for a row of a list. The row says in words what matters, so nobody has to read it.

use maud::{Markup, html};

use crate::{
    palette::Palette,
    px::{Px, many, px, svg},
};

/// A week at a glance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SparkWeek {
    /// Absence in permille of the time that is known.
    Absent(i64),
    /// School, but too little reported to say.
    Unknown,
    /// No school.
    NoSchool,
}

const WIDTH: Px = px(96);
const HEIGHT: Px = px(20);
/// What a week stands on.
const BASE: Px = px(19);
const WIDEST_WEEK: Px = px(10);

/// Bars of absence, oldest week first, the latest one darker. A week on its feet without a bar is full attendance, a
/// ring is not known, and nothing is no school.
pub fn spark(weeks: &[SparkWeek], palette: &Palette) -> Markup {
    let pitch = (WIDTH / many(weeks.len()).max(1)).min(WIDEST_WEEK);
    let from = WIDTH - pitch * many(weeks.len());
    let bar = pitch * 7 / 10;
    let place = |number: usize| from + many(number) * pitch + (pitch - bar) / 2;
    let last = weeks.len().saturating_sub(1);
    html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox={ "0 0 " (svg(WIDTH)) " " (svg(HEIGHT)) } width=(svg(WIDTH))
            height=(svg(HEIGHT)) aria-hidden="true" focusable="false" {
            @for (number, week) in weeks.iter().enumerate() {
                @let colour = if number == last { palette.ink } else { palette.unreported };
                @match week {
                    SparkWeek::Absent(share) => {
                        @let height = (BASE * share.clamp(&0, &1_000) / 1_000).max(0);
                        rect x=(svg(place(number))) y=(svg(BASE - height)) width=(svg(bar))
                            height=(svg(height + px(1))) fill=(colour) {}
                    }
                    SparkWeek::Unknown => {
                        circle cx=(svg(place(number) + bar / 2)) cy=(svg(BASE - px(3))) r="2" fill="none" stroke=(colour) {}
                    }
                    SparkWeek::NoSchool => {}
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Upper edges of the bars, and the number of rings.
    fn check(weeks: &[SparkWeek], tops: &[&str], rings: usize) {
        let drawn = spark(weeks, &Palette::LIGHT).0;
        let found: Vec<_> = drawn.split(" y=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        assert_eq!(found, tops);
        assert_eq!(drawn.matches("<circle").count(), rings);
        assert!(drawn.contains("aria-hidden=\"true\"") && !drawn.contains("style="));
    }

    #[test]
    fn full_attendance_stands_on_the_base_and_full_absence_reaches_the_top() {
        check(&[SparkWeek::Absent(0), SparkWeek::Absent(500), SparkWeek::Absent(1_000)], &["19", "9.5", "0"], 0);
    }

    #[test]
    fn unknown_is_a_ring_and_no_school_is_nothing() {
        check(&[SparkWeek::Unknown, SparkWeek::NoSchool], &[], 1);
    }

    #[test]
    fn what_cannot_be_is_cut() {
        check(&[SparkWeek::Absent(-1), SparkWeek::Absent(i64::MAX)], &["19", "0"], 0);
        check(&[], &[], 0);
    }
}
