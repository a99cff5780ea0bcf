//! What every explanation holds besides its own sentence: the split, the coverage and what is not known
//! (method, section 1.4).

use domain::Answer;
use text::{Arg, Message, Rounding};

use crate::scan::{Bound, Window};

/// P13: coverage below this is too little to answer. Method, not a setting.
const COVERAGE_PERCENT: i64 = 80;

/// An explanation: sentences in order, to be rendered in the reader's language.
pub type Explained = Vec<Message>;

/// The sentence of a signal with the basis under it; when there is too little data, what is missing instead.
/// `threshold` is given where the unreported lessons could change the answer.
pub fn with_basis(
    answer: Answer,
    headline: Message,
    missing: Option<Message>,
    window: &Window,
    threshold: Option<i64>,
) -> Explained {
    let mut explained = many_with_basis(answer, vec![headline], missing, window, threshold);
    if answer != Answer::TooLittleData && window.reported < window.scheduled {
        match threshold.map(|percent| window.bound(percent)) {
            Some(Bound::Certain) => explained.push(Message::new("explain-certain-anyway")),
            Some(Bound::SurelyNot) => explained.push(Message::new("explain-surely-not")),
            Some(Bound::Open) | None => {}
        }
    }
    explained
}

/// Like [`with_basis`], for a signal with any number of sentences.
pub fn many_with_basis(
    answer: Answer,
    headlines: Vec<Message>,
    missing: Option<Message>,
    window: &Window,
    threshold: Option<i64>,
) -> Explained {
    let mut explained = match (answer, missing) {
        (Answer::TooLittleData, Some(missing)) => vec![missing],
        _ => headlines,
    };
    if window.scheduled > 0 {
        explained.push(basis(window, threshold.as_slice()));
    }
    explained
}

/// Valid and invalid, the share reported of the pupil's own scheduled time (P11), and the bounds (P13).
pub fn basis(window: &Window, thresholds: &[i64]) -> Message {
    let of_reported = |part| Arg::Percent { part, whole: window.reported, rounding: Rounding::Whole };
    let complete = window.reported == window.scheduled;
    let message = Message::new(if complete { "explain-basis-complete" } else { "explain-basis" })
        .with("valid", of_reported(window.valid))
        .with("invalid", of_reported(window.invalid));
    if complete {
        return message;
    }
    message
        .with("reported", Arg::rate(window.reported, window.scheduled, &[COVERAGE_PERCENT, 100]))
        .with("low", Arg::lower_bound(window.least(), window.scheduled))
        .with("high", Arg::upper_bound(window.most(), window.scheduled, thresholds))
}

/// Says how many days there are of those needed, when there are too few.
pub fn too_few_days(have: i64, need: i64) -> Option<Message> {
    too_few("explain-too-few-days", have, need)
}

/// Says how many weeks there are of those needed, when there are too few.
pub fn too_few_weeks(have: i64, need: i64) -> Option<Message> {
    too_few("explain-too-few-weeks", have, need)
}

/// Says how many lessons there are of those needed, when there are too few.
pub fn too_few_lessons(have: i64, need: i64) -> Option<Message> {
    too_few("explain-too-few-lessons", have, need)
}

fn too_few(code: &'static str, have: i64, need: i64) -> Option<Message> {
    (have < need).then(|| Message::new(code).with("have", Arg::Count(have)).with("need", Arg::Count(need)))
}

/// Says how much is reported, when it is too little to answer.
pub fn low_coverage(window: &Window) -> Option<Message> {
    let reported = Arg::rate(window.reported, window.scheduled, &[COVERAGE_PERCENT]);
    (!window.covered()).then(|| Message::new("explain-low-coverage").with("reported", reported))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signals::testing::said;

    /// A window of so many scheduled and reported minutes, with valid and invalid absence.
    fn window(scheduled: i64, reported: i64, valid: i64, invalid: i64) -> Window {
        Window { scheduled, reported, valid, invalid, ..Window::default() }
    }

    #[track_caller]
    fn check(messages: impl IntoIterator<Item = Message>, sentence: &str) {
        assert_eq!(said(&messages.into_iter().collect()), sentence);
    }

    #[test]
    fn the_basis_names_split_coverage_and_bounds() {
        // 10 % and 5 % of 900; 900/1000; 135/1000 rounded down and 235/1000 rounded up
        check(
            [basis(&window(1000, 900, 90, 45), &[])],
            "Giltig 10 %, ogiltig 5 %. 90 % av elevens egna schemalagda tid är rapporterad; vad det orapporterade än \
             rymmer ligger frånvaron mellan 13 % och 24 %.",
        );
        check(
            [basis(&window(1000, 1000, 100, 0), &[])],
            "Giltig 10 %, ogiltig 0 %. Hela elevens egna schemalagda tid är rapporterad.",
        );
    }

    #[test]
    fn almost_everything_reported_is_not_shown_as_everything() {
        let told = said(&vec![basis(&window(10_000, 9_999, 0, 0), &[])]);
        assert!(told.contains("99,9 % av elevens egna"), "{told}");
    }

    #[test]
    fn the_upper_bound_is_not_shown_as_reaching_a_threshold_that_it_does_not_reach() {
        // (149 + 100)/1000 = 24.9 %, which rounded up would be 25
        let told = said(&vec![basis(&window(1000, 900, 149, 0), &[25])]);
        assert!(told.ends_with("mellan 14 % och 24,9 %."), "{told}");
    }

    #[test]
    fn coverage_just_below_the_limit_is_not_shown_as_eighty() {
        check(
            low_coverage(&window(10_000, 7_999, 0, 0)),
            "För lite underlag för att svara: bara 79,9 % av elevens egna schemalagda tid är rapporterad.",
        );
        assert_eq!(low_coverage(&window(10_000, 8_000, 0, 0)), None);
    }

    #[test]
    fn what_is_missing_is_told_in_singular_and_plural() {
        check(too_few_days(1, 15), "För lite underlag för att svara: 1 skoldag att räkna på, men 15 behövs.");
        check(too_few_days(0, 15), "För lite underlag för att svara: 0 skoldagar att räkna på, men 15 behövs.");
        check(too_few_weeks(1, 8), "För lite underlag för att svara: 1 skolvecka att räkna på, men 8 behövs.");
        check(too_few_lessons(1, 28), "För lite underlag för att svara: 1 lektion att räkna på, men 28 behövs.");
        assert_eq!(too_few_days(15, 15), None);
    }

    #[test]
    fn too_little_data_takes_the_place_of_the_headline() {
        let headline = || Message::new("explain-s05-none");
        let explained = with_basis(Answer::TooLittleData, headline(), too_few_days(0, 1), &window(0, 0, 0, 0), None);
        assert_eq!(explained, [too_few_days(0, 1).unwrap()]);
        let explained = with_basis(Answer::No, headline(), None, &window(0, 0, 0, 0), None);
        assert_eq!(explained, [headline()]);
    }

    #[test]
    fn with_everything_reported_nothing_is_said_of_certainty() {
        let codes = |reported, valid| {
            let window = window(1000, reported, valid, 0);
            let explained = with_basis(Answer::Yes, Message::new("explain-s02"), None, &window, Some(25));
            explained.iter().map(|message| message.code).collect::<Vec<_>>()
        };
        assert_eq!(codes(1000, 250), ["explain-s02", "explain-basis-complete"]);
        assert_eq!(codes(900, 250), ["explain-s02", "explain-basis", "explain-certain-anyway"]);
        assert_eq!(codes(900, 200), ["explain-s02", "explain-basis"]);
        assert_eq!(codes(900, 149), ["explain-s02", "explain-basis", "explain-surely-not"]);
    }
}
