//! What the tests say: bodies with sensible values, and statements made of them.

use domain::{
    Day, Side,
    closing::Neutral,
    consent::{
        How,
        intervention::{Answer, Asked, Custody, Said as Told, Suitability, View, outcome},
    },
    episode::{Body, Episode, Programme, body::*, fold},
    plan::{Agreement, Followed, For, Frequency, Goal, GoalKind, Item, Level, Party, Person, Plan, Span, Voice, Word},
    statement::Statement,
};

/// The day of the referral.
pub const START: i32 = 20_700;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub id: u128,
    pub lamport: u32,
    pub side: &'static str,
    pub body: Vec<u8>,
}

pub fn said(id: u128, lamport: u32, side: Side, body: &Body) -> Said {
    Said { id, lamport, side: side.code(), body: body.to_json().unwrap() }
}

pub fn folded(all: &[Said], as_of: Day, viewer: Side) -> Episode {
    let all: Vec<_> =
        all.iter().map(|it| Statement { id: it.id, lamport: it.lamport, side: it.side, body: &it.body }).collect();
    fold(&all, as_of, viewer)
}

pub fn uuid(id: u128) -> String {
    format!("{id:032x}")
}

pub fn day(after: i32) -> Day {
    Day(START + after)
}

pub fn by() -> Person {
    Person { id: uuid(7), name: "Maria Lindgren".to_owned() }
}

pub fn programme(two_sided: bool) -> Programme {
    Programme {
        code: if two_sided { "school_social_team" } else { "attendance_team" }.to_owned(),
        two_sided,
        consent: two_sided,
        answer_days: 3,
        start_days: 10,
        plan_days: 10,
        review_weeks: 4,
        most_months: 6,
        prolong_months: 2,
        prolong_times: 2,
        pause_days: 30,
    }
}

pub fn referral(two_sided: bool, day: Day) -> Referral {
    Referral {
        by: by(),
        day,
        programme: programme(two_sided),
        grade: GradeSaid { form: domain::SchoolForm::CompulsorySchool, level: 7, school_year: 2026 },
        asks: "Hjälp att komma till skolan på morgonen".to_owned(),
        tried: "Samtal och ändrat schema".to_owned(),
        pupil: "Jag vill, men det tar emot.".to_owned(),
        continues: None,
    }
}

pub fn answers(yes: bool, day: Day) -> Asked {
    let said = if yes { Told::Yes } else { Told::No };
    let guardian = Answer { guardian: uuid(8), name: "Anna Berg".to_owned(), said, how: Some(How::Paper), day };
    Asked {
        day,
        age: 13,
        custody: Custody::One,
        guardians: vec![guardian],
        child: View::Wants,
        words: "Ja.".to_owned(),
        suitability: Suitability::NotJudged,
        note: String::new(),
    }
}

pub fn consent(yes: bool, after: &[u128], day: Day) -> InterventionConsent {
    let asked = answers(yes, day);
    let after = after.iter().map(|id| uuid(*id)).collect();
    InterventionConsent { by: by(), outcome: outcome(&asked), asked, after }
}

pub fn start(given: Option<InterventionConsent>, day: Day) -> StartHeld {
    StartHeld {
        by: by(),
        day,
        came: vec![Came { name: "Anna Berg".to_owned(), capacity: "mamma".to_owned() }],
        told_of_application: true,
        told_of_duty: true,
        told_how_to_say_no: true,
        consent: given,
        pupil: "Okej.".to_owned(),
    }
}

pub fn plan(at_meeting: bool, day: Day) -> PlanProposed {
    let voice = |party, word| Voice {
        party,
        name: "Elin".to_owned(),
        word,
        how: Some(How::OnTheSpot),
        day: Some(day),
        words: String::new(),
    };
    let goal = Goal {
        id: uuid(21),
        kind: GoalKind::Attendance,
        words: "Två morgnar i veckan".to_owned(),
        levels: Default::default(),
        start: Some(Level::Less),
    };
    let item = Item {
        id: uuid(22),
        category: "T1".to_owned(),
        activity: "walk_and_talk".to_owned(),
        words: String::new(),
        frequency: Frequency { times: 2, per: Span::Week },
        minutes: 30,
        from: day,
        review: day.plus(14),
        side: Side::Social,
        person: by(),
        whom: For::Pupil,
        group: None,
        goals: vec![uuid(21)],
    };
    PlanProposed {
        by: by(),
        day,
        plan: Plan {
            goals: vec![goal],
            items: vec![item],
            review: day.plus(28),
            words: "Jag börjar med slöjden.".to_owned(),
        },
        replaces: None,
        agreement: Agreement { at_meeting, voices: vec![voice(Party::Pupil, Word::Yes)] },
    }
}

pub fn followed(day: Day) -> ItemFollowed {
    let followed = Followed {
        item: uuid(22),
        day,
        minutes: 30,
        result: None,
        next: None,
        review: None,
        words: String::new(),
        pupil: String::new(),
    };
    ItemFollowed { by: by(), followed }
}

pub fn review(day: Day) -> ReviewHeld {
    ReviewHeld {
        by: by(),
        day,
        next: day.plus(28),
        outcome: Review::Continue,
        goals: vec![GoalSeen { goal: uuid(21), level: Level::AsHoped }],
        pupil: "Bättre.".to_owned(),
        words: String::new(),
    }
}

/// The bodies that hold only who and when, and those that need little more.
pub fn plain(kind: &str, day: Day) -> Body {
    let by = by();
    match kind {
        "referral" => Body::Referral(referral(true, day)),
        "received" => Body::Received(Received { by, day }),
        "accepted" => Body::Accepted(Accepted { by, day }),
        "declined" => Body::Declined(Declined { by, day, reason: Neutral::CannotStartNow }),
        "start_planned" => Body::StartPlanned(StartPlanned { by, day, meeting: day.plus(5) }),
        "start_held" => Body::StartHeld(start(None, day)),
        "intervention_consent" => Body::InterventionConsent(consent(true, &[], day)),
        "consent_withdrawn" => Body::ConsentWithdrawn(ConsentWithdrawn { by, day }),
        "mapping_done" => Body::MappingDone(MappingDone { by, day, pupil: "Matten.".to_owned(), words: String::new() }),
        "plan_proposed" => Body::PlanProposed(plan(true, day)),
        "plan_confirmed" => Body::PlanConfirmed(PlanConfirmed { by, day, of: uuid(0) }),
        "item_followed" => Body::ItemFollowed(followed(day)),
        "review_held" => Body::ReviewHeld(review(day)),
        "prolonged" => Body::Prolonged(Prolonged { by, day, until: day.plus(200) }),
        "maintenance_begun" => Body::MaintenanceBegun(MaintenanceBegun { by, day }),
        "closing_begun" => Body::ClosingBegun(ClosingBegun { by, day, reason: Neutral::EndedAsPlanned }),
        "file_closed" => Body::FileClosed(FileClosed { by, day }),
        "paused" => Body::Paused(Paused { by, day, recheck: day.plus(20) }),
        "resumed" => Body::Resumed(Resumed { by, day }),
        "withdrawn" => Body::Withdrawn(Withdrawn { by, day }),
        "sharing_ended" => Body::SharingEnded(SharingEnded { day }),
        "reopened" => {
            Body::Reopened(Reopened { by, day, review: day.plus(14), consent: Some(consent(true, &[], day)) })
        }
        "converted" => Body::Converted(Converted { by, day, episode: uuid(99) }),
        "school_changed" => Body::SchoolChanged(SchoolChanged { by, day, same_authority: true }),
        "retracted" => Body::Retracted(Retracted { by, day, of: uuid(0), reason: "Fel elev".to_owned() }),
        _ => panic!("no kind {kind}"),
    }
}
