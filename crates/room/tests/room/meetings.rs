//! Meetings of pupil health: a queue from permits, and what became of each pupil.

use access::{PupilAt, UnitId, UserId, Zone};
use room::meetings::{self, Meeting, New};
use room::statements::{self, Said};
use room::{Failure, Room};
use uuid::Uuid;

use crate::accounts::account;
use crate::home::{now, refusal};
use crate::permits::{
    SCHOOL, counsellor, head_teacher, id, may_document, may_list_steps_in, mentor, put, roster, settle, today,
};

async fn begin(room: &Room, account: UserId, pupils: &[PupilAt]) -> Uuid {
    let queue = pupils.iter().map(|pupil| may_document(pupil, Zone::SchoolSupport)).collect();
    let mut change = room.change(now()).await.unwrap();
    meetings::begin(&mut change, queue, &New { id: id(50), unit: UnitId(SCHOOL), account }).await.unwrap();
    change.commit().await.unwrap();
    id(50)
}

async fn read(room: &Room, actor: &access::Actor) -> Option<Meeting> {
    let mut reading = room.reading(now());
    let permit = may_list_steps_in(actor, Zone::SchoolSupport)?;
    let found = meetings::read(&mut reading, permit, id(50), today()).await.unwrap();
    reading.show(found).await.unwrap()
}

async fn all(room: &Room, actor: &access::Actor) -> Vec<meetings::Brief> {
    let mut reading = room.reading(now());
    let permit = may_list_steps_in(actor, Zone::SchoolSupport).unwrap();
    let found = meetings::of_unit(&mut reading, permit, UnitId(SCHOOL), today()).await.unwrap();
    reading.show(found).await.unwrap()
}

on_both! {
    async fn a_meeting_goes_through_its_queue_and_ends(home) {
        let room = home.create().await;
        let pupils = settle(&room).await;
        let maria = account(&room, 1, "maria", &[]).await;
        let meeting = begin(&room, maria, &pupils[..2]).await;

        let mut change = room.change(now()).await.unwrap();
        let said = Said { id: id(1), episode: None, lamport: 1, side: "school", body: b"{}" };
        let permit = may_document(&pupils[0], Zone::SchoolSupport);
        let written = statements::append(&mut change, permit, &said).await.unwrap().unwrap();
        let seen = meetings::decided(&mut change, &written, meeting, Some(id(9))).await;
        assert_eq!(refusal(seen), "meeting-decided-meanwhile", "nothing had been decided");
        meetings::decided(&mut change, &written, meeting, None).await.unwrap();
        assert_eq!(refusal(meetings::decided(&mut change, &written, meeting, None).await), "meeting-decided-meanwhile");
        meetings::decided(&mut change, &written, meeting, Some(id(1))).await.unwrap();
        meetings::passed(&mut change, may_document(&pupils[1], Zone::SchoolSupport), meeting).await.unwrap();
        let second = New { id: id(51), unit: UnitId(SCHOOL), account: maria };
        let queue = vec![may_document(&pupils[1], Zone::SchoolSupport)];
        meetings::begin(&mut change, queue, &second).await.unwrap();
        let elsewhere = meetings::decided(&mut change, &written, id(51), None).await;
        assert_eq!(refusal(elsewhere), "meeting-not-open", "not in the queue");
        meetings::end(&mut change, meeting, "Närvarande: Maria, Birgitta").await.unwrap();
        assert_eq!(refusal(meetings::end(&mut change, meeting, "").await), "meeting-not-open", "it has ended");
        assert_eq!(refusal(meetings::decided(&mut change, &written, meeting, None).await), "meeting-not-open");
        change.commit().await.unwrap();

        let found = read(&room, &head_teacher()).await.unwrap();
        assert_eq!((found.account, found.unit, found.ended), (maria, UnitId(SCHOOL), Some(now())));
        assert_eq!(found.minutes, "Närvarande: Maria, Birgitta");
        let items: Vec<_> = found.items.iter().map(|it| (it.number, it.person, it.statement, it.passed.is_some())).collect();
        assert_eq!(items, [(1, pupils[0].id, Some(id(1)), false), (2, pupils[1].id, None, true)]);
        let mut all = all(&room, &head_teacher()).await;
        all.sort_by_key(|it| it.id);
        let all: Vec<_> = all.into_iter().map(|it| (it.id, it.begun, it.ended)).collect();
        assert_eq!(all, [(meeting, now(), true), (id(51), now(), false)]);
    }

    async fn a_queue_is_read_within_the_scope(home) {
        let room = home.create().await;
        let pupils = settle(&room).await;
        let maria = account(&room, 1, "maria", &[]).await;
        begin(&room, maria, &pupils[..2]).await;
        assert!(read(&room, &mentor(SCHOOL, "7B")).await.is_none(), "a mentor lists no steps of pupil support");
        let elsewhere = access::Place::Unit(UnitId(90_000_107));
        assert_eq!(read(&room, &crate::permits::person(access::Role::HeadTeacher, elsewhere)).await, None);
        let mut rows = roster();
        let row = rows.iter_mut().find(|row| crate::permits::pupil(row) == pupils[0].id).unwrap();
        row.protected = true;
        put(&room, crate::permits::may_import(), &rows).await.unwrap();
        let found = read(&room, &counsellor()).await.unwrap();
        assert_eq!(found.items.iter().map(|it| (it.number, it.person)).collect::<Vec<_>>(), [(2, pupils[1].id)]);
        assert_eq!(all(&room, &counsellor()).await[0].pupils, 1, "who is protected is not counted");
        let elsewhere = crate::permits::person(access::Role::HeadTeacher, access::Place::Unit(UnitId(90_000_107)));
        assert!(all(&room, &elsewhere).await.is_empty());
        let mut change = room.change(now()).await.unwrap();
        let wrong = vec![may_document(&pupils[1], Zone::PupilHealth)];
        let new = New { id: id(51), unit: UnitId(SCHOOL), account: maria };
        assert!(matches!(meetings::begin(&mut change, wrong, &new).await, Err(Failure::Fault { .. })), "another zone");
    }
}
