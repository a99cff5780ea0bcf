//! The mark follows from the statements of every zone, and nobody reaches a step of another zone or pupil through it.

use access::Zone;
use domain::step::{Body, FollowUpMoved, Kind, Mark, Retraction, Seen, Statement, Step, fold};
use domain::{Day, Signal};
use room::marks::{self, Effect};
use room::statements::{self, Said};
use room::{Room, tasks};

use crate::accounts::account;
use crate::home::{now, refusal};
use crate::permits::{counsellor, id, may_document, may_list, may_read, may_see_mark, mentor, settle, today};

pub fn step(kind: Kind, day: Day, follow_up: Option<Day>, seen: Seen) -> Step {
    Step {
        kind,
        day,
        text: "Samtal om fredagar".to_owned(),
        by: "Maria Lindgren".to_owned(),
        by_id: "00000000-0000-0000-0000-000000000007".to_owned(),
        role: "SchoolCounsellor".to_owned(),
        follow_up,
        seen,
        assignee: None,
        meeting: None,
    }
}

/// Makes a statement with what it does to the mark.
async fn say(
    room: &Room,
    at: &access::PupilAt,
    zone: Zone,
    number: u128,
    body: &Body,
    effect: Effect,
) -> room::Result<Mark> {
    let mut change = room.change(now()).await?;
    let lamport = statements::next_lamport(&mut change, at.id).await?;
    let json = body.to_json().unwrap();
    let said = Said { id: id(number), episode: None, lamport, side: "school", body: &json };
    let written = statements::append(&mut change, may_document(at, zone), &said).await?.unwrap();
    let mark = marks::apply(&mut change, &written, &effect).await?;
    change.commit().await?;
    Ok(mark)
}

fn of(number: u128) -> String {
    id(number).to_string()
}

/// What the fold of all zones says.
async fn folded(room: &Room, at: &access::PupilAt) -> Mark {
    let mut all = Vec::new();
    for zone in Zone::OF_STEPS {
        let mut reading = room.reading(now());
        let read = statements::read(&mut reading, may_read(at, zone)).await.unwrap();
        all.extend(reading.show(read).await.unwrap());
    }
    let statements: Vec<_> = all
        .iter()
        .map(|it| Statement { id: it.id.as_u128(), lamport: it.lamport, side: &it.side, body: &it.body })
        .collect();
    fold(&statements).mark
}

async fn shown(room: &Room, at: &access::PupilAt) -> Mark {
    let mut reading = room.reading(now());
    let mark = marks::of_pupil(&mut reading, may_see_mark(at)).await.unwrap();
    reading.show(mark).await.unwrap()
}

on_both! {
    async fn the_mark_is_what_the_fold_of_all_zones_says(home) {
        let room = home.create().await;
        let elsa = settle(&room).await.remove(0);
        let seen = Seen { signals: [Signal::S01].into_iter().collect(), band: 2, level5: 0 };
        let talk = step(Kind::PupilTalk, today().plus(-9), Some(today().plus(12)), seen);
        let review = step(Kind::PupilHealthReview, today().plus(-3), Some(today().plus(30)), seen);
        let nobody = step(Kind::NoAnswer, today(), None, seen);
        assert_eq!(shown(&room, &elsa).await, Mark::default());
        for (number, zone, step) in [
            (1, Zone::SchoolGeneral, &talk),
            (2, Zone::PupilHealth, &review),
            (3, Zone::SchoolGeneral, &nobody),
        ] {
            let mark = say(&room, &elsa, zone, number, &Body::Step(step.clone()), Effect::Step(step.fact(id(number).as_u128()))).await.unwrap();
            assert_eq!((mark, shown(&room, &elsa).await), (folded(&room, &elsa).await, mark));
        }
        assert_eq!(shown(&room, &elsa).await.cleared.unwrap().until, today().plus(30));
        assert_eq!(shown(&room, &elsa).await.last.unwrap().day, today());

        let moved = Body::FollowUpMoved(FollowUpMoved { of: of(1), day: today().plus(40) });
        let mut fact = talk.fact(id(1).as_u128());
        fact.until = Some(today().plus(40));
        let mark = say(&room, &elsa, Zone::SchoolGeneral, 4, &moved, Effect::Moved(fact)).await.unwrap();
        assert_eq!(mark, folded(&room, &elsa).await);
        for (number, zone) in [(2, Zone::PupilHealth), (3, Zone::SchoolGeneral), (1, Zone::SchoolGeneral)] {
            let back = Body::Retraction(Retraction { of: of(number), reason: "Fel elev".to_owned() });
            let mark = say(&room, &elsa, zone, 10 + number, &back, Effect::Retracted(id(number))).await.unwrap();
            assert_eq!((mark, shown(&room, &elsa).await), (folded(&room, &elsa).await, mark));
        }
        assert_eq!(shown(&room, &elsa).await, Mark::default());
    }

    async fn a_step_is_changed_only_from_its_own_zone_and_about_its_own_pupil(home) {
        let room = home.create().await;
        let mut pupils = settle(&room).await;
        let (elsa, yusuf) = (pupils.remove(0), pupils.remove(0));
        let review = step(Kind::PupilHealthReview, today(), Some(today().plus(9)), Seen::default());
        say(&room, &elsa, Zone::PupilHealth, 1, &Body::Step(review.clone()), Effect::Step(review.fact(id(1).as_u128()))).await.unwrap();
        let back = Body::Retraction(Retraction { of: of(1), reason: "Fel".to_owned() });
        for (at, zone) in [(&elsa, Zone::SchoolGeneral), (&elsa, Zone::SchoolSupport), (&yusuf, Zone::PupilHealth)] {
            assert_eq!(refusal(say(&room, at, zone, 2, &back, Effect::Retracted(id(1))).await), "step-not-there");
            let moved = Effect::Moved(review.fact(id(1).as_u128()));
            assert_eq!(refusal(say(&room, at, zone, 2, &back, moved).await), "step-not-there");
        }
        assert!(say(&room, &elsa, Zone::PupilHealth, 2, &back, Effect::Step(review.fact(id(1).as_u128()))).await.is_err());
        say(&room, &elsa, Zone::PupilHealth, 2, &back, Effect::Retracted(id(1))).await.unwrap();
        let again = say(&room, &elsa, Zone::PupilHealth, 3, &back, Effect::Retracted(id(1))).await;
        assert_eq!(refusal(again), "step-not-there", "it is taken back already");
    }

    async fn a_task_is_shown_to_its_holder_while_the_pupil_is_within_reach(home) {
        let room = home.create().await;
        let elsa = settle(&room).await.remove(0);
        let maria = account(&room, 1, "maria", &[]).await;
        let jonas = account(&room, 2, "jonas", &[]).await;
        let given = step(Kind::Assigned, today(), Some(today().plus(9)), Seen::default());
        let mut change = room.change(now()).await.unwrap();
        let json = Body::Step(given.clone()).to_json().unwrap();
        let said = Said { id: id(5), episode: None, lamport: 1, side: "school", body: &json };
        let written = statements::append(&mut change, may_document(&elsa, Zone::SchoolSupport), &said).await.unwrap().unwrap();
        marks::apply(&mut change, &written, &Effect::Step(given.fact(id(5).as_u128()))).await.unwrap();
        for number in [6, 7] {
            let task = tasks::New { id: id(number), account: maria, kind: Kind::Assigned, due: today().plus(20 - i32::try_from(number).unwrap()) };
            tasks::put(&mut change, &written, &task).await.unwrap();
        }
        change.commit().await.unwrap();
        let of = async |account, actor: &access::Actor| {
            let mut reading = room.reading(now());
            let found = tasks::of_account(&mut reading, may_list(actor), account, today()).await.unwrap();
            reading.show(found).await.unwrap()
        };
        let found = of(maria, &counsellor()).await;
        assert_eq!(found.iter().map(|it| (it.id, it.person, it.kind)).collect::<Vec<_>>(), [
            (id(7), elsa.id, Some(Kind::Assigned)),
            (id(6), elsa.id, Some(Kind::Assigned)),
        ]);
        assert!(of(maria, &mentor(crate::permits::SCHOOL, "9Z")).await.is_empty(), "moved to another class");
        assert!(of(jonas, &counsellor()).await.is_empty());
        let mut change = room.change(now()).await.unwrap();
        assert!(!tasks::done(&mut change, jonas, id(6)).await.unwrap());
        assert!(tasks::done(&mut change, maria, id(6)).await.unwrap());
        assert!(!tasks::done(&mut change, maria, id(6)).await.unwrap());
        change.commit().await.unwrap();
        assert_eq!(of(maria, &counsellor()).await.len(), 1);
        // Taking the step back ends the task.
        let back = Body::Retraction(Retraction { of: id(5).to_string(), reason: "Fel elev".to_owned() });
        say(&room, &elsa, Zone::SchoolSupport, 8, &back, Effect::Retracted(id(5))).await.unwrap();
        assert!(of(maria, &counsellor()).await.is_empty());
    }
}
