//! The school's inquiry and the notification of concern, folded from their statements.

#![expect(clippy::unwrap_used, reason = "test helpers fail by panicking, as tests do")]

use domain::{
    Day,
    calendar::Calendar,
    concern, inquiry,
    inquiry::{AbsenceInquiry, Conclusion, Consulted, ConsultedWith, Done, Opened, Recipient, Reported, Times, Why},
    step::Statement,
};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn uuid(id: u128) -> String {
    format!("{id:032x}")
}

/// Statements numbered from 1, handed over in reverse: the order of arrival is of no account.
fn statements(bodies: &[Vec<u8>]) -> Vec<Statement<'_>> {
    let ids = (1_u128..).zip(1_u32..).zip(bodies);
    let mut all: Vec<_> = ids.map(|((id, lamport), body)| Statement { id, lamport, side: "school", body }).collect();
    all.reverse();
    all
}

fn opened(other_home: bool) -> inquiry::Body {
    inquiry::Body::Opened(Opened {
        day: day("2026-11-20"),
        by: "Eva Ek".to_owned(),
        by_id: uuid(77),
        reason: "Frånvaron har ökat i fyra veckor.".to_owned(),
        decision: None,
        other_home,
    })
}

fn consulted(with: Consulted, reached: bool) -> inquiry::Body {
    let words = "Svårast på morgonen.".to_owned();
    inquiry::Body::Consulted(ConsultedWith { of: uuid(1), day: day("2026-11-24"), with, reached, words })
}

fn reported(to: Recipient) -> inquiry::Body {
    inquiry::Body::Reported(Reported { of: uuid(1), day: day("2026-11-23"), to })
}

fn done() -> Done {
    Done {
        of: uuid(1),
        day: day("2026-12-08"),
        conclusion: Conclusion::Referral,
        causes: Vec::new(),
        support_inquiry: false,
        words: "Skolan föreslår teamet.".to_owned(),
        not_consulted: String::new(),
    }
}

fn inquiries(bodies: &[inquiry::Body]) -> Vec<AbsenceInquiry> {
    let bodies: Vec<_> = bodies.iter().map(|body| body.to_json().unwrap()).collect();
    inquiry::fold(&statements(&bodies))
}

/// What is left to do as words and days.
#[track_caller]
fn check_left(bodies: &[inquiry::Body], expected: &[&str]) {
    let all = inquiries(bodies);
    let left = all.first().unwrap().to_do(Times::default(), &Calendar::default());
    let left: Vec<_> = left.iter().map(|(what, by)| format!("{what:?} {by}")).collect();
    assert_eq!(left, expected);
}

#[test]
fn an_open_inquiry_is_reported_within_five_working_days_and_done_within_three_weeks() {
    let ask = ["Consult(Pupil) 2026-12-11", "Consult(Guardians) 2026-12-11", "Consult(PupilHealth) 2026-12-11"];
    let tail = |from: usize, first: &[&'static str]| {
        first.iter().copied().chain(ask.into_iter().skip(from)).chain(["Conclude 2026-12-11"]).collect::<Vec<_>>()
    };
    check_left(&[opened(false)], &tail(0, &["Report(Huvudman) 2026-11-27"]));
    // skollagen 7 kap. 22 §: another huvudman than the home municipality tells that too.
    let both = ["Report(Huvudman) 2026-11-27", "Report(HomeMunicipality) 2026-11-27"];
    check_left(&[opened(true)], &tail(0, &both));
    let some = [opened(true), reported(Recipient::Huvudman), consulted(Consulted::Pupil, true)];
    check_left(&some, &tail(1, &["Report(HomeMunicipality) 2026-11-27"]));
    let tried = [opened(false), reported(Recipient::Huvudman), consulted(Consulted::Pupil, false)];
    check_left(&tried, &tail(0, &[]));
}

#[test]
fn a_conclusion_ends_all_but_the_duty_to_report() {
    check_left(&[opened(false), inquiry::Body::Done(done())], &["Report(Huvudman) 2026-11-27"]);
    check_left(&[opened(false), inquiry::Body::Done(done()), reported(Recipient::Huvudman)], &[]);
}

#[test]
fn whoever_is_not_consulted_is_accounted_for() {
    let all = Consulted::ALL.iter().map(|with| consulted(*with, true));
    let asked = inquiries(&[vec![opened(false)], all.collect()].concat());
    assert_eq!(asked.first().unwrap().check_done(&done()), Ok(()));
    let unasked = inquiries(&[opened(false), consulted(Consulted::Guardians, false)]);
    let check = |done: &Done, expected| assert_eq!(unasked.first().unwrap().check_done(done), expected);
    check(&done(), Err(vec![Why::NotConsulted]));
    check(&Done { not_consulted: "Eleven ville inte.".to_owned(), ..done() }, Ok(()));
    let empty = Done { words: " ".to_owned(), day: day("2026-11-19"), ..done() };
    check(&empty, Err(vec![Why::NotConsulted, Why::WordsMissing, Why::BeforeOpened]));
}

#[test]
fn what_points_at_no_inquiry_changes_none() {
    let stray = inquiry::Body::Reported(Reported { of: uuid(9), day: day("2026-11-23"), to: Recipient::Huvudman });
    assert_eq!(inquiries(&[opened(false), stray]), inquiries(&[opened(false)]));
    let two = inquiries(&[opened(false), opened(true), inquiry::Body::Done(done())]);
    assert_eq!(two.iter().map(|it| it.done.is_some()).collect::<Vec<_>>(), [true, false]);
}

fn prepared() -> concern::Body {
    let (by, by_id, words) = ("Eva Ek".to_owned(), uuid(77), "hemligt".to_owned());
    concern::Body::Prepared(concern::Prepared { day: day("2026-11-20"), by, by_id, words })
}

fn notified(of: Option<u128>, feedback_wanted: bool) -> concern::Body {
    let (channel, by, by_id) = (concern::Channel::Phone, "Eva Ek".to_owned(), uuid(77));
    let (of, day) = (of.map(uuid), day("2026-11-20"));
    concern::Body::Notified(concern::Notified { of, day, channel, by, by_id, feedback_wanted })
}

fn answered(of: u128) -> concern::Body {
    let feedback = concern::Feedback::NotOpened;
    concern::Body::Answered(concern::Answered { of: uuid(of), day: day("2026-12-01"), feedback })
}

#[track_caller]
fn check_concern(bodies: &[concern::Body], expected: &[Option<(concern::ToDo, &str)>]) {
    let bodies: Vec<_> = bodies.iter().map(|body| body.to_json().unwrap()).collect();
    let all = concern::fold(&statements(&bodies));
    let expected: Vec<_> = expected.iter().map(|it| it.map(|(what, on)| (what, day(on)))).collect();
    assert_eq!(all.iter().map(concern::Concern::to_do).collect::<Vec<_>>(), expected);
}

#[test]
fn a_concern_that_is_prepared_is_notified_the_same_day() {
    use concern::ToDo;
    check_concern(&[prepared()], &[Some((ToDo::Notify, "2026-11-20"))]);
    check_concern(&[prepared(), notified(Some(1), false)], &[None]);
    check_concern(&[notified(None, false)], &[None]);
}

#[test]
fn feedback_that_was_asked_for_is_looked_for_after_fourteen_days_and_a_week() {
    use concern::ToDo;
    let wanted = [prepared(), notified(Some(1), true)];
    check_concern(&wanted, &[Some((ToDo::AskForFeedback, "2026-12-11"))]);
    check_concern(&[prepared(), notified(Some(1), true), answered(2)], &[None]);
    // What answers nothing known changes nothing.
    check_concern(&[prepared(), notified(Some(1), true), answered(9)], &[Some((ToDo::AskForFeedback, "2026-12-11"))]);
}

#[test]
fn each_notification_is_its_own() {
    check_concern(&[prepared(), notified(Some(1), false), notified(Some(1), false)], &[None, None]);
}

#[test]
fn inquiries_and_concerns_say_no_name_and_no_words_in_a_log() {
    let said = format!("{:?}{:?}{:?}", opened(true), prepared(), notified(None, true));
    assert!(!said.contains("Eva") && !said.contains("hemligt") && !said.contains("veckor"), "{said}");
}
