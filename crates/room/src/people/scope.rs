//! A scope as SQL: what a list may hold is decided by the database, never by filtering in memory.

use access::Scope;
use domain::Day;
use sqlx::{Database, Encode, QueryBuilder, Type};

/// That the person of standing `s` is not protected, for lists that need nothing else of the person.
pub(crate) const NOT_PROTECTED: &str = "NOT EXISTS (SELECT 1 FROM person h WHERE h.id = s.person AND h.protected)";

/// Adds the condition that person `p` is within the scope on a day: enrolled there, and not protected when the scope
/// leaves protected pupils out.
pub(crate) fn push<DB: Database>(sql: &mut QueryBuilder<DB>, scope: &Scope, day: Day)
where
    for<'a> i64: Encode<'a, DB> + Type<DB>,
    for<'a> String: Encode<'a, DB> + Type<DB>,
{
    sql.push(" AND EXISTS (SELECT 1 FROM enrolment e WHERE e.person = p.id");
    push_at(sql, scope, day);
    sql.push(")");
}

/// Adds the condition that person `p` is within the scope on a day by the enrolment `e` that is joined to her or him.
pub(crate) fn push_at<DB: Database>(sql: &mut QueryBuilder<DB>, scope: &Scope, day: Day)
where
    for<'a> i64: Encode<'a, DB> + Type<DB>,
    for<'a> String: Encode<'a, DB> + Type<DB>,
{
    if scope.excludes_protected() {
        sql.push(" AND NOT p.protected");
    }
    sql.push(" AND e.from_day <= ");
    sql.push_bind(i64::from(day.0))
        .push(" AND (e.to_day IS NULL OR e.to_day >= ")
        .push_bind(i64::from(day.0))
        .push(")");
    if scope.everywhere() {
        return;
    }
    sql.push(" AND (1 = 0");
    for unit in scope.units() {
        sql.push(" OR e.unit = ").push_bind(i64::from(unit.0));
    }
    for class in scope.classes() {
        sql.push(" OR (e.unit = ").push_bind(i64::from(class.unit.0));
        sql.push(" AND e.class = ").push_bind(class.name.clone()).push(")");
    }
    sql.push(")");
}
