//! Cells of a workbook as the texts that a CSV file would have.

use calamine::{DataRef, ExcelDateTime};

/// The text of a cell; an error in a cell is empty, and so a missing value.
pub(super) fn text(cell: &DataRef<'_>) -> String {
    match cell {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => float(*number),
        DataRef::Bool(yes) => if *yes { "true" } else { "false" }.to_owned(),
        DataRef::DateTime(moment) => moment_text(moment),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// A number as short as it can be: a personal number of twelve digits has no decimals.
fn float(number: f64) -> String {
    let nearest = (number * 1e6).round() / 1e6;
    if nearest.is_finite() { format!("{nearest}") } else { String::new() }
}

/// A date, a time of day or both; a duration as hours and minutes.
fn moment_text(moment: &ExcelDateTime) -> String {
    let value = moment.as_f64();
    if !(0.0..3_000_000.0).contains(&value) {
        return String::new();
    }
    let (year, month, day, hours, minutes, seconds, _) = moment.to_ymd_hms_milli();
    // Excel keeps fractions of a day: 08:15 may come out as 08:14:59.999
    let whole = value.fract() * 86_400.0;
    let close = (whole - whole.round()).abs() < 0.01;
    let (hours, minutes) = if close { clock(whole.round()) } else { (u32::from(hours), u32::from(minutes)) };
    let _ = seconds;
    if moment.is_duration() {
        let days = value.trunc();
        let days = if days < 1_000.0 { days } else { 0.0 };
        return format!("{}:{minutes:02}", days * 24.0 + f64::from(hours));
    }
    match (value < 1.0, value.fract() == 0.0) {
        (true, _) => format!("{hours:02}:{minutes:02}"),
        (false, true) => format!("{year:04}-{month:02}-{day:02}"),
        (false, false) => format!("{year:04}-{month:02}-{day:02} {hours:02}:{minutes:02}"),
    }
}

/// Hours and minutes of whole seconds below a day.
fn clock(seconds: f64) -> (u32, u32) {
    let minutes = (0..1440_u32).rev().find(|minute| f64::from(*minute) * 60.0 <= seconds).unwrap_or(0);
    (minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType;

    use super::*;

    #[track_caller]
    fn check(value: f64, duration: bool, expected: &str) {
        let sort = if duration { ExcelDateTimeType::TimeDelta } else { ExcelDateTimeType::DateTime };
        assert_eq!(text(&DataRef::DateTime(ExcelDateTime::new(value, sort, false))), expected);
    }

    #[test]
    fn serial_numbers_become_dates_and_times() {
        // 46342 days after 1899-12-30 is 2026-11-16; 495 minutes of 1440 is 08:15
        check(46_342.0, false, "2026-11-16");
        check(46_342.0 + 495.0 / 1440.0, false, "2026-11-16 08:15");
        check(495.0 / 1440.0, false, "08:15");
        check(80.0 / 1440.0, true, "1:20");
        check(1.25, true, "30:00");
        check(f64::NAN, false, "");
    }

    #[test]
    fn numbers_have_no_more_decimals_than_they_need() {
        assert_eq!(text(&DataRef::Float(201_303_149_809.0)), "201303149809");
        assert_eq!(text(&DataRef::Float(50.0)), "50");
        assert_eq!(text(&DataRef::Float(0.1 + 0.2)), "0.3");
    }
}
