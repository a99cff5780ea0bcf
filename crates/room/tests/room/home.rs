//! Where a test's room lives, and what a test does to it behind its back.

use jiff::Timestamp;
use room::{KeySource, New, Room, RoomKind};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, SqliteConnection};
use tempfile::TempDir;
use testkit::{Database, Kind, execute_on};

/// Writes one test twice: on SQLite and on PostgreSQL.
macro_rules! on_both {
    ($(async fn $name:ident($home:ident) $body:block)*) => { testkit::on_both! { $(
        async fn $name(kind) {
            let made = $crate::home::Home::new(kind).await;
            let $home = &made;
            $body
        }
    )* } };
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
    pub async fn new(kind: Kind) -> Home {
        let Database { url, key, folder } = kind.database().await;
        Home { url, key, folder, is_sqlite: kind == Kind::Sqlite }
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
        testkit::written(&self.url, self.folder.path()).await
    }
}
