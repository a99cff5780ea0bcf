//! The plan: what it must have, what it need not have, and how much of it was done.

#![expect(clippy::unwrap_used, reason = "test helpers fail by panicking, as tests do")]

use domain::{
    Day, Side,
    consent::How,
    plan::{
        Agreement, Category, Dose, Followed, For, Frequency, Goal, GoalKind, Item, Level, Next, Party, Person, Plan,
        Span, Toolbox, Tried, Voice, Why, Word, check, dose, next_look, tries,
    },
};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn toolbox() -> Toolbox {
    let category = |code: &str, sides: &[Side]| Category {
        code: code.to_owned(),
        activities: vec!["goal_talk".to_owned(), "walk_and_talk".to_owned()],
        sides: sides.to_vec(),
    };
    Toolbox { categories: vec![category("T1", &[Side::School, Side::Social]), category("T3", &[Side::School])] }
}

fn goal(id: &str, kind: GoalKind) -> Goal {
    Goal { id: id.to_owned(), kind, words: "Två morgnar i veckan".to_owned(), levels: Default::default(), start: None }
}

fn item() -> Item {
    Item {
        id: "i1".to_owned(),
        category: "T1".to_owned(),
        activity: "walk_and_talk".to_owned(),
        words: "På väg till skolan.".to_owned(),
        frequency: Frequency { times: 2, per: Span::Week },
        minutes: 30,
        from: day("2026-11-23"),
        review: day("2026-12-07"),
        side: Side::Social,
        person: Person { id: "p1".to_owned(), name: "Sara Berg".to_owned() },
        whom: For::Pupil,
        group: None,
        goals: vec!["g1".to_owned()],
    }
}

fn plan() -> Plan {
    Plan {
        goals: vec![goal("g1", GoalKind::Attendance), goal("g2", GoalKind::SchoolResults)],
        items: vec![item()],
        review: day("2026-12-18"),
        words: "Jag vill börja med slöjden.".to_owned(),
    }
}

fn voice(party: Party, word: Word) -> Voice {
    let said = word != Word::Waiting;
    Voice {
        party,
        name: "Elin Lind".to_owned(),
        word,
        how: said.then_some(How::OnTheSpot),
        day: said.then(|| day("2026-11-20")),
        words: String::new(),
    }
}

fn agreement(pupil: Word) -> Agreement {
    Agreement { at_meeting: true, voices: vec![voice(Party::Pupil, pupil), voice(Party::Guardian, Word::Waiting)] }
}

#[track_caller]
fn check_plan(change: impl Fn(&mut Plan), expected: &[Why]) {
    let mut changed = plan();
    change(&mut changed);
    let said = agreement(Word::Yes);
    let got = check(&changed, &said, &toolbox(), day("2026-11-20"), day("2026-12-18"));
    assert_eq!(got.err().unwrap_or_default(), expected);
}

/// The same with a change of the one item.
#[track_caller]
fn check_item(change: impl Fn(&mut Item), expected: &[Why]) {
    check_plan(|plan| plan.items.iter_mut().for_each(&change), expected);
}

#[test]
fn an_attendance_goal_in_the_pupils_own_terms_is_enough() {
    check_plan(|_| {}, &[]);
    check_plan(|plan| plan.goals.truncate(1), &[]);
    check_plan(
        |plan| plan.goals.retain(|it| it.kind != GoalKind::Attendance),
        &[Why::NoAttendanceGoal, Why::GoalUnknown(1)],
    );
    check_plan(
        |plan| plan.goals.iter_mut().for_each(|it| it.words.clear()),
        &[Why::GoalWithoutWords(1), Why::GoalWithoutWords(2)],
    );
    check_plan(|plan| plan.goals.push(goal("g1", GoalKind::Own)), &[Why::GoalTwice(3)]);
    assert_eq!(GoalKind::PROPOSED, [GoalKind::Attendance, GoalKind::SchoolResults]);
}

#[test]
fn an_item_is_a_standard_activity_of_one_category_with_somebody_responsible_and_a_dose() {
    check_plan(|plan| plan.items.clear(), &[Why::NoItems]);
    check_plan(|plan| plan.items.push(item()), &[Why::ItemTwice(2)]);
    check_item(|it| it.category = "T9".to_owned(), &[Why::CategoryUnknown(1)]);
    check_item(|it| it.category.clear(), &[Why::CategoryUnknown(1)]);
    check_item(|it| it.activity = "own_idea".to_owned(), &[Why::ActivityUnknown(1)]);
    check_item(|it| it.category = "T3".to_owned(), &[Why::SideNotForCategory(1)]);
    check_item(|it| it.person.name.clear(), &[Why::NobodyResponsible(1)]);
    check_item(|it| it.frequency.times = 0, &[Why::NoDose(1)]);
    check_item(|it| it.minutes = 0, &[Why::NoDose(1)]);
    check_item(|it| it.review = day("2026-11-22"), &[Why::ItemReviewTooEarly(1)]);
    check_item(|it| it.words = "å".repeat(300), &[]);
    check_item(|it| it.words = "å".repeat(301), &[Why::TooManyWords(1)]);
    check_item(|it| it.goals.push("g9".to_owned()), &[Why::GoalUnknown(1)]);
}

#[test]
fn an_item_may_point_at_a_group_or_be_for_staff() {
    check_item(|it| it.group = Some("0198".to_owned()), &[]);
    check_item(|it| (it.whom, it.goals) = (For::Staff, Vec::new()), &[]);
}

#[test]
fn the_plan_is_looked_at_after_today_and_within_the_programmes_time() {
    check_plan(|plan| plan.review = day("2026-11-20"), &[Why::ReviewTooEarly]);
    check_plan(|plan| plan.review = day("2026-11-21"), &[]);
    check_plan(|plan| plan.review = day("2026-12-19"), &[Why::ReviewTooLate]);
}

#[test]
fn a_no_stops_no_plan_from_being_recorded_and_stays_the_pupils() {
    let ask = |said: &Agreement| check(&plan(), said, &toolbox(), day("2026-11-20"), day("2026-12-18"));
    for word in Word::ALL {
        assert_eq!(ask(&agreement(*word)), Ok(()));
        assert_eq!(agreement(*word).pupil_says_no(), *word == Word::No);
    }
    let others = Agreement { at_meeting: true, voices: vec![voice(Party::Guardian, Word::No)] };
    assert!(!others.pupil_says_no());
    assert_eq!(ask(&others), Err(vec![Why::PupilMissing]));
    let mut silent = agreement(Word::No);
    silent.voices.iter_mut().for_each(|voice| voice.how = None);
    assert_eq!(ask(&silent), Err(vec![Why::HowMissing]));
    let waiting: Vec<_> = agreement(Word::Yes).without_yes().map(|it| it.party).collect();
    assert_eq!(waiting, [Party::Guardian]);
}

fn followed(on: &str, minutes: u16, result: Option<Tried>, next: Option<Next>) -> Followed {
    let (item, words, pupil) = ("i1".to_owned(), String::new(), String::new());
    let review = next.filter(|next| *next != Next::Stop).map(|_| day(on).plus(14));
    Followed { item, day: day(on), minutes, result, next, review, words, pupil }
}

#[test]
fn the_dose_compares_minutes_done_with_minutes_planned() {
    let check = |per, until: &str, followed: &[Followed], planned, done| {
        let one = Item { frequency: Frequency { times: 2, per }, ..item() };
        assert_eq!(dose(&one, followed, day(until)), Dose { planned, done }, "{per:?} until {until}");
    };
    // From Monday 23 November, twice thirty minutes.
    check(Span::Week, "2026-11-22", &[], 0, 0);
    check(Span::Week, "2026-11-29", &[], 60, 0);
    check(Span::Week, "2026-12-02", &[], 85, 0); // ten days of seven
    check(Span::Month, "2026-12-20", &[], 60, 0);
    check(Span::Once, "2026-11-22", &[], 0, 0);
    check(Span::Once, "2027-01-22", &[], 60, 0);
    let all = [
        followed("2026-11-25", 30, None, None),
        followed("2026-12-01", 20, None, None),
        followed("2026-12-06", 0, Some(Tried::NotHelped), Some(Next::Stop)),
        Followed { item: "i2".to_owned(), ..followed("2026-11-26", 90, None, None) },
    ];
    check(Span::Week, "2026-11-30", &all, 68, 30);
    check(Span::Week, "2027-02-01", &all, 120, 50); // stopped after two weeks
}

#[test]
fn each_try_has_a_result_of_its_own_and_says_when_to_look_again() {
    let all = [
        followed("2026-12-21", 40, Some(Tried::Helped), Some(Next::Continue)),
        followed("2026-11-25", 30, None, None),
        followed("2026-12-07", 30, Some(Tried::TooEarly), Some(Next::Adjust)),
    ];
    let said: Vec<_> = tries(&item(), &all).into_iter().map(|it| (it.day, it.minutes, it.result)).collect();
    assert_eq!(said, [(day("2026-12-07"), 60, Tried::TooEarly), (day("2026-12-21"), 40, Tried::Helped)]);
    assert_eq!(next_look(&item(), &[]), Some(day("2026-12-07")));
    assert_eq!(next_look(&item(), &all), Some(day("2027-01-04")));
    let stopped = [followed("2026-12-07", 0, Some(Tried::NotDone), Some(Next::Stop))];
    assert_eq!(next_look(&item(), &stopped), None);
    let again = Item { from: day("2027-01-11"), review: day("2027-01-25"), ..item() };
    assert_eq!(next_look(&again, &stopped), Some(day("2027-01-25")), "taken up again");
}

#[test]
fn a_plan_says_no_name_and_no_words_in_a_log() {
    let said = format!("{:?}{:?}{:?}", plan(), agreement(Word::No), followed("2026-12-07", 0, None, None));
    assert!(!["Sara", "Elin", "slöjden", "morgnar", "väg"].iter().any(|word| said.contains(word)), "{said}");
}

#[test]
fn the_codes_of_the_scale_are_its_numbers() {
    for level in Level::ALL {
        assert_eq!(level.code(), level.value().to_string());
    }
    assert_eq!(Level::from_code("0"), Some(Level::AsHoped));
    assert_eq!(Level::from_code("3"), None);
}
