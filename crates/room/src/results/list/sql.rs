//! The SQL of a list. Each school or class of the scope is read for itself, in the order of an index, so that nothing is
//! sorted and nothing outside the page is read.

use access::{Class, Scope, UnitId, Zone};
use domain::{Day, Signals};
use sqlx::{Database, Encode, QueryBuilder, Type};

use super::{ListAsk, Wanted, WorkList, row::COLUMNS};
use crate::people::scope;

/// One school, one class or everything: what one pass over an index reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Arm {
    Everywhere,
    Unit(UnitId),
    Class(Class),
}

impl Arm {
    /// The arms of a scope, as far as they lie in the schools asked for; all when none is asked for.
    pub(super) fn of(scope: &Scope, asked: &[UnitId]) -> Vec<Arm> {
        if scope.everywhere() {
            let units = asked.iter().map(|unit| Arm::Unit(*unit));
            return if asked.is_empty() { vec![Arm::Everywhere] } else { units.collect() };
        }
        let wanted = |unit: UnitId| asked.is_empty() || asked.contains(&unit);
        let units = scope.units().iter().filter(|unit| wanted(**unit)).map(|unit| Arm::Unit(*unit));
        let classes = scope.classes().iter().filter(|class| wanted(class.unit)).cloned().map(Arm::Class);
        units.chain(classes).collect()
    }
}

/// All that the SQL of one list depends on.
#[derive(Clone, Copy)]
pub(super) struct Query<'a> {
    pub(super) scope: &'a Scope,
    pub(super) zones: &'a [(Zone, Scope)],
    pub(super) ask: &'a ListAsk,
    pub(super) generation: i64,
    pub(super) today: Day,
}

impl Query<'_> {
    /// The rows of some arms, 400 at most, after a place, in order: one more than a page. Whom the page holds is found in
    /// the indexes alone; only of them the rest is read. A pupil of two arms comes once. `explain` comes before the SQL.
    pub(super) fn page<DB: Database>(&self, explain: &str, arms: &[Arm]) -> QueryBuilder<DB>
    where
        for<'a> i64: Encode<'a, DB> + Type<DB>,
        for<'a> String: Encode<'a, DB> + Type<DB>,
    {
        let limit = i64::from(self.ask.limit) + 1;
        let mut sql = QueryBuilder::new(explain);
        sql.push("SELECT ").push(COLUMNS).push(", k.place, CAST(0");
        for (bit, (_, scope)) in self.zones.iter().enumerate() {
            sql.push(" + CASE WHEN 1 = 1");
            scope::push(&mut sql, scope, self.today);
            sql.push(" THEN ").push(1_u32 << bit).push(" ELSE 0 END");
        }
        sql.push(" AS BIGINT) FROM (SELECT person, MIN(unit) AS unit, place FROM (");
        for (number, arm) in arms.iter().enumerate() {
            sql.push(if number == 0 { "" } else { " UNION ALL " });
            sql.push("SELECT * FROM (SELECT s.person AS person, s.unit AS unit, ").push(self.place()).push(" AS place");
            self.from(&mut sql);
            sql.push(" AND ").push(self.place()).push(" > ").push_bind(self.ask.after.unwrap_or(i64::MIN));
            self.arm(&mut sql, arm);
            self.state(&mut sql);
            sql.push(" ORDER BY ").push(self.place()).push(" LIMIT ").push(limit).push(") arm").push(number);
        }
        sql.push(") every GROUP BY person, place ORDER BY place LIMIT ").push(limit);
        sql.push(") k JOIN standing s ON s.person = k.person AND s.unit = k.unit AND s.generation = ");
        // What is told is the step that cleared, as long as it does; else the last one.
        sql.push_bind(self.generation).push(format!(
            " JOIN person p ON p.id = k.person JOIN identity i ON i.person = k.person LEFT JOIN mark m ON m.person = \
             k.person LEFT JOIN statement t ON t.id = CASE WHEN {} THEN m.cleared_by ELSE m.statement END ORDER BY k.place",
            self.cleared()
        ));
        sql
    }

    /// The filter on the mark.
    fn state<DB: Database>(&self, sql: &mut QueryBuilder<DB>) {
        match self.ask.state {
            Wanted::All => {}
            Wanted::Open => {
                sql.push(" AND (m.cleared_until IS NULL OR NOT ").push(self.cleared()).push(")");
            }
            Wanted::Untouched => _ = sql.push(" AND m.cleared_until IS NULL"),
            Wanted::FollowUp => {
                sql.push(" AND m.cleared_until IS NOT NULL AND NOT ").push(self.cleared());
            }
            Wanted::Cleared => {
                sql.push(" AND m.cleared_until IS NOT NULL AND ").push(self.cleared());
            }
        }
    }

    /// Pupils by mark, over all arms, 400 at most: untouched, to follow up, cleared; and which version the results have at that
    /// moment. Each arm is read from its index, and a
    /// pupil of two arms counts once.
    pub(super) fn totals<DB: Database>(&self, explain: &str, arms: &[Arm]) -> QueryBuilder<DB>
    where
        for<'a> i64: Encode<'a, DB> + Type<DB>,
        for<'a> String: Encode<'a, DB> + Type<DB>,
    {
        let mut sql = QueryBuilder::new(explain);
        sql.push(
            "SELECT COUNT(DISTINCT CASE WHEN state = 0 THEN person END), COUNT(DISTINCT CASE WHEN state = 1 THEN person \
             END), COUNT(DISTINCT CASE WHEN state = 2 THEN person END), (SELECT results_version FROM room) FROM (",
        );
        for (number, arm) in arms.iter().enumerate() {
            sql.push(if number == 0 { "" } else { " UNION ALL " });
            sql.push("SELECT s.person AS person, CASE WHEN m.cleared_until IS NULL THEN 0 WHEN ")
                .push(self.cleared())
                .push(" THEN 2 ELSE 1 END AS state");
            self.from(&mut sql);
            sql.push(" AND ").push(self.place()).push(" > ").push_bind(i64::MIN);
            self.arm(&mut sql, arm);
        }
        sql.push(") marks");
        sql
    }

    fn place(&self) -> &'static str {
        match self.ask.list {
            WorkList::School => "s.place_school",
            WorkList::Team => "s.place_team",
        }
    }

    /// The tables, the generation, and the filters but that on the mark.
    fn from<DB: Database>(&self, sql: &mut QueryBuilder<DB>)
    where
        for<'a> i64: Encode<'a, DB> + Type<DB>,
        for<'a> String: Encode<'a, DB> + Type<DB>,
    {
        sql.push(" FROM standing s LEFT JOIN mark m ON m.person = s.person WHERE s.generation = ");
        sql.push_bind(self.generation);
        if self.scope.excludes_protected() {
            sql.push(" AND ").push(scope::NOT_PROTECTED);
        }
        if let Some(class) = &self.ask.class {
            sql.push(" AND s.class = ").push_bind(class.clone());
        }
        if let Some(level) = self.ask.level {
            sql.push(" AND s.level = ").push_bind(i64::from(level));
        }
        if !self.ask.signals.is_empty() {
            sql.push(" AND (s.signals & ").push_bind(i64::from(self.ask.signals.0)).push(") <> 0");
        }
    }

    /// That the row is of an arm, and that the pupil is still enrolled there.
    fn arm<DB: Database>(&self, sql: &mut QueryBuilder<DB>, arm: &Arm)
    where
        for<'a> i64: Encode<'a, DB> + Type<DB>,
        for<'a> String: Encode<'a, DB> + Type<DB>,
    {
        if let Arm::Unit(unit) | Arm::Class(Class { unit, .. }) = arm {
            sql.push(" AND s.unit = ").push_bind(i64::from(unit.0));
        }
        let day = i64::from(self.today.0);
        sql.push(
            " AND EXISTS (SELECT 1 FROM enrolment e WHERE e.person = s.person AND e.unit = s.unit AND e.from_day <= ",
        );
        sql.push_bind(day).push(" AND (e.to_day IS NULL OR e.to_day >= ").push_bind(day).push(")");
        if let Arm::Class(class) = arm {
            sql.push(" AND e.class = ").push_bind(class.name.clone());
        }
        sql.push(")");
    }

    /// That a mark is cleared and holds: as `domain::step::Mark::state` has it.
    fn cleared(&self) -> String {
        let (today, pupils) = (self.today.0, Signals::ABOUT_PUPIL.0);
        format!(
            "(m.cleared_until > {today} AND (s.signals & ~m.seen_signals & {pupils}) = 0 AND s.band <= m.seen_band AND \
             s.level5 <= m.seen_level5)"
        )
    }
}

#[cfg(test)]
mod tests {
    use access::{Access, Actor, List, ListAct, Permit, Place, Role, RoleAt, UserId};
    use sqlx::{Connection, Executor, Row, Sqlite, SqliteConnection};

    use super::*;

    const EXPLAIN: &str = "EXPLAIN QUERY PLAN ";

    fn permit(role: Role, place: Place, act: ListAct) -> Permit<List> {
        let roles = vec![RoleAt { role, place }];
        Access::new().unwrap().scope(&Actor::Person { user: UserId(7), roles }, act).unwrap()
    }

    async fn empty() -> SqliteConnection {
        let mut on = SqliteConnection::connect("sqlite::memory:").await.unwrap();
        for (_, _, ddl) in crate::store::Dialect::Sqlite.migrations() {
            on.execute(*ddl).await.unwrap();
        }
        on
    }

    #[test]
    fn a_page_is_read_from_an_index_in_its_order() {
        let unit = UnitId(90_000_101);
        let class = Class { unit, name: "7B".to_owned() };
        let places = [(Role::HeadTeacher, Place::Unit(unit)), (Role::Mentor, Place::Class(class))];
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        for (role, place) in places {
            let steps = permit(role, place.clone(), ListAct::ListSteps(Zone::SchoolGeneral));
            let zones = [(Zone::SchoolGeneral, steps.scope().unwrap().clone())];
            let list = permit(role, place, ListAct::ListPupils);
            for (list_of, index) in [(WorkList::School, "standing_school_unit"), (WorkList::Team, "standing_team_unit")]
            {
                for state in [Wanted::All, Wanted::Untouched, Wanted::FollowUp, Wanted::Cleared] {
                    let ask = ListAsk { list: list_of, state, after: Some(40), limit: 50, ..ListAsk::default() };
                    let query =
                        Query { scope: list.scope().unwrap(), zones: &zones, ask: &ask, generation: 1, today: Day(0) };
                    let [arm] = Arm::of(query.scope, &[]).try_into().unwrap();
                    let explain = |mut sql: QueryBuilder<Sqlite>| {
                        let plan = runtime.block_on(async { sql.build().fetch_all(&mut empty().await).await.unwrap() });
                        plan.iter().map(|row| row.get(3)).collect::<Vec<String>>()
                    };
                    let other = Arm::Unit(UnitId(90_000_102));
                    let arms = [arm, other];
                    let first = format!("SEARCH s USING COVERING INDEX {index} (generation=? AND unit=? AND place_");
                    let from_index = |step: &&String| step.starts_with(&first) && step.ends_with(">?)");

                    // Whom the page holds is found in the indexes, in their order; the rest is read by key.
                    let plan = explain(query.page(EXPLAIN, &arms));
                    let pupils: Vec<_> = plan.iter().filter(|step| step.starts_with("SEARCH s ")).collect();
                    let [arms_of @ .., rest] = pupils.as_slice() else { panic!("{plan:#?}") };
                    assert!(arms_of.len() == 2 && arms_of.iter().copied().all(|step| from_index(&step)), "{plan:#?}");
                    assert_eq!(*rest, "SEARCH s USING PRIMARY KEY (generation=? AND person=? AND unit=?)");
                    let scanned = plan.iter().filter(|step| step.starts_with("SCAN"));
                    assert!(
                        scanned.into_iter().all(|step| step == "SCAN arm0"
                            || step == "SCAN arm1"
                            || step == "SCAN every"
                            || step == "SCAN k"),
                        "{plan:#?}"
                    );

                    let plan = explain(query.totals(EXPLAIN, &arms));
                    let pupils: Vec<_> = plan.iter().filter(|step| step.contains(" s ")).collect();
                    assert!(pupils.len() == 2 && pupils.iter().copied().all(|step| from_index(&step)), "{plan:#?}");
                }
            }
        }
    }

    #[test]
    fn asking_for_schools_never_widens_a_scope() {
        let unit = UnitId(90_000_101);
        let own = permit(Role::HeadTeacher, Place::Unit(unit), ListAct::ListPupils);
        let arms = |asked: &[UnitId]| Arm::of(own.scope().unwrap(), asked);
        assert_eq!(arms(&[]), [Arm::Unit(unit)]);
        assert_eq!(arms(&[unit, UnitId(1)]), [Arm::Unit(unit)]);
        assert_eq!(arms(&[UnitId(1)]), []);
    }
}
