//! Getting in: tokens that are refused, that run out in the middle, and addresses that are open to others.

use exchange::client::{Service, SignIn};
use testkit::run;
use testkit::ss12000::{Server, What};

use crate::home::{ask, client, code, pulled, service};

#[test]
fn a_token_is_fetched_once_and_used_until_it_no_longer_holds() {
    run(async {
        let server = Server::start().await;
        pulled(&client(&server), &ask()).await.1.unwrap();
        assert_eq!(server.handed(), 1);
        let server = Server::start().await;
        server.tokens_live(4);
        pulled(&client(&server), &ask()).await.1.unwrap();
        assert!(server.handed() > 3, "it ran out in the middle, again and again: {}", server.handed());
    });
}

#[test]
fn a_wrong_secret_is_a_matter_for_a_person_and_is_told_nowhere() {
    run(async {
        let server = Server::start().await;
        let wrong = SignIn::Client {
            address: server.token(),
            id: "skollinjen".to_owned(),
            secret: "fel hemlighet".to_owned(),
            scope: None,
        };
        let service = Service { sign_in: wrong, ..service(&server) };
        assert_eq!(format!("{service:?} {:?}", service.sign_in), "Service SignIn");
        let (_, done) = pulled(&service, &ask()).await;
        let told = format!("{done:?}");
        assert!(!told.contains("fel hemlighet") && !told.contains("127.0.0.1"), "{told}");
        assert_eq!(code(done), ("person", "service-sign-in-refused"));
        assert!(server.asked("persons").is_empty());
    });
}

#[test]
fn a_token_that_never_holds_is_a_matter_for_a_person() {
    run(async {
        let server = Server::start().await;
        let service = Service { sign_in: SignIn::Token("gammal".to_owned()), ..service(&server) };
        assert_eq!(code(pulled(&service, &ask()).await.1), ("person", "service-token-refused"));
    });
}

#[test]
fn a_place_for_tokens_that_fails_is_asked_again_or_told_of() {
    run(async {
        let check = async |what: What, expected: Option<(&str, &str)>| {
            let server = Server::start().await;
            server.goes_wrong("connect/token", 1..=2, what);
            let (_, done) = pulled(&client(&server), &ask()).await;
            match expected {
                None => assert!(done.is_ok()),
                Some(expected) => assert_eq!(code(done), expected),
            }
        };
        check(What::Status(503, vec![]), None).await;
        check(What::Status(429, vec![("retry-after", "9999".to_owned())]), Some(("later", "service-token-silent")))
            .await;
        check(What::Status(404, vec![]), Some(("person", "service-token-nowhere"))).await;
        check(What::Status(401, vec![]), Some(("person", "service-sign-in-refused"))).await;
        check(What::Body("text/html", "<html>".to_owned()), Some(("person", "service-token-odd"))).await;
    });
}

#[test]
fn nothing_is_asked_over_an_open_line() {
    run(async {
        let server = Server::start().await;
        let service = Service { base: "http://ss12000.example/v2.0".to_owned(), ..service(&server) };
        assert_eq!(code(pulled(&service, &ask()).await.1), ("person", "service-address-open"));
    });
}
