//! Lengths in a picture, as whole hundredths: the same numbers give the same bytes everywhere, and no sum is ever
//! "not a number".

/// A length or a coordinate in hundredths of the view box's unit.
pub(crate) type Px = i64;

/// So many whole units.
pub(crate) const fn px(units: i64) -> Px {
    units * 100
}

/// As it is written in SVG: `1250` is `12.5`.
pub(crate) fn svg(length: Px) -> String {
    let sign = if length < 0 { "-" } else { "" };
    let (whole, part) = (length.unsigned_abs() / 100, length.unsigned_abs() % 100);
    match part {
        0 => format!("{sign}{whole}"),
        _ if part % 10 == 0 => format!("{sign}{whole}.{}", part / 10),
        _ => format!("{sign}{whole}.{part:02}"),
    }
}

/// A number of things, for reckoning with lengths.
pub(crate) fn many(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

#[test]
fn lengths_are_written_with_as_few_digits_as_they_need() {
    for (length, written) in [(0, "0"), (px(12), "12"), (1250, "12.5"), (1205, "12.05"), (-5, "-0.05"), (-100, "-1")] {
        assert_eq!(svg(length), written);
    }
}
