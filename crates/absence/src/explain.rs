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
