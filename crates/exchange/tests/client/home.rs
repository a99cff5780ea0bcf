//! A pull of a test: impatient, into memory.

use std::collections::BTreeMap;
use std::time::Duration;

use exchange::client::{Ask, Endpoint, Patience, Pulled, Service, SignIn, Spool, Trouble, pull};
use jiff::civil::Date;
use serde_json::Value;
use testkit::ss12000::{CLIENT, Server, TOKEN};

/// What came, by list.
#[derive(Default)]
pub struct Memory {
    pub lists: BTreeMap<Endpoint, Vec<Value>>,
    pub told: Vec<(Endpoint, u64)>,
}

impl Spool for Memory {
    fn put(&mut self, endpoint: Endpoint, entity: &str) -> std::io::Result<()> {
        self.lists.entry(endpoint).or_default().push(serde_json::from_str(entity).unwrap());
        Ok(())
    }

    fn forget(&mut self, endpoint: Endpoint) -> std::io::Result<()> {
        self.lists.remove(&endpoint);
        Ok(())
    }

    fn progress(&mut self, endpoint: Endpoint, entities: u64) {
        self.told.push((endpoint, entities));
    }
}

impl Memory {
    /// The ids of a list, in order.
    pub fn ids(&self, endpoint: Endpoint) -> Vec<&str> {
        let list = self.lists.get(&endpoint).map(Vec::as_slice).unwrap_or_default();
        list.iter().map(|it| it["id"].as_str().unwrap_or_default()).collect()
    }
}

pub fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// A second is a millisecond, and nobody waits long.
pub fn patience() -> Patience {
    Patience {
        silence: Duration::from_millis(400),
        answer: Duration::from_millis(800),
        first: Duration::from_millis(1),
        second: Duration::from_millis(1),
        longest: Duration::from_millis(300),
        tries: 3,
        page: 2,
        bytes: 100_000,
    }
}

/// The service with a token that always holds.
pub fn service(server: &Server) -> Service {
    Service {
        base: server.base(),
        prefixes: BTreeMap::new(),
        sign_in: SignIn::Token(TOKEN.to_owned()),
        patience: patience(),
    }
}

/// The service with client credentials.
pub fn client(server: &Server) -> Service {
    let sign_in =
        SignIn::Client { address: server.token(), id: CLIENT.0.to_owned(), secret: CLIENT.1.to_owned(), scope: None };
    Service { sign_in, ..service(server) }
}

pub fn ask() -> Ask {
    Ask {
        from: day("2026-10-26"),
        to: day("2026-11-22"),
        earliest: day("2026-08-01"),
        changed_since: None,
        now: "2026-11-22T12:00:00Z".parse().unwrap(),
        only_try: false,
    }
}

/// Pulls: what came, and what the pull says of it.
pub async fn pulled(service: &Service, ask: &Ask) -> (Memory, Result<Pulled, Trouble>) {
    let mut memory = Memory::default();
    let done = pull(service, ask, &mut memory).await;
    (memory, done)
}

/// Pulls what can be pulled.
pub async fn whole(server: &Server) -> (Memory, Pulled) {
    let (memory, done) = pulled(&service(server), &ask()).await;
    (memory, done.unwrap())
}

/// The code of what may pass, or of what a person must see to.
#[track_caller]
pub fn code(done: Result<Pulled, Trouble>) -> (&'static str, &'static str) {
    match done {
        Err(Trouble::Later(message)) => ("later", message.code),
        Err(Trouble::Person(message)) => ("person", message.code),
        other => panic!("{other:?}"),
    }
}
