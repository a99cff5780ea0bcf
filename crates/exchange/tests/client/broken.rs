//! Slow, broken and lying answers: each with the right result, or a message that says what to do.

use std::time::Duration;

use exchange::client::Endpoint;
use serde_json::{Value, json};
use testkit::run;
use testkit::ss12000::{Server, What};

use crate::home::{ask, code, pulled, service, whole};

/// Persons come whole in spite of what goes wrong; how many questions that took.
#[track_caller]
fn comes_whole(questions: std::ops::RangeInclusive<usize>, what: What, expected: usize) {
    run(async {
        let server = Server::start().await;
        server.goes_wrong("persons", questions, what.clone());
        let (memory, _) = whole(&server).await;
        let mut ids = memory.ids(Endpoint::Persons);
        assert_eq!(ids.len(), 5, "{what:?}");
        ids.dedup();
        assert_eq!(ids.len(), 5, "{what:?}: nobody twice");
        assert_eq!(server.asked("persons").len(), expected, "{what:?}");
    });
}

/// Nothing comes of the pull, for that reason.
#[track_caller]
fn comes_to_nothing(questions: std::ops::RangeInclusive<usize>, what: What, expected: (&str, &str)) {
    run(async {
        let server = Server::start().await;
        server.goes_wrong("persons", questions, what.clone());
        let (_, done) = pulled(&service(&server), &ask()).await;
        assert_eq!(code(done), expected, "{what:?}");
    });
}

fn wait(text: &str) -> Vec<(&'static str, String)> {
    vec![("retry-after", text.to_owned())]
}

#[test]
fn a_busy_service_is_asked_again_when_it_says() {
    comes_whole(2..=2, What::Status(429, wait("20")), 4);
    comes_whole(1..=2, What::Status(503, vec![]), 5);
    comes_whole(2..=3, What::Status(500, vec![]), 5);
    comes_whole(1..=1, What::Status(502, wait("1")), 4);
}

#[test]
fn a_service_that_asks_for_a_long_wait_is_asked_another_time() {
    comes_to_nothing(1..=1, What::Status(429, wait("3600")), ("later", "service-busy"));
    comes_to_nothing(1..=99, What::Status(503, vec![]), ("later", "service-unavailable"));
    comes_to_nothing(1..=99, What::Status(500, vec![]), ("later", "service-broken"));
}

#[test]
fn a_list_whose_page_token_has_expired_begins_anew() {
    comes_whole(2..=2, What::Status(410, vec![]), 5);
    comes_whole(3..=3, What::Status(410, vec![]), 6);
    comes_to_nothing(2..=99, What::Status(410, vec![]), ("later", "service-gone"));
}

#[test]
fn a_list_ends_when_there_is_no_token_however_that_is_said() {
    for token in [None, Some(Value::Null), Some(json!(""))] {
        run(async {
            let server = Server::start().await;
            server.goes_wrong("groups", 1..=1, What::Token(token.clone()));
            let (memory, _) = whole(&server).await;
            assert_eq!((memory.lists[&Endpoint::Groups].len(), server.asked("groups").len()), (2, 1), "{token:?}");
        });
    }
}

#[test]
fn pages_that_come_twice_give_nobody_twice() {
    comes_whole(2..=2, What::Repeat, 4);
}

#[test]
fn a_list_without_end_ends() {
    comes_to_nothing(1..=999, What::Token(Some(json!("round"))), ("person", "service-loop"));
    run(async {
        let server = Server::start().await;
        server.goes_wrong("persons", 2..=2, What::Token(Some(json!("p-0"))));
        // A token that was not there before, and pages that were.
        server.goes_wrong("persons", 3..=99, What::Token(Some(json!("p-00"))));
        let (_, done) = pulled(&service(&server), &ask()).await;
        assert_eq!(code(done), ("person", "service-loop"));
    });
}

#[test]
fn an_answer_that_ends_in_the_middle_is_asked_for_again() {
    comes_whole(1..=1, What::Truncated, 4);
    comes_whole(3..=3, What::Cut, 4);
    comes_to_nothing(1..=99, What::Truncated, ("later", "service-truncated"));
}

#[test]
fn what_an_answer_is_called_does_not_matter_but_what_it_is() {
    comes_whole(1..=99, What::CalledA("text/plain"), 3);
    comes_whole(1..=99, What::CalledA("text/html"), 3);
    let page = What::Body("application/json", "<html>Logga in</html>".to_owned());
    comes_to_nothing(1..=1, page, ("person", "service-not-json"));
    let error = What::Body("application/json", r#"{"code":"source_unavailable","message":"x"}"#.to_owned());
    comes_to_nothing(1..=1, error, ("person", "service-not-json"));
}

#[test]
fn a_slow_answer_is_asked_for_again_and_then_another_time() {
    comes_whole(1..=1, What::Slow(Duration::from_secs(2)), 4);
    comes_to_nothing(1..=99, What::Slow(Duration::from_secs(2)), ("later", "service-silent"));
}

#[test]
fn what_a_service_does_not_understand_is_left_out() {
    run(async {
        let server = Server::start().await;
        server.goes_wrong("persons", 1..=99, What::NoLimit).goes_wrong("calendarEvents", 1..=99, What::NoExpand);
        let (memory, _) = whole(&server).await;
        assert_eq!(server.asked("persons"), ["limit=2", ""]);
        assert_eq!(memory.ids(Endpoint::Persons).len(), 5);
        let asked = server.asked("calendarEvents");
        assert!(asked[2].ends_with("&limit=2") && !asked[2].contains("expand"), "{asked:?}");
    });
}

#[test]
fn a_page_that_is_too_large_is_asked_for_in_smaller_ones() {
    run(async {
        let server = Server::start().await;
        server.goes_wrong("persons", 1..=99, What::Large(400_000));
        let mut service = service(&server);
        service.patience.page = 100;
        let (_, done) = pulled(&service, &ask()).await;
        assert_eq!(code(done), ("person", "service-too-large"), "five persons, each of them too large a part");
        assert_eq!(server.asked("persons"), ["limit=100", "limit=25"]);
    });
}

#[test]
fn a_service_that_has_moved_or_refuses_oddly_is_a_matter_for_a_person() {
    let to = vec![("location", "http://127.0.0.1:1/elsewhere".to_owned())];
    comes_to_nothing(1..=99, What::Status(301, to.clone()), ("person", "service-moved"));
    comes_to_nothing(1..=99, What::Status(308, to), ("person", "service-moved"));
    comes_to_nothing(1..=99, What::Status(402, vec![]), ("person", "service-odd"));
}

#[test]
fn a_service_that_takes_a_list_away_in_the_middle_is_asked_another_time() {
    comes_to_nothing(2..=99, What::Status(403, vec![]), ("later", "service-stopped-midway"));
    comes_to_nothing(3..=99, What::Status(404, vec![]), ("later", "service-stopped-midway"));
}

#[test]
fn a_service_that_is_not_there_is_asked_another_time() {
    run(async {
        let mut service = {
            let server = Server::start().await;
            service(&server)
        };
        let (_, done) = pulled(&service, &ask()).await;
        assert_eq!(code(done), ("later", "service-silent"));
        service.base = "ss12000.example".to_owned();
        assert_eq!(code(pulled(&service, &ask()).await.1), ("person", "service-address-odd"));
    });
}
