//! What is drawn in the terminal: the school line, one mark a week, and text in a readable width.

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

/// Width of explanations, and how far they stand in.
const WIDTH: usize = 96;
const INDENT: &str = "     ";

/// Text in lines of a readable width, standing in. A no-break space does not break.
pub fn wrapped(text: &str) -> String {
    let mut lines = vec![String::from(INDENT)];
    for word in text.split(' ') {
        let line = lines.last().map_or(0, |line| line.chars().count());
        if line + word.chars().count() > WIDTH && line > INDENT.len() {
            lines.push(format!("{INDENT}  "));
        }
        if let Some(line) = lines.last_mut() {
            if !line.ends_with(' ') {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use domain::Week;

    use super::*;

    fn week(scheduled: i64, reported: i64, absent: i64) -> char {
        mark(&LineWeek { week: Week(0), scheduled, reported, absent })
    }

    #[test]
    fn a_week_is_as_high_as_its_absence() {
        let marks: String = [0, 1, 100, 101, 500, 799, 800].map(|absent| week(800, 800, absent)).into_iter().collect();
        assert_eq!(marks, "▁▁▁▂▅██");
    }

    #[test]
    fn a_week_that_nobody_reported_is_neither_presence_nor_absence() {
        assert_eq!([week(0, 0, 0), week(800, 0, 0), week(800, 399, 0), week(800, 400, 0)], ['·', '?', '?', '▁']);
    }

    #[test]
    fn long_text_is_broken_between_words_only() {
        let text = "ord ".repeat(60) + "98\u{a0}%";
        assert!(wrapped(&text).lines().all(|line| line.chars().count() <= WIDTH + 1 && line.starts_with(INDENT)));
        assert!(wrapped(&text).ends_with("ord 98\u{a0}%"));
    }
}
