"""Compares the program with signals.sql, cell by cell.

python check.py --binary PATH --work DIR [--seeds 1,2,3,4 | --random N] [--threads 1,2]
python check.py --binary PATH --work DIR --file F.parquet --as-of D --term-start D --term-end D --year-start D

Without --file the data sets are made by fuzz.py, and each is scanned as of several dates. Exit code 1 on any difference,
and, for fuzzed data, when a signal never took one of the values it can take.
"""

import argparse
import collections
import itertools
import pathlib
import random
import subprocess
import sys

import duckdb

import fuzz

SQL = (pathlib.Path(__file__).parent / "signals.sql").read_text()
DATES = ["as_of", "term_start", "term_end", "year_start"]
AUTUMN = ("2025-08-18", "2025-12-19", "2025-08-01")
CASES = [  # as of, term start, term end, year start
    ("2025-09-26", *AUTUMN),
    ("2025-10-24", *AUTUMN),
    ("2025-11-16", *AUTUMN),  # a Sunday
    ("2025-12-05", *AUTUMN),
    ("2025-12-05", "2025-10-06", "2025-12-21", "2025-08-01"),  # the term ends on a Sunday; it began late in the year
    ("2025-12-19", *AUTUMN),  # the term's last day: plans have become unreported lessons
    ("2025-12-19", "2025-08-18", "2025-12-06", "2025-08-18"),  # after a term that ended on a Saturday; it began with the year
]
SIGNALS = ["s01", "s02", "s03", "s04", "s05", "s06", "s07", "s08", "s09", "s10", "s11", "s12a", "s12b"]
NEVER_NULL = ["s12a", "s12b"]
# Figures that decide something without being a signal; each must be seen in these values.
ALSO = {"s11_verdict": ["certain", "open", "impossible", None], "stale_since IS NOT NULL": [True, False],
        "s10_season IS NOT NULL": [True, False], "s12b_own IS NOT NULL": [True, False], "s05_unknown > 0": [True, False]}


def connect(work):
    """A database on disk with little memory, so that a file of any size can be checked."""
    path = pathlib.Path(work) / "oracle.duckdb"
    path.unlink(missing_ok=True)
    db = duckdb.connect(str(path))
    db.execute(f"SET threads = 2; SET memory_limit = '3GB'; SET temp_directory = '{work}/spill'")
    return db


def oracle(db, file, case):
    """Tables signals and figures, by the SQL."""
    names = [row[0] for row in db.execute(f"DESCRIBE FROM read_parquet('{file}')").fetchall()]
    kept = "WHERE cancelled IS NOT TRUE" if "cancelled" in names else ""  # P1: a canonical file says which are cancelled
    db.execute(f"CREATE OR REPLACE VIEW lessons AS FROM read_parquet('{file}') {kept}")
    for name, date in zip(DATES, case):
        db.execute(f"SET VARIABLE {name} = DATE '{date}'")
    db.execute(SQL)


def scan(binary, work, file, case, threads=2):
    """The program's two answers, as paths to CSV files."""
    out = {name: pathlib.Path(work) / f"{name}.csv" for name in ("signals", "figures")}
    for path in out.values():
        path.unlink(missing_ok=True)
    dates = itertools.chain.from_iterable((f"--{name.replace('_', '-')}", date) for name, date in zip(DATES, case))
    command = [binary, "absence", "scan", file, *dates, "--out", out["signals"], "--figures", out["figures"], "--threads", threads]
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"the program failed ({done.returncode}): {' '.join(map(str, command))}\n{done.stderr}")
    return out


def columns(db, table):
    """A table's columns, in order."""
    return [row[0] for row in db.execute(f"DESCRIBE {table}").fetchall()]


def load(db, name, path):
    """Reads a CSV file as text, empty as NULL, in the order of the file."""
    db.execute(f"CREATE OR REPLACE TABLE {name} AS SELECT *, row_number() OVER () AS line FROM "
               f"read_csv('{path}', header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"', parallel = false)")
    db.execute(f"ALTER TABLE {name} ALTER pupil TYPE BIGINT")


def compare(db, mine, theirs, names, show=5):
    """Prints where two tables differ in the named columns; both as text, pupil by pupil. Gives cells compared and differences."""
    pupils, only_mine, only_theirs = db.execute(
        f"SELECT count(*), count(*) FILTER (WHERE b.pupil IS NULL), count(*) FILTER (WHERE a.pupil IS NULL) "
        f"FROM {mine} AS a FULL JOIN {theirs} AS b USING (pupil)").fetchone()
    different = only_mine + only_theirs
    if different:
        print(f"    pupils: {only_mine} only in {mine}, {only_theirs} only in {theirs}")
    text = "coalesce({}.{}::VARCHAR, '')"
    counts = ", ".join(f"count(*) FILTER (WHERE {text.format('a', n)} <> {text.format('b', n)})" for n in names)
    for name, count in zip(names, db.execute(f"SELECT {counts} FROM {mine} AS a JOIN {theirs} AS b USING (pupil)").fetchone()):
        different += count
        if count:
            print(f"    {name}: {count} pupils differ")
            for pupil, a, b in db.execute(
                    f"SELECT pupil, {text.format('a', name)} AS x, {text.format('b', name)} AS y "
                    f"FROM {mine} AS a JOIN {theirs} AS b USING (pupil) WHERE x <> y ORDER BY pupil LIMIT {show}").fetchall():
                print(f"        pupil {pupil}: {mine} {a or 'NULL'}, {theirs} {b or 'NULL'}")
    return pupils * len(names), different


def check(db, binary, work, file, case, threads):
    """One data set as of one date; gives the number of differences."""
    oracle(db, file, case)
    cells = different = 0
    for count in threads:
        for table, path in scan(binary, work, file, case, count).items():
            names, header = columns(db, table), path.open(encoding="utf-8").readline().strip()
            if header.split(",") != names:
                print(f"    {table}: the header is {header}\n    and should be {','.join(names)}")
                different += 1
                continue
            load(db, "program", path)
            steps = "SELECT pupil <= lag(pupil) OVER (ORDER BY line) AS back FROM program"
            if db.execute(f"SELECT count(*) FROM ({steps}) WHERE back").fetchone()[0]:
                print(f"    {table}: not in order of pupil, or a pupil twice")
                different += 1
            more, wrong = compare(db, table, "program", names)
            cells, different = cells + more, different + wrong
    print(f"  as of {case[0]} (term {case[1]} to {case[2]}): {cells} cells, {different} differences")
    return different


def tally(db, seen):
    """Prints how often each signal is true, false, NULL, and adds to what has been seen."""
    parts = []
    for name in SIGNALS:
        found = dict(db.execute(f"SELECT {name}, count(*) FROM signals GROUP BY 1").fetchall())
        seen[name] |= set(found)
        parts.append(f"{name} {found.get(True, 0)}/{found.get(False, 0)}/{found.get(None, 0)}")
    print("    true/false/NULL: " + "  ".join(parts))
    for name in ALSO:
        seen[name] |= {row[0] for row in db.execute(f"SELECT DISTINCT {name} FROM figures").fetchall()}


def unseen(seen):
    """Values that should have come up and did not."""
    wanted = {name: [True, False] + [None] * (name not in NEVER_NULL) for name in SIGNALS} | ALSO
    return [f"{name} was never {'NULL' if value is None else value}"
            for name, values in wanted.items() for value in values if value not in seen[name]]


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--binary", required=True)
    ask.add_argument("--work", required=True)
    ask.add_argument("--seeds", default="1,2,3,4")
    ask.add_argument("--random", type=int, help="this many random seeds instead")
    ask.add_argument("--threads", default="1,2")
    ask.add_argument("--file")
    for name in DATES:
        ask.add_argument(f"--{name.replace('_', '-')}")
    given = ask.parse_args()
    threads = given.threads.split(",")
    work = pathlib.Path(given.work)
    work.mkdir(parents=True, exist_ok=True)
    db = connect(work)
    seen = collections.defaultdict(set)
    different = 0
    if given.file:
        case = [getattr(given, name) for name in DATES]
        if None in case:
            ask.error("--file needs --as-of, --term-start, --term-end and --year-start")
        print(given.file)
        different += check(db, given.binary, work, given.file, case, threads)
        tally(db, seen)
    else:
        seeds = [random.randrange(10**9) for _ in range(given.random)] if given.random else [int(seed) for seed in given.seeds.split(",")]
        for seed in seeds:
            file = work / "lessons.parquet"
            print(f"seed {seed}: {fuzz.write(seed, file)} rows")
            for case in CASES:
                different += check(db, given.binary, work, file, case, threads)
                tally(db, seen)
        missing = unseen(seen)
        for line in missing:
            print(line)
        different += len(missing)
    print("ok" if not different else f"FAILED: {different} differences or missing values")
    sys.exit(bool(different))


if __name__ == "__main__":
    main()
