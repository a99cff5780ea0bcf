//! The work list is what the method says, within what the reader may list.

use absence::overview::worklist::{First, band, firing, lines};
use access::{Place, PupilId, Role, UnitId};
use casework::Cx;
use casework::view::worklist::{Acted, Ask, Counts, ListName, Row, view};
use pack::Pack;

use crate::city::{City, SCHOOL, denied, today, truth};

/// Every row, page by page.
pub async fn all(cx: &Cx, ask: &Ask) -> Vec<Row> {
    let mut ask = Ask { acted: Acted::All, ..ask.clone() };
    let mut rows = Vec::new();
    loop {
        let page = view(cx, ask.clone()).await.unwrap();
        rows.extend(page.rows);
        let Some(next) = page.next else { return rows };
        ask.after = Some(next);
    }
}

fn ids(rows: &[Row]) -> Vec<PupilId> {
    rows.iter().map(|row| row.pupil).collect()
}

testkit::on_both! {
    async fn a_schools_list_is_the_methods_list_in_its_order(on) {
        let (city, truth) = (City::imported(on).await, truth());
        let (pack, numbers) = (Pack::embedded().unwrap(), city.numbers().await);
        let thresholds = pack.thresholds_on(today()).unwrap();
        let mut seen = 0;
        for list in [ListName::School, ListName::Team] {
            let id = if list == ListName::School { "school" } else { "team" };
            let expected = lines(&truth.overview, pack.list(id).unwrap(), thresholds);
            let units: std::collections::BTreeSet<i32> = truth.roster.rows().map(|row| row.school).collect();
            for unit in units {
                let at_school = |pupil| truth.at(pupil).is_some_and(|row| row.school == unit);
                let expected: Vec<_> = expected.iter().filter(|it| at_school(it.standing.pupil)).collect();
                let cx = city.head_teacher(UnitId(unit));
                let rows = all(&cx, &Ask { list, ..Ask::default() }).await;
                let found: Vec<i32> = rows.iter().map(|row| numbers[&row.pupil]).collect();
                assert_eq!(found, expected.iter().map(|it| it.standing.pupil).collect::<Vec<_>>(), "{id} {unit}");
                for (row, it) in rows.iter().zip(&expected) {
                    assert_eq!(row.signals, firing(it.standing).collect::<Vec<_>>());
                    assert_eq!(row.band.unwrap_or(0), band(it.standing, thresholds));
                    assert_eq!(row.since, it.standing.since.first());
                    assert_eq!(row.name, truth.at(it.standing.pupil).unwrap().name);
                    assert!(list == ListName::Team || row.mentor_first == (it.first == First::Mentor));
                }
                let counts = view(&cx, Ask { list, ..Ask::default() }).await.unwrap().counts;
                let nobody = i64::try_from(rows.len()).unwrap();
                assert_eq!(counts, Counts { nobody, follow_up: 0, cleared: 0 });
                seen += rows.len();
            }
        }
        assert!(seen > 100, "{seen}");
    }
}

testkit::on_both! {
    async fn a_mentor_sees_the_own_class_whatever_is_asked(on) {
        let city = City::imported(on).await;
        let mentor = city.mentor("7B");
        let page = view(&mentor, Ask { acted: Acted::All, ..Ask::default() }).await.unwrap();
        assert!(!page.rows.is_empty() && page.rows.iter().all(|row| row.class == "7B" && row.school.unit == SCHOOL));
        assert_eq!((page.classes.as_slice(), page.schools.len()), (["7B".to_owned()].as_slice(), 1));
        assert!(page.sittings.is_empty());
        let elsewhere = [
            Ask { school: Some(UnitId(90_000_102)), ..Ask::default() },
            Ask { school: Some(UnitId(1)), ..Ask::default() },
            Ask { school: Some(SCHOOL), class: Some("7A".to_owned()), ..Ask::default() },
        ];
        for ask in elsewhere {
            let page = view(&mentor, Ask { acted: Acted::All, ..ask.clone() }).await.unwrap();
            assert!(page.rows.is_empty() && page.counts == Counts::default(), "{ask:?}");
        }
    }
}

testkit::on_both! {
    async fn filters_narrow_the_list_and_nothing_else(on) {
        let city = City::imported(on).await;
        let cx = city.counsellor();
        let whole = all(&cx, &Ask::default()).await;
        let page = view(&cx, Ask::default()).await.unwrap();
        assert_eq!(page.order.last(), Some(&"order-number"));
        assert_eq!(page.levels, (0..=9).collect::<Vec<_>>());
        let mut by_class = Vec::new();
        for class in &page.classes {
            by_class.extend(ids(&all(&cx, &Ask { class: Some(class.clone()), ..Ask::default() }).await));
        }
        let mut everybody = ids(&whole);
        by_class.sort();
        everybody.sort();
        assert_eq!(by_class, everybody);
        let signal = whole[0].signals[0];
        let with_signal = all(&cx, &Ask { signal: Some(signal), ..Ask::default() }).await;
        let expected: Vec<_> = whole.iter().filter(|row| row.signals.contains(&signal)).map(|row| row.pupil).collect();
        assert_eq!(ids(&with_signal), expected);
    }
}

testkit::on_both! {
    async fn who_may_list_nobody_gets_no_list(on) {
        let city = City::imported(on).await;
        for cx in [city.coordinator(), city.person(Role::Administrator, Place::Room), city.operator()] {
            assert_eq!(denied(view(&cx, Ask::default()).await), "denied-list");
        }
    }
}
