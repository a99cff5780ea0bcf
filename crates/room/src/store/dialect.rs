//! Everything that SQLite and PostgreSQL say differently, apart from the DDL.

/// A database's way of saying things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    Sqlite,
    Postgres,
}

/// A migration: its number, its name and the DDL of one side.
pub(crate) type Migration = (i64, &'static str, &'static str);

const SQLITE: &[Migration] = &[
    (1, "room", include_str!("../../migrations/sqlite/0001_room.sql")),
    (2, "first walk", include_str!("../../migrations/sqlite/0002_first_walk.sql")),
    (3, "quick reads", include_str!("../../migrations/sqlite/0003_quick_reads.sql")),
    (4, "imports", include_str!("../../migrations/sqlite/0004_imports.sql")),
    (5, "thresholds", include_str!("../../migrations/sqlite/0005_thresholds.sql")),
    (6, "quality", include_str!("../../migrations/sqlite/0006_quality.sql")),
    (7, "jobs", include_str!("../../migrations/sqlite/0007_jobs.sql")),
    (8, "api", include_str!("../../migrations/sqlite/0008_api.sql")),
    (9, "trial", include_str!("../../migrations/sqlite/0009_trial.sql")),
    (10, "changes", include_str!("../../migrations/sqlite/0010_changes.sql")),
    (12, "door", include_str!("../../migrations/sqlite/0012_door.sql")),
    (13, "episodes", include_str!("../../migrations/sqlite/0013_episodes.sql")),
];
const POSTGRES: &[Migration] = &[
    (1, "room", include_str!("../../migrations/postgres/0001_room.sql")),
    (2, "first walk", include_str!("../../migrations/postgres/0002_first_walk.sql")),
    (3, "quick reads", include_str!("../../migrations/postgres/0003_quick_reads.sql")),
    (4, "imports", include_str!("../../migrations/postgres/0004_imports.sql")),
    (5, "thresholds", include_str!("../../migrations/postgres/0005_thresholds.sql")),
    (6, "quality", include_str!("../../migrations/postgres/0006_quality.sql")),
    (7, "jobs", include_str!("../../migrations/postgres/0007_jobs.sql")),
    (8, "api", include_str!("../../migrations/postgres/0008_api.sql")),
    (9, "trial", include_str!("../../migrations/postgres/0009_trial.sql")),
    (10, "changes", include_str!("../../migrations/postgres/0010_changes.sql")),
    (12, "door", include_str!("../../migrations/postgres/0012_door.sql")),
    (13, "episodes", include_str!("../../migrations/postgres/0013_episodes.sql")),
];

macro_rules! claim_sql {
    ($skip:literal) => {
        concat!(
            "UPDATE job SET leased_until = $1, attempts = attempts + 1 WHERE id = (SELECT id FROM job WHERE done_at IS \
             NULL AND given_up_at IS NULL AND run_at <= $2 AND (leased_until IS NULL OR leased_until < $2) AND (CAST($3 \
             AS TEXT) IS NULL OR kind = $3) ORDER BY run_at, id LIMIT 1 ",
            $skip,
            ") RETURNING id, kind, args, attempts, recurring"
        )
    };
}

impl Dialect {
    /// The migrations, in order.
    pub(crate) fn migrations(self) -> &'static [Migration] {
        match self {
            Dialect::Sqlite => SQLITE,
            Dialect::Postgres => POSTGRES,
        }
    }

    /// The table that remembers the migrations.
    pub(crate) fn migration_table(self) -> &'static str {
        match self {
            Dialect::Sqlite => {
                "CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL, digest BLOB NOT \
                 NULL) STRICT"
            }
            Dialect::Postgres => {
                "CREATE TABLE IF NOT EXISTS migration (version BIGINT PRIMARY KEY, name TEXT NOT NULL, digest BYTEA NOT \
                 NULL)"
            }
        }
    }

    /// Lets one process at a time migrate; held until the transaction ends. SQLite has its one writer.
    pub(crate) fn migration_lock(self) -> &'static str {
        match self {
            Dialect::Sqlite => "SELECT 1",
            Dialect::Postgres => "SELECT pg_advisory_xact_lock(7465617)",
        }
    }

    /// Takes a free job that is due: $1 until when, $2 now. PostgreSQL passes by what another is just taking.
    pub(crate) fn claim(self) -> &'static str {
        match self {
            Dialect::Sqlite => claim_sql!(""),
            Dialect::Postgres => claim_sql!("FOR UPDATE SKIP LOCKED"),
        }
    }

    /// Lets the database count what a scan has left before it is asked for. SQLite reads lists by their indexes without.
    pub(crate) fn count_standing(self) -> Option<&'static str> {
        match self {
            Dialect::Sqlite => None,
            Dialect::Postgres => Some("ANALYZE standing"),
        }
    }

    /// What follows when a table is dropped, so that what leans on it does not stand in the way.
    pub(crate) fn cascade(self) -> &'static str {
        match self {
            Dialect::Sqlite => "",
            Dialect::Postgres => " CASCADE",
        }
    }

    /// The functions that migrations have made, but not those of extensions.
    pub(crate) fn functions(self) -> Option<&'static str> {
        match self {
            Dialect::Sqlite => None,
            Dialect::Postgres => Some(
                "SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE \
                 n.nspname = current_schema() AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND \
                 d.deptype = 'e')",
            ),
        }
    }

    /// Every table with its columns, in order: table, column, type, whether it may be empty.
    pub(crate) fn catalog(self) -> &'static str {
        match self {
            Dialect::Sqlite => {
                "SELECT t.name, c.name, c.type, c.\"notnull\" = 0 AND c.pk = 0 FROM sqlite_schema t, \
                 pragma_table_info(t.name) c WHERE t.type = 'table' ORDER BY 1, c.cid"
            }
            Dialect::Postgres => {
                "SELECT table_name::text, column_name::text, data_type::text, is_nullable = 'YES' FROM \
                 information_schema.columns WHERE table_schema = current_schema() ORDER BY table_name COLLATE \"C\", \
                 ordinal_position"
            }
        }
    }

    /// The word that both dialects share for a column's type.
    pub(crate) fn common_type(name: &str) -> &str {
        match name {
            "INTEGER" | "bigint" | "boolean" => "whole number",
            "BLOB" | "bytea" | "uuid" => "bytes",
            "TEXT" | "text" => "text",
            other => other,
        }
    }
}

#[test]
fn migrations_stand_in_order_and_are_the_same_on_both_sides() {
    let numbers = |all: &[Migration]| all.iter().map(|(version, name, _)| (*version, *name)).collect::<Vec<_>>();
    assert_eq!(numbers(SQLITE), numbers(POSTGRES));
    assert!(
        numbers(SQLITE).is_sorted_by(|one, next| one.0 < next.0),
        "they are compared by number when a room is opened"
    );
}
