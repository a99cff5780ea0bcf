//! Where a test's room lives: a folder with a SQLite file, or a PostgreSQL database of its own from a migrated
//! template.

use std::future::Future;
use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use jiff::Timestamp;
use room::{KeySource, New, Room, RoomKind};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, SqliteConnection};
use tempfile::TempDir;

/// Writes one test twice: on SQLite and on PostgreSQL.
macro_rules! on_both {
    ($(async fn $name:ident($home:ident) $body:block)*) => { $(
        mod $name {
            use super::*;

            async fn body($home: &$crate::home::Home) $body

            #[test]
            fn on_sqlite() {
                $crate::home::run(async { body(&$crate::home::Home::sqlite()).await });
            }

            #[test]
            fn on_postgres() {
                $crate::home::run(async { body(&$crate::home::Home::postgres().await).await });
            }
        }
    )* };
}

/// The database of a test.
pub struct Home {
    pub url: String,
    pub key: KeySource,
    pub folder: TempDir,
    pub is_sqlite: bool,
}

/// The test's clock: 2026-11-22 12:00 UTC.
pub fn now() -> Timestamp {
    "2026-11-22T12:00:00Z".parse().unwrap()
}

/// Runs a test's body with two threads, as the server has several.
pub fn run<T>(body: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap().block_on(body)
}

/// The code of a refusal.
#[track_caller]
pub fn refusal<T>(result: room::Result<T>) -> &'static str {
    match result {
        Err(room::Failure::Refused(message)) => message.code,
        Err(fault) => panic!("a fault, not a refusal: {fault}: {:?}", std::error::Error::source(&fault)),
        Ok(_) => panic!("not refused"),
    }
}

impl Home {
    pub fn sqlite() -> Home {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("room.db").display());
        Home { url, key: KeySource::File(folder.path().join("key")), folder, is_sqlite: true }
    }

    pub async fn postgres() -> Home {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let template = tokio::task::spawn_blocking(template).await.unwrap();
        let name = format!("{template}_{}", NUMBER.fetch_add(1, Ordering::Relaxed));
        execute_on(&cluster(), &[&format!("CREATE DATABASE {name} TEMPLATE {template}")]).await;
        let folder = tempfile::tempdir().unwrap();
        let key = KeySource::File(folder.path().join("key"));
        Home { url: database(&name), key, folder, is_sqlite: false }
    }

    pub fn new_room(&self) -> New<'static> {
        New { slug: "bjorkstad-skola", kind: RoomKind::School, name: "Björkstads utbildningsnämnd", demo: false }
    }

    pub async fn create(&self) -> Room {
        Room::create(&self.url, &self.key, &self.new_room(), now()).await.unwrap()
    }

    /// Runs SQL behind the room's back, past the triggers that keep the journal as it was.
    pub async fn tamper(&self, sql: &[&str]) {
        if self.is_sqlite {
            let mut on = SqliteConnection::connect(&self.url).await.unwrap();
            for name in ["statement_stays", "journal_stays", "journal_keeps"] {
                on.execute(AssertSqlSafe(format!("DROP TRIGGER IF EXISTS {name}"))).await.unwrap();
            }
            on.execute("PRAGMA foreign_keys = OFF").await.unwrap();
            for one in sql {
                on.execute(AssertSqlSafe((*one).to_owned())).await.unwrap();
            }
        } else {
            let all: Vec<_> = ["SET session_replication_role = replica"].iter().chain(sql).copied().collect();
            execute_on(&self.url, &all).await;
        }
    }

    /// Runs one statement as anyone with the password could, and gives whether it went through.
    pub async fn may(&self, sql: &str) -> bool {
        let sql = AssertSqlSafe(sql.to_owned());
        if self.is_sqlite {
            SqliteConnection::connect(&self.url).await.unwrap().execute(sql).await.is_ok()
        } else {
            PgConnection::connect(&self.url).await.unwrap().execute(sql).await.is_ok()
        }
    }

    /// A number from the database.
    pub async fn count(&self, sql: &str) -> i64 {
        let sql = AssertSqlSafe(sql.to_owned());
        if self.is_sqlite {
            let mut on = SqliteConnection::connect(&self.url).await.unwrap();
            sqlx::query_scalar::<_, i64>(sql).fetch_one(&mut on).await.unwrap()
        } else {
            let mut on = PgConnection::connect(&self.url).await.unwrap();
            sqlx::query_scalar::<_, i64>(sql).fetch_one(&mut on).await.unwrap()
        }
    }

    /// Every folder with bytes that the database has written.
    pub async fn data(&self) -> Vec<std::path::PathBuf> {
        let mut folders = vec![self.folder.path().to_path_buf()];
        if !self.is_sqlite {
            let mut on = PgConnection::connect(&self.url).await.unwrap();
            on.execute("CHECKPOINT").await.unwrap();
            let sql = "SELECT current_setting('data_directory'), (SELECT oid::text FROM pg_database WHERE datname = \
                       current_database())";
            let (folder, own): (String, String) = sqlx::query_as(sql).fetch_one(&mut on).await.unwrap();
            // This database, and all that the cluster keeps for every database; not those of the other tests.
            let folder = Path::new(&folder);
            folders.push(folder.join("base").join(own));
            let of_all = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
            folders.extend(of_all.filter(|path| path.is_dir() && !path.ends_with("base")));
            folders.push(folder.join("base").join("pgsql_tmp"));
        }
        folders
    }
}

fn cluster() -> String {
    std::env::var("SKOLLINJEN_POSTGRES").expect("PostgreSQL is not there: run `cargo xtask test`, which starts one")
}

fn database(name: &str) -> String {
    let cluster = cluster();
    let (server, _) = cluster.rsplit_once('/').expect("SKOLLINJEN_POSTGRES is a URL that ends with a database");
    format!("{server}/{name}")
}

/// The template of this run: made once, by the first test that needs it.
fn template() -> &'static str {
    static NAME: OnceLock<String> = OnceLock::new();
    NAME.get_or_init(|| {
        let name = format!("skollinjen_{}", std::process::id());
        run(async {
            let drop = format!("DROP DATABASE IF EXISTS {name}");
            execute_on(&cluster(), &[&drop, &format!("CREATE DATABASE {name}")]).await;
            room::migrate_database(&database(&name)).await.unwrap();
        });
        name
    })
}

async fn execute_on(url: &str, sql: &[&str]) {
    let mut on = PgConnection::connect(url).await.unwrap();
    for one in sql {
        on.execute(AssertSqlSafe((*one).to_owned())).await.unwrap();
    }
    on.close().await.unwrap();
}
