"""Property tests of the signals, through the program: python properties.py --binary PATH --work DIR --seed N

Each changes the lessons in a way whose effect on the signals is known beforehand, scans before and after, and compares.
No oracle is needed for the answers; signals.sql only makes the *kept* lessons (after P1 and P3-P5) that most of the changes
start from. On raw rows they would not mean what they say: a clipped minute does not move or grow with the others, and other
absence minutes make another duplicate or another overlapping lesson win, so that the day itself would change.
"""

import argparse
import datetime as dt
import pathlib
import random
import sys

import fuzz
from check import columns, compare, connect, load, oracle, scan

DATES = [("2025-10-24", "2025-08-18", "2025-12-19", "2025-08-01"), ("2025-12-05", "2025-08-18", "2025-12-19", "2025-08-01")]
SPLIT_MINUTES = ["s01_v", "s01_u", "s02_v", "s02_u", "s06_v", "s06_u", "s06_invalid_days"]  # how absence is split, not how much
PER_SCHOOL_OR_BAND = ["s10", "s10_cus", "s10_season", "s12b", "s12b_own", "s12b_median", "s12b_peers", "stale_since"]
MINUTES = [f"{window}_{letter}" for window in ("s01", "s02", "s06") for letter in "sdvu"] + [
    "s11_planned", "s12a_s", "s12a_d", "s12b_own", "s12b_median"]


class Bench:
    """The program, a database, and the lessons of one seed."""

    def __init__(self, binary, work, seed):
        self.binary, self.work = binary, pathlib.Path(work)
        self.work.mkdir(parents=True, exist_ok=True)
        self.db = connect(work)
        self.raw = self.work / "raw.parquet"
        fuzz.write(seed, self.raw)
        self.kept = self.work / "kept.parquet"
        oracle(self.db, self.raw, DATES[-1])
        self.db.execute(f"COPY (SELECT pupil, school, grade, date, start, subject, s::INTEGER AS s, v::INTEGER AS v, u::INTEGER AS u "
                        f"FROM kept ORDER BY pupil, date, start, subject) TO '{self.kept}'")
        self.names = {table: columns(self.db, table) for table in ("signals", "figures")}
        # A number for each pupil and date, the same in every run with this seed, to choose pupils and lessons by.
        self.db.execute(f"CREATE OR REPLACE MACRO lot(of, sides) AS (hash(of::VARCHAR || '{seed}') % sides)::INTEGER")
        self.failures = 0

    def change(self, query, source=None):
        """Writes changed lessons; the query reads them from `old`."""
        file = self.work / "changed.parquet"
        self.db.execute(f"CREATE OR REPLACE VIEW old AS FROM read_parquet('{source or self.kept}')")
        self.db.execute(f"COPY ({query}) TO '{file}' (ROW_GROUP_SIZE 4096)")
        return file

    def scan(self, name, file, case):
        """Scans into tables NAME_signals and NAME_figures."""
        for table, path in scan(self.binary, self.work, file, case).items():
            load(self.db, f"{name}_{table}", path)

    def same(self, what, case, apart=(), adjust=None):
        """Nothing may differ between before and after, but for some columns; adjust turns the old figures into those expected."""
        if adjust:
            self.db.execute(f"CREATE OR REPLACE TABLE before_figures AS SELECT * REPLACE ({adjust}) FROM before_figures")
        cells = different = 0
        for table, names in self.names.items():
            more, wrong = compare(self.db, f"before_{table}", f"after_{table}", [name for name in names if name not in apart])
            cells, different = cells + more, different + wrong
        self.report(what, case, cells, different)

    def never(self, what, case, signals, before, after):
        """No signal may turn from one value to another (given as SQL conditions)."""
        cells = different = 0
        for name in signals:
            pupils = self.db.execute(f"SELECT pupil FROM before_signals AS a JOIN after_signals AS b USING (pupil) "
                                     f"WHERE a.{name} {before} AND b.{name} {after} ORDER BY pupil").fetchall()
            cells += self.db.execute("SELECT count(*) FROM before_signals").fetchone()[0]
            different += len(pupils)
            if pupils:
                print(f"    {name} did, for pupils {[row[0] for row in pupils[:5]]}")
        self.report(what, case, cells, different)

    def report(self, what, case, cells, different):
        self.failures += different + (cells == 0)
        print(f"{'ok' if cells and not different else 'VIOLATED'}: {what}, as of {case[0]} ({cells} cells, {different} against)")


def later(date, days=7):
    return (dt.date.fromisoformat(date) + dt.timedelta(days)).isoformat()


def only_the_amount_counts(bench, case):
    """Kept lessons, as valid is clipped before invalid, and equal absence is decided by the least invalid (P3)."""
    bench.scan("before", bench.kept, case)
    bench.scan("after", bench.change("SELECT * REPLACE (0 AS v, v + u AS u) FROM old"), case)
    bench.same("valid absence made invalid changes S06 only", case, ["s06", *SPLIT_MINUTES])


def only_rates_count(bench, case):
    """Kept lessons; starts are minutes too and are tripled, so that nothing comes to overlap."""
    bench.scan("before", bench.kept, case)
    bench.scan("after", bench.change("SELECT * REPLACE (3 * start AS start, 3 * s AS s, 3 * v AS v, 3 * u AS u) FROM old"), case)
    tripled = ", ".join(f"3 * {name}::BIGINT AS {name}" for name in MINUTES)
    bench.same("all minutes times 3 change S09 and possibly S06 only", case,
               ["s06", "s06_invalid_days", "s09", "s09_late", "s09_late_minutes"], tripled)


def holidays_do_not_count(bench, case):
    """Raw rows: a day moves as a whole. The cut is a Sunday, as a week that is cut in two becomes two school weeks."""
    cut = "2025-10-05"
    bench.scan("before", bench.raw, case)
    moved = bench.change(f"SELECT * REPLACE (date + CASE WHEN date > DATE '{cut}' THEN 7 ELSE 0 END AS date) FROM old", bench.raw)
    as_of, term_start, term_end, year_start = case
    bench.scan("after", moved, (later(as_of), term_start, later(term_end), year_start))
    shifted = ", ".join(f"({name}::DATE + CASE WHEN {name}::DATE > DATE '{cut}' THEN 7 ELSE 0 END)::VARCHAR AS {name}"
                        for name in ("s05_from", "stale_since"))
    bench.same("a holiday week put in changes nothing", case, adjust=shifted)


def presence_never_alarms(bench, case):
    """Kept lessons, though only so that the free date is free of cancelled rows as well. Planned dates are left alone."""
    bench.scan("before", bench.kept, case)
    file = bench.change(f"""
        WITH dates AS (SELECT unnest(range(DATE '{case[1]}', DATE '{case[0]}' + 1, INTERVAL 1 DAY))::DATE AS date),
        free AS (
            SELECT pupil, date, grade, school FROM (SELECT pupil, max(grade) AS grade, max(school) AS school FROM old
            WHERE date BETWEEN DATE '{case[3]}' AND DATE '{case[0]}' GROUP BY pupil) CROSS JOIN dates
            ANTI JOIN old USING (pupil, date)
            QUALIFY row_number() OVER (PARTITION BY pupil ORDER BY lot(pupil::VARCHAR || date::VARCHAR, 1_000_000)) = 1
        )
        SELECT * FROM old UNION ALL
        SELECT pupil, school, grade, date, 480 + 60 * i, 'Svenska', 60, 0, 0 FROM free CROSS JOIN range(5) AS lesson(i)""")
    bench.scan("after", file, case)
    bench.never("a fully present day turns none of S01, S03, S05, S11 from no to yes", case,
                ["s01", "s03", "s05", "s11"], "= 'false'", "= 'true'")


def silence_never_accuses(bench, case):
    """Kept lessons: on raw ones a lesson that becomes unreported would let another duplicate or overlapping lesson win."""
    bench.scan("before", bench.kept, case)
    kill = "lot(pupil::VARCHAR || date::VARCHAR || start::VARCHAR, 100) < [5, 25, 60][1 + lot(pupil, 3)]"
    silent = bench.change(f"SELECT * REPLACE (CASE WHEN NOT {kill} THEN v END AS v, CASE WHEN NOT {kill} THEN u END AS u) FROM old")
    bench.scan("after", silent, case)
    bench.never("unreported lessons turn none of S01, S02, S03, S06, S09, S11 from too little data to yes", case,
                ["s01", "s02", "s03", "s06", "s09", "s11"], "IS NULL", "= 'true'")


def half_the_term_is_a_band(bench, case):
    """Raw rows; nothing is changed."""
    bench.scan("before", bench.raw, case)
    cells, wrong = bench.db.execute(
        "SELECT count(*), count(*) FILTER (WHERE s01_band IS DISTINCT FROM '50') FROM before_signals WHERE s11 = 'true'").fetchone()
    bench.report("S11 means band 50", case, cells, wrong)


def order_does_not_count(bench, case):
    """Raw rows, so that ties between duplicates and overlapping lessons are met in another order too."""
    bench.scan("before", bench.raw, case)
    bench.scan("after", bench.change("SELECT * FROM old ORDER BY hash(lot(old, 1_000_000))", bench.raw), case)
    bench.same("rows in another order change nothing", case)


def pupils_stand_alone(bench, case):
    """Raw rows. Half of the pupils, the other half, and all; only what looks at school or band may differ (S10, S12b, P15)."""
    halves = []
    for half in (0, 1):
        bench.scan(f"half{half}", bench.change(f"SELECT * FROM old WHERE lot(pupil, 2) = {half}", bench.raw), case)
        halves.append(f"half{half}")
    for table in bench.names:
        bench.db.execute(f"CREATE OR REPLACE TABLE before_{table} AS " + " UNION ALL ".join(f"FROM {half}_{table}" for half in halves))
    bench.scan("after", bench.raw, case)
    bench.same("other pupils change S10, S12b and the stale date only", case, PER_SCHOOL_OR_BAND)


PROPERTIES = [only_the_amount_counts, only_rates_count, holidays_do_not_count, presence_never_alarms, silence_never_accuses,
              half_the_term_is_a_band, order_does_not_count, pupils_stand_alone]


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--binary", required=True)
    ask.add_argument("--work", required=True)
    ask.add_argument("--seed", type=int, default=random.randrange(10**9))
    given = ask.parse_args()
    print(f"seed {given.seed}")
    bench = Bench(given.binary, given.work, given.seed)
    for case in DATES:
        for holds in PROPERTIES:
            holds(bench, case)
    print("ok" if not bench.failures else f"FAILED: {bench.failures} against")
    sys.exit(bool(bench.failures))


if __name__ == "__main__":
    main()
