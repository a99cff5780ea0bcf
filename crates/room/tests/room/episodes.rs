//! What a room holds of an episode: each zone by itself, the row as the shared statements have it, and the list as the
//! policies have it.

use access::{
    Actor, EpisodeAt, EpisodeId, ListAct, Permit, Place, PupilAt, ReadAct, Role, Side, Target, UnitId, UserId, Write,
    WriteAct, Zone,
};
use domain::episode::body::{Accepted, GradeSaid, Received, Referral, Withdrawn};
use domain::episode::{Body, Programme, State};
use domain::plan::Person;
use domain::{Day, SchoolForm};
use room::episodes::{self, Listed, New};
use room::statements::Said;
use room::{Room, relations};

use crate::home::now;
use crate::permits::{ACCESS, SCHOOL, counsellor, head_teacher, id, mentor, person, settle, today};

const TEAM: i32 = 11;
const OTHER_TEAM: i32 = 12;

fn at(number: u128, pupil: &PupilAt, side: Side) -> EpisodeAt {
    let (unit, class) = match side {
        Side::School => (pupil.unit, pupil.class.clone()),
        Side::Social => (UnitId(TEAM), None),
    };
    let id = EpisodeId(id(9_000 + number).as_u128());
    EpisodeAt { id, pupil: pupil.id, side, unit, class, assigned: false, notifier: false, protected: pupil.protected }
}

fn manager(unit: i32) -> Actor {
    person(Role::UnitManager, Place::Unit(UnitId(unit)))
}

fn may(actor: &Actor, act: WriteAct, at: &EpisodeAt) -> Permit<Write> {
    ACCESS.decide(actor, act, &Target::Episode(at.clone())).unwrap()
}

async fn open(room: &Room, at: &EpisodeAt) {
    let permit = match at.side {
        Side::School => may(&head_teacher(), WriteAct::ReferPupil, at),
        Side::Social => may(&manager(at.unit.0), WriteAct::MatchPerson, at),
    };
    let mut change = room.change(now()).await.unwrap();
    episodes::open(&mut change, permit, &New { unit: at.unit, peer: None, person: None }).await.unwrap();
    change.commit().await.unwrap();
}

fn by() -> Person {
    Person { id: id(7).to_string(), name: "Maria Lindgren".to_owned() }
}

fn referral() -> Body {
    let programme = Programme {
        code: "attendance_team".to_owned(),
        two_sided: false,
        consent: false,
        answer_days: 3,
        start_days: 10,
        plan_days: 10,
        review_weeks: 4,
        most_months: 6,
        prolong_months: 2,
        prolong_times: 2,
        pause_days: 30,
    };
    Body::Referral(Referral {
        by: by(),
        day: today(),
        programme,
        grade: GradeSaid { form: SchoolForm::CompulsorySchool, level: 7, school_year: 2026 },
        asks: "Hjälp på morgonen".to_owned(),
        tried: String::new(),
        pupil: String::new(),
        continues: None,
    })
}

/// Says something in a zone of an episode of the school, and gives its Lamport number.
async fn say(room: &Room, at: &EpisodeAt, zone: Zone, number: u128, body: &[u8]) -> u32 {
    let mut change = room.change(now()).await.unwrap();
    let pen = episodes::hold(&mut change, may(&counsellor(), WriteAct::WriteEpisode(zone), at)).await.unwrap();
    let lamport = pen.next_lamport(&mut change).await.unwrap();
    let side = pen.side().code();
    let said = Said { id: id(number), episode: Some(uuid::Uuid::from_u128(at.id.0)), lamport, side, body };
    assert!(pen.append(&mut change, &said).await.unwrap().is_some());
    assert!(pen.append(&mut change, &said).await.unwrap().is_none(), "the same again changes nothing");
    change.commit().await.unwrap();
    lamport
}

async fn list(room: &Room, actor: &Actor, side: Side) -> Vec<Listed> {
    let Ok(permit) = ACCESS.scope(actor, ListAct::ListEpisodes(side)) else { return Vec::new() };
    let mut reading = room.reading(now());
    let all = episodes::list(&mut reading, permit, today()).await.unwrap();
    reading.show(all).await.unwrap()
}

on_both! {
    async fn shared_statements_move_the_row_and_others_do_not(home) {
        let room = home.create().await;
        let elsa = at(1, &settle(&room).await[0], Side::School);
        open(&room, &elsa).await;
        assert_eq!(say(&room, &elsa, Zone::SchoolSupport, 1, br#"{"kind":"note","v":1}"#).await, 1);
        let row = async || list(&room, &head_teacher(), Side::School).await.remove(0);
        assert_eq!((row().await.state, row().await.next), (State::New, None));
        assert_eq!(say(&room, &elsa, Zone::Shared, 2, &referral().to_json().unwrap()).await, 1, "each zone counts for itself");
        let referred = row().await;
        assert_eq!((referred.state, referred.programme.as_str()), (State::Referred, "attendance_team"));
        // Three working days after Sunday 22 November 2026.
        assert_eq!(referred.next, Some("2026-11-25".parse::<Day>().unwrap()));
        let withdrawn = Body::Withdrawn(Withdrawn { by: by(), day: today() });
        assert_eq!(say(&room, &elsa, Zone::Shared, 3, &withdrawn.to_json().unwrap()).await, 2);
        assert_eq!((row().await.state, row().await.next), (State::Withdrawn, None));
        assert_eq!(home.count("SELECT COUNT(*) FROM episode WHERE stage = 'ended'").await, 1, "how it ended is not in clear");

        for (zone, many) in [(Zone::Shared, 2), (Zone::SchoolSupport, 1), (Zone::PupilHealth, 0)] {
            let permit = ACCESS.decide(&counsellor(), ReadAct::ReadEpisode(zone), &Target::Episode(elsa.clone())).unwrap();
            let mut reading = room.reading(now());
            let said = episodes::read(&mut reading, permit).await.unwrap();
            assert_eq!(reading.show(said).await.unwrap().len(), many, "{zone:?}");
        }

        let before = row().await;
        home.tamper(&["UPDATE episode SET stage = 'active', next_day = 1, programme = 'x'"]).await;
        assert_ne!(row().await, before);
        let mut change = room.change(now()).await.unwrap();
        let permit = ACCESS.decide(&Actor::Operator("anna".to_owned()), WriteAct::Maintain, &Target::Room).unwrap();
        assert_eq!(episodes::rebuild(&mut change, permit).await.unwrap(), 1);
        change.commit().await.unwrap();
        assert_eq!(row().await, before);
        assert_eq!(home.count("SELECT COUNT(*) FROM episode WHERE stage = 'ended'").await, 1);
    }

    async fn the_list_holds_the_episodes_that_the_policies_admit(home) {
        let room = home.create().await;
        settle(&room).await;
        let pupils = relations::of_all(&room, today()).await.unwrap();
        let mut all = Vec::new();
        for (number, pupil) in (1..).zip(&pupils) {
            let school = at(number, pupil, Side::School);
            if pupil.unit == UnitId(SCHOOL) && !pupil.protected {
                open(&room, &school).await;
                all.push(school.id);
            }
            let unit = UnitId(if number % 2 == 0 { TEAM } else { OTHER_TEAM });
            let social = EpisodeAt { unit, protected: false, ..at(500 + number, pupil, Side::Social) };
            open(&room, &social).await;
            if number % 3 == 0 {
                let mut change = room.change(now()).await.unwrap();
                let permit = may(&manager(unit.0), WriteAct::AssignEpisode, &social);
                episodes::assign(&mut change, permit, UserId(7), today()).await.unwrap();
                change.commit().await.unwrap();
            }
            all.push(social.id);
        }
        let social = [TEAM, OTHER_TEAM].map(|unit| {
            [Role::UnitManager, Role::SchoolSocialWorker].map(|role| person(role, Place::Unit(UnitId(unit))))
        });
        let school = [head_teacher(), counsellor(), mentor(SCHOOL, "7B")];
        let (mut seen, mut left_out) = (0, 0);
        for actor in school.into_iter().chain(social.into_iter().flatten()) {
            for side in [Side::School, Side::Social] {
                let found: Vec<_> = list(&room, &actor, side).await.into_iter().map(|it| it.id).collect();
                for id in &all {
                    let stands = relations::of_episode(&room, *id, Some(UserId(7)), today()).await.unwrap();
                    let mut of_side = stands.iter().filter(|it| it.side == side);
                    let admitted = of_side.any(|it| ACCESS.admits_episode(&actor, ListAct::ListEpisodes(side), it));
                    assert_eq!(found.contains(id), admitted, "{actor:?} {stands:?}");
                    *(if admitted { &mut seen } else { &mut left_out }) += 1;
                }
            }
        }
        assert!(seen > 10 && left_out > seen, "{seen} {left_out}: the test has gone blind");
    }

    async fn a_pen_writes_for_its_own_side_and_episode_only(home) {
        let room = home.create().await;
        let elsa = at(1, &settle(&room).await[0], Side::School);
        open(&room, &elsa).await;
        let body = Body::Received(Received { by: by(), day: today() }).to_json().unwrap();
        let episode = Some(uuid::Uuid::from_u128(elsa.id.0));
        let own = may(&counsellor(), WriteAct::WriteEpisode(Zone::Shared), &elsa);
        let letter = may(&Actor::Job(access::Job::Door), WriteAct::ReceiveLetter, &elsa);
        for (permit, right, wrong) in [(own, "school", "social"), (letter, "social", "school")] {
            let mut change = room.change(now()).await.unwrap();
            let pen = episodes::hold(&mut change, permit).await.unwrap();
            let said = |side, episode| Said { id: id(1), episode, lamport: 1, side, body: &body };
            assert!(pen.append(&mut change, &said(wrong, episode)).await.is_err());
            assert!(pen.append(&mut change, &said(right, None)).await.is_err());
            assert!(pen.append(&mut change, &said(right, episode)).await.unwrap().is_some());
        }
        let accepted = Body::Accepted(Accepted { by: by(), day: today() }).to_json().unwrap();
        assert_eq!(say(&room, &elsa, Zone::Shared, 2, &accepted).await, 1, "what was not committed is not there");
    }
}
