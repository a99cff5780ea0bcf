//! The matrix of SoL 21 kap. 2 § with FB 6 kap. 11 and 13 §§, every cell.

use domain::{
    Day,
    consent::{
        How, age_on,
        intervention::{
            Answer, Asked, Blocked, Custody, Instead, Note, Outcome, Said, Suitability, View, Why, check, outcome,
        },
    },
};

const YES: Said = Said::Yes;
const NO: Said = Said::No;
const AWAY: Said = Said::Unreachable;

fn answers(said: &[Said]) -> Vec<Answer> {
    let answer = |(number, said): (usize, &Said)| Answer {
        guardian: format!("{number:032x}"),
        name: "Maria Lind".to_owned(),
        said: *said,
        how: (*said != AWAY).then_some(How::OnTheSpot),
        day: Day(20_777),
    };
    said.iter().enumerate().map(answer).collect()
}

fn asked(age: u8, custody: Custody, said: &[Said], child: View) -> Asked {
    Asked {
        day: Day(20_777),
        age,
        custody,
        guardians: answers(said),
        child,
        words: String::new(),
        suitability: Suitability::Suitable,
        note: "Vägd mot ålder och mognad.".to_owned(),
    }
}

/// Why it is blocked; `Ok` with the note that is needed otherwise.
fn cell(asked: &Asked) -> Result<Option<Note>, Blocked> {
    match outcome(asked) {
        Outcome::Allowed { note } => Ok(note),
        Outcome::Blocked { why, .. } => Err(why),
    }
}

/// Every set of answers that two guardians can give, those not asked left out.
const TWO: [&[Said]; 9] =
    [&[YES, YES], &[YES, NO], &[NO, YES], &[NO, NO], &[YES, AWAY], &[AWAY, AWAY], &[NO, AWAY], &[YES], &[]];
const ONE: [&[Said]; 4] = [&[YES], &[NO], &[AWAY], &[]];

#[track_caller]
fn row(custody: Custody, ages: &[u8], child: View, expected: &[Result<Option<Note>, Blocked>]) {
    let columns: &[&[Said]] = match custody {
        Custody::One => &ONE,
        Custody::Two => &TWO,
    };
    assert_eq!(columns.len(), expected.len());
    for age in ages {
        for (said, expected) in columns.iter().zip(expected) {
            let got = cell(&asked(*age, custody, said, child));
            assert_eq!(got, *expected, "{custody:?}, {age} years, {said:?}, {child:?}");
        }
    }
}

const UNDER_15: [u8; 5] = [6, 11, 12, 13, 14];
const FROM_15: [u8; 3] = [15, 16, 17];

#[test]
fn under_15_every_guardian_must_say_yes_whatever_the_child_wants() {
    use Blocked::{GuardianNotAsked, GuardianSaysNo, GuardianUnreachable};
    for (child, note) in [(View::Wants, None), (View::WouldNotSay, None), (View::DoesNotWant, Some(Note::ChildsNo))] {
        let one = [Ok(note), Err(GuardianSaysNo), Err(GuardianUnreachable), Err(GuardianNotAsked)];
        row(Custody::One, &UNDER_15, child, &one);
        let two = [
            Ok(note),
            Err(GuardianSaysNo),
            Err(GuardianSaysNo),
            Err(GuardianSaysNo),
            Err(GuardianUnreachable),
            Err(GuardianUnreachable),
            Err(GuardianSaysNo),
            Err(GuardianNotAsked),
            Err(GuardianNotAsked),
        ];
        row(Custody::Two, &UNDER_15, child, &two);
    }
}

#[test]
fn from_15_the_childs_own_wish_is_enough_where_it_is_suitable_and_reasoned() {
    let own = Ok(Some(Note::Suitability));
    row(Custody::One, &FROM_15, View::Wants, &[Ok(None), own, own, own]);
    row(Custody::Two, &FROM_15, View::Wants, &[Ok(None), own, own, own, own, own, own, own, own]);
}

#[test]
fn from_15_a_child_who_would_not_say_needs_every_guardians_yes() {
    let missing = Err(Blocked::OwnYesMissing);
    row(Custody::One, &FROM_15, View::WouldNotSay, &[Ok(None), missing, missing, missing]);
    let mut two = [missing; 9];
    two[0] = Ok(None);
    row(Custody::Two, &FROM_15, View::WouldNotSay, &two);
}

#[test]
fn from_15_the_childs_no_is_a_no() {
    row(Custody::One, &FROM_15, View::DoesNotWant, &[Err(Blocked::PupilSaysNo); 4]);
    row(Custody::Two, &FROM_15, View::DoesNotWant, &[Err(Blocked::PupilSaysNo); 9]);
}

#[test]
fn nothing_begins_before_the_child_has_been_asked() {
    for ages in [&UNDER_15[..], &FROM_15, &[18]] {
        row(Custody::One, ages, View::NotAsked, &[Err(Blocked::ChildNotHeard); 4]);
        row(Custody::Two, ages, View::NotAsked, &[Err(Blocked::ChildNotHeard); 9]);
    }
}

#[test]
fn without_a_guardians_yes_suitability_is_judged_first_and_from_15_only() {
    for (suitability, why) in
        [(Suitability::NotJudged, Blocked::SuitabilityNotJudged), (Suitability::NotSuitable, Blocked::NotSuitable)]
    {
        for (custody, said) in [(Custody::One, &[NO][..]), (Custody::Two, &[YES, NO])] {
            let with = |age| Asked { suitability, ..asked(age, custody, said, View::Wants) };
            assert_eq!(cell(&with(15)), Err(why));
            assert_eq!(cell(&with(14)), Err(Blocked::GuardianSaysNo), "it helps nobody under 15");
        }
        let all_yes = Asked { suitability, ..asked(15, Custody::Two, &[YES, YES], View::Wants) };
        assert_eq!(cell(&all_yes), Ok(None), "it is not asked when the guardians say yes");
    }
}

#[test]
fn an_adult_decides_alone() {
    for said in TWO {
        assert_eq!(cell(&asked(18, Custody::Two, said, View::Wants)), Ok(None));
        assert_eq!(cell(&asked(18, Custody::Two, said, View::DoesNotWant)), Err(Blocked::PupilSaysNo));
        assert_eq!(cell(&asked(18, Custody::Two, said, View::WouldNotSay)), Err(Blocked::OwnYesMissing));
    }
}

#[test]
fn two_answers_of_one_guardian_are_not_the_answers_of_two() {
    let mut twice = asked(13, Custody::Two, &[YES, YES], View::Wants);
    let first = twice.guardians.first().unwrap().guardian.clone();
    for answer in &mut twice.guardians {
        answer.guardian.clone_from(&first);
    }
    assert_eq!(cell(&twice), Err(Blocked::GuardianNotAsked));
    assert_eq!(check(&twice), Err(vec![Why::AnsweredTwice]));
}

#[track_caller]
fn check_instead(asked: &Asked, expected: &[Instead]) {
    let instead = match outcome(asked) {
        Outcome::Blocked { instead, .. } => instead,
        Outcome::Allowed { .. } => Vec::new(),
    };
    assert_eq!(instead, expected);
}

#[test]
fn a_block_says_what_can_be_done_instead() {
    use Instead::{Application, AskAgain, CooperationTalks, OwnApplication, SchoolOnly};
    let two = |age, said: &[Said], child| asked(age, Custody::Two, said, child);
    // FB 6 kap. 13 a §: one of two guardians can be enough for support after an application.
    check_instead(&two(11, &[YES, NO], View::Wants), &[SchoolOnly, Application, CooperationTalks]);
    check_instead(&two(11, &[NO, NO], View::Wants), &[SchoolOnly]);
    check_instead(&two(11, &[YES, AWAY], View::Wants), &[AskAgain, SchoolOnly, Application]);
    check_instead(&two(11, &[], View::Wants), &[AskAgain, SchoolOnly]);
    // SoL 21 kap. 1 §: from 12 the own consent can be enough for assessed support, and for that only.
    check_instead(&two(12, &[NO, NO], View::Wants), &[SchoolOnly, OwnApplication]);
    check_instead(&two(12, &[NO, NO], View::WouldNotSay), &[SchoolOnly]);
    check_instead(&two(14, &[YES, NO], View::Wants), &[SchoolOnly, Application, OwnApplication, CooperationTalks]);
    check_instead(&two(14, &[YES, NO], View::NotAsked), &[AskAgain, SchoolOnly]);
    check_instead(&two(15, &[YES, YES], View::DoesNotWant), &[SchoolOnly]);
    check_instead(&asked(10, Custody::One, &[NO], View::Wants), &[SchoolOnly]);
}

#[test]
fn what_must_be_said_is_asked_for_all_at_once() {
    let fine = asked(15, Custody::Two, &[YES, NO], View::Wants);
    assert_eq!(check(&fine), Ok(Outcome::Allowed { note: Some(Note::Suitability) }));
    let blank = Asked { note: " ".to_owned(), ..fine.clone() };
    assert_eq!(check(&blank), Err(vec![Why::SuitabilityNoteMissing]));
    let no = asked(9, Custody::Two, &[YES, YES], View::DoesNotWant);
    assert_eq!(check(&Asked { note: String::new(), ..no }), Err(vec![Why::ChildsNoNoteMissing]));
    let mut silent = asked(15, Custody::One, &[YES, NO], View::Wants);
    silent.guardians.iter_mut().for_each(|answer| answer.how = None);
    silent.note.clear();
    assert_eq!(check(&silent), Err(vec![Why::TooManyAnswers, Why::HowMissing, Why::SuitabilityNoteMissing]));
}

#[test]
fn a_year_is_completed_on_the_birthday() {
    let age = |born: &str, day: &str| age_on(born.parse().unwrap(), day.parse().unwrap());
    assert_eq!(age("2011-11-23", "2026-11-22"), 14);
    assert_eq!(age("2011-11-22", "2026-11-22"), 15);
    assert_eq!(age("2011-12-31", "2026-01-01"), 14);
    assert_eq!(age("2012-02-29", "2027-02-28"), 14);
    assert_eq!(age("2012-02-29", "2027-03-01"), 15);
    assert_eq!(age("2012-02-29", "2028-02-29"), 16);
    assert_eq!(age("2026-11-23", "2026-11-22"), 0);
}

#[test]
fn answers_say_no_name_and_no_words_in_a_log() {
    let mut one = asked(13, Custody::Two, &[YES, NO], View::Wants);
    one.words = "hemligt".to_owned();
    let said = format!("{one:?}");
    assert!(!said.contains("Maria") && !said.contains("hemligt") && !said.contains("mognad"), "{said}");
}
