//! Thresholds of the room: tried before they are saved, and the same in the simulation, on the lists and on the pages.

use std::collections::BTreeMap;

use absence::overview::Overview;
use absence::overview::worklist::lines;
use access::{Place, Role};
use casework::Cx;
use casework::verb::import::rescan;
use casework::verb::thresholds::{self as verb, Set, Shows};
use casework::view::pupil;
use casework::view::thresholds::{self as view, Ask, Number, Page, Stands};
use casework::view::worklist::{self, ListName};
use domain::Signal;
use jiff::SignedDuration;
use pack::{Pack, Thresholds};
use uuid::Uuid;

use crate::city::{City, SCHOOL, denied, files, now, refused, today, truth};
use crate::lists::all;

fn administrator(city: &City) -> Cx {
    city.person(Role::Administrator, Place::Room)
}

/// An hour after the import.
fn later(city: &City) -> Cx {
    let who = administrator(city).who().unwrap().clone();
    city.office.person(who, now() + SignedDuration::from_hours(1), today())
}

fn method() -> Thresholds {
    Pack::embedded().unwrap().method_on(today()).unwrap().clone()
}

/// What stands in the form when one field is changed.
fn written(changed: &[(&str, &str)]) -> BTreeMap<String, String> {
    let mut all: BTreeMap<String, String> =
        method().written().into_iter().map(|(name, words)| (name.to_owned(), words)).collect();
    all.extend(changed.iter().map(|(name, words)| ((*name).to_owned(), (*words).to_owned())));
    all
}

fn set(id: u128, days: i32, changed: &[(&str, &str)]) -> Set {
    Set {
        id: Uuid::from_u128(id),
        from: Some(today().plus(days)),
        written: written(changed),
        preset: None,
        reason: "Beslut i nämnden".to_owned(),
    }
}

/// How many a list shows in the city without a room, by some thresholds.
fn listed(list: &str, by: &Thresholds) -> i64 {
    let (pack, overview) = (Pack::embedded().unwrap(), &truth().overview);
    let judged = |it: &absence::overview::Standing| absence::overview::Standing {
        answers: absence::signals::Answers::judge(&it.own, &it.peers, by),
        ..it.clone()
    };
    let pupils = overview.pupils.iter().map(|(pupil, it)| (*pupil, judged(it))).collect();
    let mut overview = Overview::default();
    overview.pupils = pupils;
    i64::try_from(lines(&overview, pack.list(list).unwrap(), by).len()).unwrap()
}

async fn ask(cx: &Cx, changed: Option<&[(&str, &str)]>, list: ListName) -> Page {
    view::view(cx, &Ask { written: changed.map(written), preset: None, list }).await.unwrap()
}

fn totals(page: &Page) -> [Number; 2] {
    let all = &page.simulation.as_ref().unwrap().all;
    [*all.now.last().unwrap(), *all.then.last().unwrap()]
}

const MILD: &[(&str, &str)] = &[("s01-watch-percent", "20"), ("s01-notify-percent", "30"), ("s02-percent", "60")];

fn mild() -> Thresholds {
    Thresholds::from_written(|name| written(MILD).get(name).cloned()).unwrap()
}

testkit::on_both! {
    async fn what_is_tried_is_counted_and_nothing_is_saved(on) {
        let city = City::imported(on).await;
        let cx = administrator(&city);
        for (list, id) in [(ListName::School, "school"), (ListName::Team, "team")] {
            let (now, then) = (listed(id, &method()), listed(id, &mild()));
            assert_eq!(totals(&ask(&cx, Some(MILD), list).await), [Number::Count(now), Number::Count(then)], "{id}");
        }
        assert!(listed("school", &mild()) < listed("school", &method()));
        let page = ask(&city.coordinator(), None, ListName::School).await;
        let simulation = page.simulation.as_ref().unwrap();
        assert!(!page.may_change && !simulation.differs && page.changes.is_empty() && page.present.is_none());
        assert_eq!(simulation.days.last().unwrap().day, today());
        assert!(simulation.days.len() > 12 && simulation.presets.len() > 3);
        assert!(simulation.presets[0].is_present, "the method's own");
        // nothing of a group of one to four, or under ten pupils
        let small = simulation.schools.iter().flat_map(|of| of.now.iter().chain(&of.then));
        assert!(small.clone().all(|it| !matches!(it, Number::Count(1..5))));
        // what is wrong is told by field, and the counts wait
        let page = ask(&cx, Some(&[("s02-percent", "200")]), ListName::School).await;
        assert_eq!(page.wrong[0].field, Some("s02-percent"));
        assert_eq!(page.written["s02-percent"], "200");
    }
}

testkit::on_both! {
    async fn saved_thresholds_show_on_lists_and_pages_after_the_lists_are_counted_again(on) {
        let city = City::imported(on).await;
        let all_schools = city.counsellor();
        let before = all(&all_schools, &worklist::Ask::default()).await;
        let somebody = before.iter().find(|row| row.signals.contains(&Signal::S02) && row.level5.is_none()).unwrap().pupil;
        let fires = async |cx: &Cx| {
            let page = pupil::view(cx, somebody).await.unwrap();
            page.signals.iter().any(|told| told.signal == Signal::S02 && told.answer.is_yes())
        };
        assert!(fires(&all_schools).await);
        let cx = later(&city);
        assert!(view::counted(&cx).await.unwrap().is_none());
        for _ in 0..2 {
            let shows = verb::set(&cx, set(1, 0, &[("s02-percent", "100")])).await.unwrap();
            assert_eq!(shows, Shows::Soon, "also sent twice");
        }
        assert_eq!(ask(&cx, None, ListName::School).await.counted, Some(Stands::UnderWay));
        // until then the page says what the list said
        assert!(fires(&all_schools).await);
        city.work(3_600).await;
        assert!(matches!(view::counted(&cx).await.unwrap(), Some(Stands::Done(_))));
        assert!(!fires(&all_schools).await);
        let by = Thresholds::from_written(|name| written(&[("s02-percent", "100")]).get(name).cloned()).unwrap();
        let page = ask(&cx, None, ListName::School).await;
        assert_eq!(totals(&page)[0], Number::Count(listed("school", &by)));
        assert_eq!((page.present.unwrap().0, page.own), (today(), vec!["s02-percent"]));
        assert_eq!(page.changes[0].differs, [("s02-percent", "25".to_owned(), "100".to_owned())]);
        assert_eq!(page.changes[0].reason, "Beslut i nämnden");
        // an import counts by them too
        city.import(files(), false).await.unwrap();
    }
}

testkit::on_both! {
    async fn a_change_that_has_not_begun_is_taken_back_and_one_that_has_stays(on) {
        let city = City::empty(on).await;
        let cx = administrator(&city);
        assert_eq!(refused(rescan::run(&city.operator(), 1, &|_| ()).await), ["thresholds-nothing-imported"]);
        assert_eq!(verb::set(&cx, set(1, 30, MILD)).await.unwrap(), Shows::Later);
        assert_eq!(refused(verb::set(&cx, set(2, 30, &[("s09-days", "6")])).await), ["thresholds-from-taken"]);
        assert_eq!(verb::set(&cx, set(3, 0, &[("s09-days", "6")])).await.unwrap(), Shows::WithAnImport);
        assert!(view::counted(&cx).await.unwrap().is_none(), "there is nothing to count");
        assert_eq!(refused(verb::take_back(&cx, Uuid::from_u128(3)).await), ["thresholds-begun"]);
        verb::take_back(&cx, Uuid::from_u128(1)).await.unwrap();
        verb::set(&cx, set(2, 30, &[("s09-days", "7")])).await.unwrap();
        let page = ask(&cx, None, ListName::School).await;
        let coming: Vec<u128> = page.changes.iter().filter(|it| it.is_coming).map(|it| it.id.as_u128()).collect();
        assert_eq!((coming, page.changes.len(), page.simulation.is_none()), (vec![2], 3, true));
        assert_eq!(page.own, ["s09-days"]);
    }
}

testkit::on_both! {
    async fn everything_that_is_wrong_is_told_by_its_field(on) {
        let city = City::empty(on).await;
        let cx = administrator(&city);
        let wrong = Set { reason: " ".to_owned(), from: None, ..set(1, 0, &[("s02-percent", "x")]) };
        let all = ["threshold-not-a-number", "thresholds-from-missing", "thresholds-reason-missing"];
        assert_eq!(refused(verb::set(&cx, wrong).await), all);
        assert_eq!(refused(verb::set(&cx, set(1, -1, MILD)).await), ["thresholds-from-past"]);
        assert_eq!(refused(verb::set(&cx, set(1, 0, &[])).await), ["thresholds-same"]);
        let without = &[("s01-bands-percent", "5, 10, 20"), ("s01-notify-percent", "20")];
        assert_eq!(refused(verb::set(&cx, set(1, 0, without)).await), ["threshold-band-missing"]);
        // who may
        assert_eq!(denied(verb::set(&city.coordinator(), set(1, 0, MILD)).await), "denied-settings");
        assert!(denied(rescan::run(&city.coordinator(), 1, &|_| ()).await).starts_with("denied-"));
        for cx in [city.counsellor(), city.head_teacher(SCHOOL), city.mentor("7A")] {
            assert_eq!(denied(view::view(&cx, &Ask::default()).await), "denied-numbers");
        }
    }
}
