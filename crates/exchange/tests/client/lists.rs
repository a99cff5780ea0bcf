//! What a service has: whole lists, and what is changed and deleted meanwhile.

use exchange::client::{Ask, Endpoint, Group, Service};
use serde_json::json;
use testkit::run;
use testkit::ss12000::{Server, What};

use crate::home::{ask, code, day, pulled, service, whole};

#[test]
fn every_list_is_read_to_its_end_page_by_page() {
    run(async {
        let server = Server::start().await;
        let (memory, pulled) = whole(&server).await;
        assert_eq!(memory.lists[&Endpoint::Persons].len(), 5);
        assert_eq!(memory.lists[&Endpoint::Organisations].len(), 2);
        assert_eq!(pulled.lists[&Endpoint::Persons], 5);
        assert_eq!(server.asked("persons"), ["limit=2", "pageToken=p-2&limit=2", "pageToken=p-4&limit=2"]);
        assert_eq!(
            memory.told.iter().filter(|(it, _)| *it == Endpoint::Persons).map(|it| it.1).collect::<Vec<_>>(),
            [2, 4, 5]
        );
        assert!(pulled.lacking.is_empty());
    });
}

#[test]
fn lessons_are_asked_for_by_day_and_with_their_attendance() {
    run(async {
        let server = Server::start().await;
        let (memory, _) = pulled(&service(&server), &Ask { from: day("2026-10-23"), ..ask() }).await;
        let asked = server.asked("calendarEvents");
        let window = "startTime.onOrAfter=2026-10-23T00%3A00%3A00%2B02%3A00&startTime.onOrBefore=2026-11-22T23%3A59%3A00%2B01%3A00";
        assert_eq!(asked[0], format!("{window}&expand=attendance&limit=2"));
        assert_eq!(memory.lists[&Endpoint::CalendarEvents].len(), 6, "one is on the day after");
        assert!(server.asked("attendances").is_empty(), "the lessons brought it");
        assert!(server.asked("aggregatedAttendance").is_empty(), "no sums where there are lessons");
    });
}

#[test]
fn attendance_that_lessons_do_not_bring_is_read_by_itself() {
    run(async {
        let server = Server::start().await;
        let (memory, _) = whole(&server).await;
        assert_eq!(server.asked("attendances")[0], "meta.modified.after=2026-10-26T00%3A00%3A00%2B01%3A00&limit=2");
        assert!(!memory.lists[&Endpoint::Attendances].is_empty());
    });
}

#[test]
fn a_service_with_sums_only_gives_sums_and_what_it_lacks_is_noted() {
    run(async {
        let server = Server::start().await;
        for (endpoint, status) in [("calendarEvents", 404), ("attendances", 501), ("duties", 403), ("activities", 405)]
        {
            server.goes_wrong(endpoint, 1..=99, What::Status(status, vec![]));
        }
        let (memory, pulled) = whole(&server).await;
        assert_eq!(pulled.lacking, [Endpoint::Duties, Endpoint::Activities, Endpoint::CalendarEvents]);
        assert_eq!(server.asked("aggregatedAttendance")[0], "startDate=2026-10-26&endDate=2026-11-22&limit=2");
        assert_eq!(memory.lists[&Endpoint::AggregatedAttendance].len(), 1);
    });
}

#[test]
fn without_a_roster_there_is_nothing() {
    run(async {
        for endpoint in ["organisations", "groups", "persons"] {
            let server = Server::start().await;
            server.goes_wrong(endpoint, 1..=99, What::Status(403, vec![]));
            let (_, done) = pulled(&service(&server), &ask()).await;
            assert_eq!(code(done), ("person", "service-lacks"), "{endpoint}");
        }
    });
}

#[test]
fn groups_of_endpoints_can_lie_at_addresses_of_their_own() {
    run(async {
        let (server, other) = (Server::start().await, Server::start().await);
        let prefixes = [(Group::Lessons, other.base() + "/")].into();
        let (_, done) = pulled(&Service { prefixes, ..service(&server) }, &ask()).await;
        done.unwrap();
        assert_eq!((server.asked("calendarEvents").len(), server.asked("persons").len()), (0, 3));
        assert_eq!((other.asked("calendarEvents").len(), other.asked("persons").len()), (3, 0));
    });
}

#[test]
fn a_correction_of_an_older_lesson_brings_the_days_from_then_on() {
    run(async {
        let server = Server::start().await;
        server.change("attendances", |all| {
            for attendance in all.iter_mut() {
                attendance["meta"] = json!({ "created": "2026-10-01T10:00:00Z", "modified": "2026-10-01T10:00:00Z" });
            }
            let first = "44444444-0000-4000-8000-000000000001"; // 2026-10-23
            all.push(json!({ "id": "late", "calendarEvent": { "id": first }, "student": { "id": "x" },
                "meta": { "modified": "2026-11-21T10:00:00+01:00" } }));
        });
        let changed_since = Some("2026-11-20T10:00:00Z".parse().unwrap());
        let (memory, done) = pulled(&service(&server), &Ask { changed_since, ..ask() }).await;
        assert_eq!(done.unwrap().from, day("2026-10-23"));
        assert_eq!(memory.lists[&Endpoint::CalendarEvents].len(), 6);
        assert_eq!(server.asked("attendances")[0], "meta.modified.after=2026-11-20T10%3A00%3A00Z&limit=2");
        assert_eq!(server.asked("calendarEvents/lookup").len(), 1);
    });
}

#[test]
fn without_a_way_to_look_lessons_up_a_correction_brings_the_whole_year() {
    run(async {
        let server = Server::start().await;
        server.goes_wrong("calendarEvents/lookup", 1..=99, What::Status(404, vec![]));
        let changed_since = Some("2026-01-01T10:00:00Z".parse().unwrap());
        server.change("attendances", |all| {
            all.push(json!({ "id": "late", "calendarEvent": { "id": "unknown" }, "student": { "id": "x" } }));
        });
        let (_, done) = pulled(&service(&server), &Ask { changed_since, ..ask() }).await;
        assert_eq!(done.unwrap().from, day("2026-08-01"));
    });
}

#[test]
fn changes_are_asked_for_by_the_clock_of_the_service_and_with_an_overlap() {
    run(async {
        let server = Server::start().await;
        // Two hours before us.
        server.goes_wrong("organisations", 1..=1, What::Clock(-7200));
        let (_, pulled) = whole(&server).await;
        assert_eq!(pulled.changed_since.to_string(), "2026-11-23T07:45:00Z");
    });
}

#[test]
fn a_person_who_is_deleted_while_we_read_is_not_handed_on() {
    run(async {
        let server = Server::start().await;
        let gone = "11111111-0000-4000-8000-000000000001";
        server.deleted("persons", &[gone]);
        // The service deletes her after our first time through its persons.
        let (memory, _) = whole(&server).await;
        assert_eq!(memory.ids(Endpoint::Persons).len(), 5, "deleted again and again: read anew twice, and then left");
        assert_eq!(server.asked("persons").len(), 9);
        let server = Server::start().await;
        server.deleted("persons", &["00000000-0000-4000-8000-000000000000"]);
        whole(&server).await;
        assert_eq!(server.asked("persons").len(), 3, "somebody whom we never saw");
    });
}

#[test]
fn unknown_values_and_marks_on_references_come_through_as_they_are() {
    run(async {
        let server = Server::start().await;
        server.change("persons", |all| {
            all.push(json!({ "id": "P-7", "givenName": "A", "familyName": "B", "personStatus": "Vilande",
                "meta": { "created": "2026-01-01T00:00:00Z", "modified": "2026-01-01T00:00:00+01:00" } }));
        });
        let (memory, _) = whole(&server).await;
        assert_eq!(memory.lists[&Endpoint::Persons][5]["personStatus"], "Vilande");
    });
}

#[test]
fn a_try_asks_for_the_first_page_of_each_list_and_no_more() {
    run(async {
        let server = Server::start().await;
        let (_, done) = pulled(&service(&server), &Ask { only_try: true, ..ask() }).await;
        done.unwrap();
        assert_eq!(server.asked("persons").len(), 1);
        assert!(server.asked("deletedEntities").is_empty());
    });
}
