//! A service that speaks SS 12000 as the standard has it, and breaks it in every way that services do when a test says
//! so. It keeps the rules that a client must keep: nothing beside a page token but the limit, the filters that are
//! required, a token that holds.

mod answer;
mod fault;
mod town;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::routing::any;
pub use fault::{Fault, What};
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
pub use town::town;

/// The client that the service knows, and its secret.
pub const CLIENT: (&str, &str) = ("skollinjen", "en hemlighet som inte får synas");
/// The token that always holds.
pub const TOKEN: &str = "ett-fast-token";

/// The service, until it is dropped.
pub struct Server {
    state: Arc<Mutex<State>>,
    address: String,
    task: JoinHandle<()>,
}

/// What the service has and does.
#[derive(Default)]
pub(crate) struct State {
    /// The entities of each endpoint.
    lists: BTreeMap<String, Vec<Value>>,
    /// What was deleted: kind and ids.
    deleted: Value,
    faults: Vec<Fault>,
    /// Every question: endpoint, and what stood after `?`.
    asked: Vec<(String, String)>,
    /// What the first page of each endpoint was asked for last.
    first: BTreeMap<String, String>,
    /// Answers that a token that was handed out is good for.
    token_lives: Option<u32>,
    left: u32,
    handed: u32,
    /// Entities to a page when nobody says; all when there is nothing here.
    page: Option<usize>,
}

impl Server {
    /// A service with the people and lessons of the fixtures.
    pub async fn start() -> Server {
        Server::with(town()).await
    }

    /// A service with these lists.
    pub async fn with(lists: BTreeMap<String, Vec<Value>>) -> Server {
        let state = State { lists, deleted: serde_json::json!({}), ..State::default() };
        let state = Arc::new(Mutex::new(state));
        let router = Router::new().fallback(any(answer::answer)).with_state(state.clone());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let task = tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Server { state, address, task }
    }

    /// Where the endpoints are.
    pub fn base(&self) -> String {
        format!("{}/ss12000/v2.0", self.address)
    }

    /// Where tokens are handed out.
    pub fn token(&self) -> String {
        format!("{}/connect/token", self.address)
    }

    /// Pages of so many entities when nobody says how many.
    pub fn pages_of(&self, entities: usize) -> &Server {
        self.lock().page = Some(entities);
        self
    }

    /// Tokens that hold for so many answers.
    pub fn tokens_live(&self, answers: u32) -> &Server {
        self.lock().token_lives = Some(answers);
        self
    }

    /// Goes wrong at an endpoint: from one question to another, counted from 1.
    pub fn goes_wrong(&self, endpoint: &str, questions: std::ops::RangeInclusive<usize>, what: What) -> &Server {
        self.lock().faults.push(Fault { endpoint: endpoint.to_owned(), questions, what });
        self
    }

    /// Nothing goes wrong any longer.
    pub fn goes_right(&self) -> &Server {
        self.lock().faults.clear();
        self
    }

    /// The entities of an endpoint, to be changed.
    pub fn change(&self, endpoint: &str, change: impl FnOnce(&mut Vec<Value>)) -> &Server {
        change(self.lock().lists.entry(endpoint.to_owned()).or_default());
        self
    }

    /// Tells that something was deleted.
    pub fn deleted(&self, kind: &str, ids: &[&str]) -> &Server {
        self.lock().deleted[kind] = serde_json::json!(ids);
        self
    }

    /// What was asked of an endpoint, in order.
    pub fn asked(&self, endpoint: &str) -> Vec<String> {
        let state = self.lock();
        state.asked.iter().filter(|(name, _)| name == endpoint).map(|(_, query)| query.clone()).collect()
    }

    /// How many tokens were handed out.
    pub fn handed(&self) -> u32 {
        self.lock().handed
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}
