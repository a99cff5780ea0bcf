//! Both databases end in the same tables.

use testkit::Kind;

use crate::home::Home;

#[test]
fn both_databases_have_the_same_tables_and_columns() {
    testkit::run(async {
        let (sqlite, postgres) = (Home::new(Kind::Sqlite).await, Home::new(Kind::Postgres).await);
        let of_sqlite = sqlite.create().await.columns().await.unwrap();
        let of_postgres = postgres.create().await.columns().await.unwrap();
        assert!(of_sqlite.len() > 60, "only {} columns found: the search has gone blind", of_sqlite.len());
        for (one, other) in of_sqlite.iter().zip(&of_postgres) {
            assert_eq!(one, other);
        }
        assert_eq!(of_sqlite.len(), of_postgres.len());
        assert!(of_sqlite.iter().all(|it| ["whole number", "text", "bytes"].contains(&it.holds.as_str())));
    });
}

#[test]
fn sealed_columns_hold_bytes() {
    testkit::run(async {
        let columns = Home::new(Kind::Sqlite).await.create().await.columns().await.unwrap();
        let sealed: Vec<_> = columns.iter().filter(|it| it.name.starts_with("sealed_")).collect();
        assert_eq!(sealed.len(), 35);
        assert!(sealed.iter().all(|it| it.holds == "bytes"));
    });
}
