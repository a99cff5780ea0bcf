//! What tests share: an empty database of their own, on SQLite or on PostgreSQL, and one body for both, so that neither
//! can do what the other cannot. PostgreSQL is that of `cargo xtask test`; without it the tests on it fail.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "test helpers fail by panicking, as tests do"
)]

pub mod ss12000;

use std::future::Future;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use room::KeySource;
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};
use tempfile::TempDir;

/// Which database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A file in a folder of its own.
    Sqlite,
    /// A database of its own, copied from a migrated template.
    Postgres,
}

/// Where a test's room is to live.
pub struct Database {
    /// For `Room::create`.
    pub url: String,
    /// Where its key is to lie.
    pub key: KeySource,
    /// A folder that goes with the test.
    pub folder: TempDir,
}

/// Writes each test twice: on SQLite and on PostgreSQL. The body is given the [`Kind`].
#[macro_export]
macro_rules! on_both {
    ($(async fn $name:ident($on:ident) $body:block)*) => { $(
        mod $name {
            use super::*;

            async fn body($on: $crate::Kind) $body

            #[test]
            fn on_sqlite() {
                $crate::run(body($crate::Kind::Sqlite));
            }

            #[test]
            fn on_postgres() {
                $crate::run(body($crate::Kind::Postgres));
            }
        }
    )* };
}

/// Runs a test's body with two threads, as the server has several.
pub fn run<T>(body: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap().block_on(body)
}

impl Kind {
    /// An empty database.
    pub async fn database(self) -> Database {
        let folder = tempfile::tempdir().unwrap();
        let url = match self {
            Kind::Sqlite => format!("sqlite:{}", folder.path().join("room.db").display()),
            Kind::Postgres => copy().await,
        };
        Database { url, key: KeySource::File(folder.path().join("key")), folder }
    }
}

/// Runs statements on PostgreSQL.
pub async fn execute_on(url: &str, sql: &[&str]) {
    let mut on = PgConnection::connect(url).await.unwrap();
    for one in sql {
        on.execute(AssertSqlSafe((*one).to_owned())).await.unwrap();
    }
    on.close().await.unwrap();
}

/// Every folder with bytes that a room has written: its own folder, and what PostgreSQL keeps of its database and for all.
pub async fn written(url: &str, folder: &Path) -> Vec<PathBuf> {
    let mut folders = vec![folder.to_path_buf()];
    if !url.starts_with("sqlite:") {
        let mut on = PgConnection::connect(url).await.unwrap();
        on.execute("CHECKPOINT").await.unwrap();
        let sql = "SELECT current_setting('data_directory'), (SELECT oid::text FROM pg_database WHERE datname = \
                   current_database())";
        let (data, own): (String, String) = sqlx::query_as(sql).fetch_one(&mut on).await.unwrap();
        // This database, and all that the cluster keeps for every database; not those of the other tests.
        let data = Path::new(&data);
        folders.push(data.join("base").join(own));
        let of_all = std::fs::read_dir(data).unwrap().map(|entry| entry.unwrap().path());
        folders.extend(of_all.filter(|path| path.is_dir() && !path.ends_with("base")));
        folders.push(data.join("base").join("pgsql_tmp"));
    }
    folders
}

/// A copy of the template.
async fn copy() -> String {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let template = tokio::task::spawn_blocking(template).await.unwrap();
    let name = format!("{template}_{}", NUMBER.fetch_add(1, Ordering::Relaxed));
    made(&name, &format!(" TEMPLATE {template}")).await;
    named(&name)
}

/// Makes a database. One of an earlier process with the same number goes first.
async fn made(name: &str, from: &str) {
    let drop = format!("DROP DATABASE IF EXISTS {name}");
    execute_on(&cluster(), &[&drop, &format!("CREATE DATABASE {name}{from}")]).await;
}

/// The template of this run: made once, by the first test that needs it.
fn template() -> &'static str {
    static NAME: OnceLock<String> = OnceLock::new();
    NAME.get_or_init(|| {
        let name = format!("skollinjen_{}", std::process::id());
        run(async {
            made(&name, "").await;
            room::migrate_database(&named(&name)).await.unwrap();
        });
        name
    })
}

fn cluster() -> String {
    std::env::var("SKOLLINJEN_POSTGRES").expect("PostgreSQL is not there: run `cargo xtask test`, which starts one")
}

fn named(database: &str) -> String {
    let cluster = cluster();
    let (server, _) = cluster.rsplit_once('/').expect("SKOLLINJEN_POSTGRES is a URL that ends with a database");
    format!("{server}/{database}")
}
