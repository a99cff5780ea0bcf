//! Swedish public holidays, computed (lag 1989:253), and the three eves on which nobody works (lag 1930:173).

use jiff::civil::date;

use crate::Day;

/// Easter Sunday of a year in the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher.
pub(crate) fn easter(year: i16) -> Day {
    let year = i32::from(year);
    let (golden, century, rest) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15).rem_euclid(30);
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    // month 3 or 4, day 1 to 31
    let (month, day) = (i8::try_from(days / 31).unwrap_or(4), i8::try_from(days % 31 + 1).unwrap_or(1));
    Day::of(date(i16::try_from(year).unwrap_or_default(), month, day))
}

/// Whether a day is a public holiday. Sundays are, by law; they are left to whoever asks about weekdays.
pub(crate) fn is_public_holiday(day: Day) -> bool {
    let on = day.date();
    let after_easter = day.0 - easter(on.year()).0;
    // Långfredagen, påskdagen, annandag påsk, Kristi himmelsfärdsdag, pingstdagen.
    let moves_with_easter = matches!(after_easter, -2 | 0 | 1 | 39 | 49);
    let fixed = matches!((on.month(), on.day()), (1, 1 | 6) | (5, 1) | (6, 6) | (12, 25 | 26));
    // Midsommardagen is the Saturday of 20–26 June, alla helgons dag that of 31 October–6 November.
    let saturday = day.weekday() == 6 && matches!((on.month(), on.day()), (6, 20..=26) | (10, 31) | (11, 1..=6));
    moves_with_easter || fixed || saturday
}

/// Midsommarafton, julafton and nyårsafton, which count as holidays when time is counted (lag 1930:173, 2 §).
pub(crate) fn is_eve(day: Day) -> bool {
    let on = day.date();
    let midsummer = day.weekday() == 5 && matches!((on.month(), on.day()), (6, 19..=25));
    midsummer || matches!((on.month(), on.day()), (12, 24 | 31))
}
