//! The school line in the terminal: one mark a week, the higher the more absence.

use absence::overview::weeks::LineWeek;
use text::{Arg, Language, Message, render};

const HEIGHTS: [char; 9] = ['▁', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// A pupil's weeks as one line, from the first week's number to the last one's.
pub fn school_line(weeks: &[LineWeek], language: Language) -> String {
    let marks: String = weeks.iter().map(mark).collect();
    let (Some(first), Some(last)) = (weeks.first(), weeks.last()) else { return marks };
    let number = |week: u8| render(&Message::new("week-number").with("week", Arg::Count(i64::from(week))), language);
    format!("{} {marks} {}", number(first.week.number()), number(last.week.number()))
}

fn mark(week: &LineWeek) -> char {
    if week.scheduled == 0 {
        return '·';
    }
    if week.reported == 0 || 2 * week.reported < week.scheduled {
        return '?';
    }
    let height = usize::try_from((8 * week.absent + week.reported - 1) / week.reported).unwrap_or(8);
    HEIGHTS.get(height.min(8)).copied().unwrap_or('█')
}
