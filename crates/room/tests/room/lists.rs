//! The work list: in its order, within the scope, with marks, and with what was done only where it may be known.

use access::{Actor, PupilId, Role, UnitId, UserId, Zone};
use domain::step::{Body, Kind, Seen, State, Why};
use domain::{Day, Signal};
use room::results::{self, ListAsk, ListPage, Standing, Totals, Wanted, WorkList};
use room::statements::{self, Said};
use room::{Room, marks, relations};

use crate::home::{now, refusal};
use crate::marks::step;
use crate::permits::{
    SCHOOL, counsellor, head_teacher, id, lists, many, may_document, may_import, may_list, may_list_steps, mentor,
    person, pupil, put, put_many, today,
};
use crate::results::{scan, standing};

const OTHER: i32 = 90_000_102;

async fn read(room: &Room, actor: &Actor, ask: &ListAsk) -> ListPage {
    let mut reading = room.reading(now());
    let page =
        results::list(&mut reading, may_list(actor), may_list_steps(actor), ask, today()).await.unwrap().unwrap();
    reading.show(page).await.unwrap()
}

fn ask() -> ListAsk {
    ListAsk { limit: 100, ..ListAsk::default() }
}

/// Every row, page by page.
async fn walk(room: &Room, actor: &Actor, mut ask: ListAsk) -> Vec<PupilId> {
    let mut all = Vec::new();
    loop {
        let page = read(room, actor, &ask).await;
        assert!(page.rows.len() <= usize::from(ask.limit));
        all.extend(page.rows.iter().map(|row| row.person));
        let Some(next) = page.next else { return all };
        assert!(ask.after.is_none_or(|after| after < next));
        ask.after = Some(next);
    }
}

/// Documents a step about a pupil, with what it means for the mark.
async fn act(room: &Room, number: u128, pupil: PupilId, zone: Zone, kind: Kind, until: Day) {
    let at = relations::of_pupil(room, pupil, today()).await.unwrap().remove(0);
    let seen = Seen { signals: [Signal::S01].into_iter().collect(), band: 2, level5: 0 };
    let step = step(kind, today(), Some(until), seen);
    let mut change = room.change(now()).await.unwrap();
    let lamport = statements::next_lamport(&mut change, pupil).await.unwrap();
    let body = Body::Step(step.clone()).to_json().unwrap();
    let said = Said { id: id(number), episode: None, lamport, side: "school", body: &body };
    let written = statements::append(&mut change, may_document(&at, zone), &said).await.unwrap().unwrap();
    marks::apply(&mut change, &written, &marks::Effect::Step(step.fact(id(number).as_u128()))).await.unwrap();
    change.commit().await.unwrap();
}

on_both! {
    async fn paging_shows_each_pupil_once_and_in_order(home) {
        let room = home.create().await;
        let rows = many(1, 3_000, &[SCHOOL, OTHER]);
        put_many(&room, &rows).await;
        // Places in another order than ids; some are not on the list.
        let place = |number: i32| (number % 10 != 0).then(|| i64::from((number * 7_919) % 3_001));
        let all: Vec<_> = rows.iter().map(|row| standing(row.pupil, row.school, place(row.pupil))).collect();
        scan(&room, &all).await;
        let both = Actor::Person {
            user: UserId(7),
            roles: [SCHOOL, OTHER].map(|unit| access::RoleAt { role: Role::HeadTeacher, place: access::Place::Unit(UnitId(unit)) }).to_vec(),
        };
        for (actor, schools) in [(head_teacher(), vec![SCHOOL]), (both, vec![SCHOOL, OTHER])] {
            let mut expected: Vec<_> = rows.iter().filter(|row| schools.contains(&row.school)).collect();
            expected.retain(|row| place(row.pupil).is_some());
            expected.sort_by_key(|row| place(row.pupil));
            let expected: Vec<_> = expected.into_iter().map(pupil).collect();
            assert_eq!(walk(&room, &actor, ListAsk { limit: 100, ..ask() }).await, expected);
            assert_eq!(walk(&room, &actor, ListAsk { limit: 37, ..ask() }).await, expected);
            let totals = read(&room, &actor, &ListAsk { limit: 1, ..ask() }).await.totals;
            assert_eq!(totals.untouched, expected.len() as u64);
        }
        assert!(walk(&room, &head_teacher(), ListAsk { list: WorkList::Team, ..ask() }).await.is_empty());
    }

    async fn a_list_holds_those_whom_the_policies_admit(home) {
        let room = home.create().await;
        let mut rows = many(1, 120, &[SCHOOL, OTHER]);
        // At two schools; left; not come yet; protected; moved to another school and class after the scan.
        let mut second = rows[2].clone();
        second.school = OTHER;
        rows[4].enrolled.to = Some(today().plus(-1));
        rows[5].enrolled.from = today().plus(1);
        rows[6].protected = true;
        rows.push(second);
        put(&room, may_import(), &rows).await.unwrap();
        let all: Vec<_> = rows[..120].iter().map(|row| standing(row.pupil, row.school, Some(i64::from(row.pupil)))).collect();
        scan(&room, &all).await;
        rows[8].protected = true;
        rows[10].enrolled.to = Some(today().plus(-1));
        rows[12].class = "9X".to_owned();
        put(&room, may_import(), &rows[..13]).await.unwrap();
        let now_there = relations::of_all(&room, today()).await.unwrap();
        let classes = ["7A", "7B", "7C", "7D"].map(|class| [mentor(SCHOOL, class), mentor(OTHER, class)]).concat();
        let mut seen = 0;
        for actor in [head_teacher(), counsellor()].into_iter().chain(classes) {
            let mut expected: Vec<_> = now_there.iter().filter(|it| lists(&actor, it)).map(|it| it.id).collect();
            expected.sort();
            expected.dedup();
            // Who came or changed class after the scan is on the list from the next one.
            let moved = [pupil(&rows[5])];
            expected.retain(|id| !moved.contains(id));
            let mut found = walk(&room, &actor, ask()).await;
            found.sort();
            assert_eq!(found, expected, "{actor:?}");
            seen += found.len();
        }
        assert!(seen > 150);
    }

    async fn filters_narrow_and_totals_follow_them(home) {
        let room = home.create().await;
        put_many(&room, &many(1, 40, &[SCHOOL])).await;
        let signals = |number: i32| if number <= 10 { vec![Signal::S01, Signal::S05] } else { vec![Signal::S07] };
        let all: Vec<_> = (1..=40).map(|number| Standing {
            signals: signals(number).into_iter().collect(),
            level: if number <= 20 { 7 } else { 8 },
            place_team: (number <= 5).then_some(i64::from(100 - number)),
            ..standing(number, SCHOOL, Some(i64::from(number)))
        }).collect();
        scan(&room, &all).await;
        let count = async |ask: ListAsk| {
            let page = read(&room, &head_teacher(), &ask).await;
            assert_eq!(page.totals, Totals { untouched: page.rows.len() as u64, ..Totals::default() });
            page.rows.len()
        };
        assert_eq!(count(ask()).await, 40);
        assert_eq!(count(ListAsk { level: Some(8), ..ask() }).await, 20);
        assert_eq!(count(ListAsk { class: Some("7A".to_owned()), ..ask() }).await, 10);
        assert_eq!(count(ListAsk { signals: [Signal::S05].into_iter().collect(), ..ask() }).await, 10);
        assert_eq!(count(ListAsk { signals: [Signal::S05, Signal::S07].into_iter().collect(), ..ask() }).await, 40);
        assert_eq!(count(ListAsk { units: vec![UnitId(SCHOOL)], ..ask() }).await, 40);
        assert_eq!(count(ListAsk { units: vec![UnitId(OTHER)], ..ask() }).await, 0, "asking does not widen the scope");
        let team = walk(&room, &head_teacher(), ListAsk { list: WorkList::Team, ..ask() }).await;
        assert_eq!(team, many(1, 5, &[SCHOOL]).iter().rev().map(pupil).collect::<Vec<_>>());
    }

    async fn a_mark_is_found_by_its_state_on_the_day(home) {
        let room = home.create().await;
        let rows = many(1, 6, &[SCHOOL]);
        put_many(&room, &rows).await;
        let worse = |number: i32| Standing { band: 3, ..standing(number, SCHOOL, Some(i64::from(number))) };
        let new = |number: i32| Standing {
            signals: [Signal::S01, Signal::S05].into_iter().collect(),
            ..standing(number, SCHOOL, Some(i64::from(number)))
        };
        let same = |number: i32| Standing {
            signals: [Signal::S01, Signal::S12a].into_iter().collect(),
            ..standing(number, SCHOOL, Some(i64::from(number)))
        };
        scan(&room, &[same(1), same(2), worse(3), new(4), same(5), same(6)]).await;
        let later = today().plus(21);
        for number in [2, 3, 4] {
            act(&room, number, pupil(&rows[usize::try_from(number).unwrap() - 1]), Zone::SchoolGeneral, Kind::PupilTalk, later).await;
        }
        act(&room, 5, pupil(&rows[4]), Zone::SchoolGeneral, Kind::PupilTalk, today()).await;
        act(&room, 6, pupil(&rows[5]), Zone::SchoolGeneral, Kind::NoAnswer, later).await;
        let page = read(&room, &head_teacher(), &ask()).await;
        let follow = |why| State::FollowUp { why };
        let states: Vec<_> = page.rows.iter().map(|row| row.state).collect();
        assert_eq!(states, [
            State::Untouched,
            State::Cleared { until: later },
            follow(Why::HigherLevel),
            follow(Why::NewSignal),
            follow(Why::Due),
            State::Untouched,
        ]);
        assert_eq!(page.rows.iter().map(|row| row.acted).collect::<Vec<_>>(), [&[None][..], &[Some(today()); 5]].concat());
        assert_eq!(page.totals, Totals { untouched: 2, follow_up: 3, cleared: 1 });
        for (state, places) in [
            (Wanted::Untouched, vec![1, 6]),
            (Wanted::Cleared, vec![2]),
            (Wanted::FollowUp, vec![3, 4, 5]),
        ] {
            let page = read(&room, &head_teacher(), &ListAsk { state, ..ask() }).await;
            assert_eq!(page.rows.iter().map(|row| row.place).collect::<Vec<_>>(), places, "{state:?}");
            assert_eq!(page.totals, Totals { untouched: 2, follow_up: 3, cleared: 1 }, "whatever mark is wanted");
        }
    }

    async fn what_was_done_is_told_where_it_may_be_read(home) {
        let room = home.create().await;
        let rows = many(1, 4, &[SCHOOL]);
        put_many(&room, &rows).await;
        scan(&room, &(1..=4).map(|number| standing(number, SCHOOL, Some(i64::from(number)))).collect::<Vec<_>>()).await;
        let zones = [Zone::SchoolGeneral, Zone::SchoolSupport, Zone::PupilHealth];
        for (number, zone) in (1..).zip(zones) {
            let row = &rows[usize::try_from(number).unwrap() - 1];
            act(&room, number, pupil(row), zone, Kind::GuardianContact, today().plus(21)).await;
        }
        let told = async |actor: &Actor| {
            let page = read(&room, actor, &ask()).await;
            assert!(page.rows.iter().all(|row| (row.place == 4) != row.acted.is_some()), "that and when, all may know");
            let how = page.rows.into_iter().filter_map(|row| row.how);
            how.map(|how| {
                assert_eq!((how.kind, how.by.as_str()), (Some(Kind::GuardianContact), "Maria Lindgren"));
                how.zone
            }).collect::<Vec<_>>()
        };
        assert_eq!(told(&counsellor()).await, zones);
        assert_eq!(told(&head_teacher()).await, zones[..2]);
        let of_mentors = [told(&mentor(SCHOOL, "7A")).await, told(&mentor(SCHOOL, "7B")).await, told(&mentor(SCHOOL, "7C")).await];
        assert_eq!(of_mentors, [vec![Zone::SchoolGeneral], vec![], vec![]]);
        // Two roles: mentor here, counsellor at another school. The zones of the one do not open the rows of the other.
        let Actor::Person { mut roles, user } = mentor(SCHOOL, "7C") else { panic!() };
        let Actor::Person { roles: more, .. } = person(Role::SchoolCounsellor, access::Place::Unit(UnitId(OTHER))) else { panic!() };
        roles.extend(more);
        assert!(told(&Actor::Person { user, roles }).await.is_empty());
    }

    async fn who_was_shown_is_journalled_and_long_pages_are_refused(home) {
        let room = home.create().await;
        put_many(&room, &many(1, 9, &[SCHOOL])).await;
        scan(&room, &(1..=9).map(|number| standing(number, SCHOOL, Some(i64::from(number)))).collect::<Vec<_>>()).await;
        read(&room, &head_teacher(), &ListAsk { limit: 4, ..ask() }).await;
        assert_eq!(home.count("SELECT COUNT(*) FROM journal_subject").await, 4);
        let mut reading = room.reading(now());
        let long = ListAsk { limit: 101, ..ask() };
        let refused = results::list(&mut reading, may_list(&head_teacher()), vec![], &long, today()).await;
        assert_eq!(refusal(refused), "room-page-too-long");
        let wrong = results::list(&mut reading, may_list(&head_teacher()), vec![may_list(&head_teacher())], &ask(), today()).await;
        assert!(wrong.is_err(), "a permit to list pupils opens no steps");
    }

    async fn before_the_first_scan_there_is_no_list(home) {
        let room = home.create().await;
        let mut reading = room.reading(now());
        assert_eq!(results::list(&mut reading, may_list(&head_teacher()), vec![], &ask(), today()).await.unwrap(), None);
    }
}
