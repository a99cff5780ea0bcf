//! The pupil page tells what the method tells, and shows of steps what the reader may read.

use absence::overview::peer_weeks::{PeerWeek, peer_weeks};
use access::{PupilId, Zone};
use casework::verb::document::{self, Document};
use casework::view::{pupil, worklist};
use domain::step::{Seen, State, StepKind};
use domain::{SchoolYear, Signal};
use pack::Pack;
use uuid::Uuid;

use crate::city::{City, SCHOOL, denied, today, truth};
use crate::lists::all;

testkit::on_both! {
    async fn the_page_tells_of_each_signal_what_a_full_scan_tells(on) {
        let (city, truth) = (City::imported(on).await, truth());
        let (pack, cx) = (Pack::embedded().unwrap(), city.counsellor());
        let thresholds = pack.thresholds_on(today()).unwrap();
        let (numbers, levels) = (city.numbers().await, peer_weeks(&truth.overview.sums));
        let (mut told, mut with_peers) = (0, 0);
        for row in all(&cx, &worklist::Ask::default()).await.iter().take(40) {
            let page = pupil::view(&cx, row.pupil).await.unwrap();
            let standing = &truth.overview.pupils[&numbers[&row.pupil]];
            let reduced = truth.roster.reduced_on(standing.pupil, today()).map(|span| span.from);
            assert_eq!(page.signals.len(), Signal::ALL.len());
            for it in &page.signals {
                assert_eq!(it.answer, standing.answer(it.signal), "{:?}", it.signal);
                assert_eq!(it.since, standing.since.of(it.signal), "{:?}", it.signal);
                let explained = standing.explain(it.signal, thresholds, &truth.overview.subjects, reduced);
                assert_eq!(it.explained, explained, "{:?}", it.signal);
                told += it.explained.len();
            }
            assert_eq!(
                (page.name.as_str(), page.class.as_str(), page.level),
                (row.name.as_str(), row.class.as_str(), row.level)
            );
            assert_eq!(page.absent, row.absent);
            check_line(&page, standing.pupil);
            with_peers += check_peers(&page, standing.school, standing.grade, &levels);
        }
        assert!(told > 500 && with_peers > 400, "{told} {with_peers}");
    }
}

/// The weeks of this school year add up to the week sums of the full scan.
fn check_line(page: &pupil::PupilPage, number: i32) {
    let this_year = SchoolYear::of(today()).start().week();
    let ours = page.line.weeks.iter().filter(|it| it.week >= this_year);
    let found =
        ours.fold((0, 0, 0), |(s, d, a), it| (s + it.scheduled, d + it.reported, a + it.valid + it.invalid + it.late));
    let sums = &truth().overview.sums[&number];
    let expected = sums.iter().fold((0, 0, 0), |(s, d, a), it| {
        (s + i64::from(it.scheduled), d + i64::from(it.reported), a + i64::from(it.absent))
    });
    assert_eq!(found, expected);
    let holidays: Vec<_> = page.line.weeks.iter().filter_map(|it| it.holiday.as_deref()).collect();
    assert_eq!(holidays, ["höstlov", "sportlov", "påsklov", "höstlov"]);
}

/// The level of others is that of school and grade, and of ten pupils or more; the number of weeks that have one.
fn check_peers(page: &pupil::PupilPage, school: i32, level: i32, all: &[PeerWeek]) -> usize {
    let this_year = SchoolYear::of(today()).start().week();
    let of = |it: &pupil::LineWeek| {
        let found = all.iter().find(|peer| (peer.school, peer.level, peer.week) == (school, level, it.week));
        found.map(|peer| (i64::from(peer.low), i64::from(peer.mid), i64::from(peer.high)))
    };
    let weeks = page.line.weeks.iter().filter(|it| it.week >= this_year && it.peers.is_some());
    weeks.inspect(|it| assert!(!page.line.moves.is_empty() || it.peers == of(it))).count()
}

fn step(pupil: PupilId, kind: StepKind, zone: Zone, id: u128) -> Document {
    Document {
        id: Uuid::from_u128(id),
        pupil,
        kind,
        zone,
        day: today(),
        text: "Vi har talats vid.".to_owned(),
        follow_up: Some(today().plus(21)),
        assignee: None,
        shown: Seen { signals: domain::Signals(u16::MAX), band: u8::MAX, level5: u8::MAX },
    }
}

testkit::on_both! {
    async fn of_a_step_in_pupil_health_a_mentor_sees_only_that_and_when(on) {
        let city = City::imported(on).await;
        let (counsellor, mentor) = (city.counsellor(), city.mentor("7B"));
        let row = all(&mentor, &worklist::Ask::default()).await.remove(0);
        document::run(&counsellor, step(row.pupil, StepKind::PupilHealthReview, Zone::PupilHealth, 1)).await.unwrap();
        document::run(&counsellor, step(row.pupil, StepKind::PupilTalk, Zone::SchoolGeneral, 2)).await.unwrap();

        let page = pupil::view(&counsellor, row.pupil).await.unwrap();
        assert_eq!(page.steps.len(), 2);
        assert!(page.steps.iter().all(|it| it.content.as_ref().is_some_and(|it| it.own && it.by == "Maria Lindgren")));
        assert!(matches!(page.state, State::Cleared { .. }));

        let page = pupil::view(&mentor, row.pupil).await.unwrap();
        let read: Vec<_> = page.steps.iter().map(|it| (it.day, it.content.as_ref().map(|it| it.zone))).collect();
        assert_eq!(read, [(today(), Some(Zone::SchoolGeneral)), (today(), None)]);
        assert!(!page.may.contains(&StepKind::InquiryOpened) && page.may.contains(&StepKind::PupilTalk));

        let cleared = worklist::Ask { acted: worklist::Acted::Cleared, ..worklist::Ask::default() };
        let list = worklist::view(&mentor, cleared).await.unwrap();
        assert_eq!(list.rows.iter().map(|it| it.pupil).collect::<Vec<_>>(), [row.pupil]);
        assert_eq!((list.counts.cleared, list.rows[0].acted), (1, Some(today())));
        let open = worklist::view(&mentor, worklist::Ask::default()).await.unwrap();
        assert!(open.rows.iter().all(|it| it.pupil != row.pupil));
    }
}

testkit::on_both! {
    async fn a_list_says_how_only_in_zones_that_the_reader_reads(on) {
        let city = City::imported(on).await;
        let (counsellor, mentor) = (city.counsellor(), city.mentor("7B"));
        let row = all(&mentor, &worklist::Ask::default()).await.remove(0);
        document::run(&counsellor, step(row.pupil, StepKind::PupilHealthReview, Zone::PupilHealth, 3)).await.unwrap();
        for (cx, reads) in [(&counsellor, true), (&mentor, false), (&city.head_teacher(SCHOOL), false)] {
            let found = all(cx, &worklist::Ask::default()).await;
            let shown = found.iter().find(|it| it.pupil == row.pupil).unwrap();
            assert_eq!((shown.acted, shown.how.is_some()), (Some(today()), reads));
        }
    }
}

testkit::on_both! {
    async fn the_next_pupil_is_the_next_on_the_list_whom_nobody_has_acted_on(on) {
        let city = City::imported(on).await;
        let cx = city.counsellor();
        let rows = all(&cx, &worklist::Ask::default()).await;
        let second = pupil::view(&cx, rows[0].pupil).await.unwrap().next;
        assert_eq!(second, Some(rows[1].pupil));
        document::run(&cx, step(rows[1].pupil, StepKind::PupilTalk, Zone::SchoolGeneral, 4)).await.unwrap();
        assert_eq!(pupil::view(&cx, rows[0].pupil).await.unwrap().next, Some(rows[2].pupil));
        assert_eq!(pupil::view(&cx, rows.last().unwrap().pupil).await.unwrap().next, None);
    }
}

testkit::on_both! {
    async fn a_pupil_elsewhere_a_protected_one_and_nobody_are_the_same_no(on) {
        let (city, truth) = (City::imported(on).await, truth());
        let elsewhere =
            truth.overview.pupils.keys().find(|it| truth.at(**it).is_some_and(|row| row.school != SCHOOL.0));
        let protected = truth.protected()[0];
        let cx = city.head_teacher(access::UnitId(protected.school));
        assert_eq!(denied(pupil::view(&cx, city.id(protected.pupil).await).await), "denied-pupil");
        let cx = city.counsellor();
        assert_eq!(denied(pupil::view(&cx, city.id(*elsewhere.unwrap()).await).await), "denied-pupil");
        assert_eq!(denied(pupil::view(&cx, PupilId(1)).await), "denied-pupil");
    }
}
