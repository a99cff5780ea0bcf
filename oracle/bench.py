"""Times signals.sql on one file of lessons: seconds from file to CSV, and peak memory.

python bench.py --file F.parquet --work DIR --out SIGNALS.csv --as-of D --term-start D --term-end D --year-start D
                [--threads 2] [--memory 12GB] [--without-overlaps]

Prints one line, `seconds=… cpu=… peak_mb=…`. Of the file only the nine columns are read that the program reads too.
--without-overlaps leaves out P3 and P4, the search for duplicates and overlapping lessons: the SQL then does less than the program.
"""

import argparse
import pathlib
import resource
import sys
import tempfile
import time

import duckdb

COLUMNS = "pupil, school, grade, date, start, subject, s, v, u"
DATES = ["as_of", "term_start", "term_end", "year_start"]
# The part of signals.sql that --without-overlaps leaves out, from its first words to the words after it, and what stands in for it.
FIRST, AFTER = "CREATE OR REPLACE TEMP TABLE crowded AS", "-------"
INSTEAD = "CREATE OR REPLACE TABLE kept AS SELECT pupil, school, grade, date, start, subject, s, reported, v, u, a FROM clipped;\n\n"


def without_overlaps(sql):
    """signals.sql with every lesson kept."""
    before, found, rest = sql.partition(FIRST)
    left_out, then, after = rest.partition(AFTER)
    if not (found and then) or "TABLE kept AS" not in left_out:
        sys.exit("signals.sql is no longer in the order that --without-overlaps expects")
    return before + INSTEAD + then + after


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ["file", "work", "out"] + DATES:
        ask.add_argument(f"--{name.replace('_', '-')}", required=True)
    ask.add_argument("--threads", type=int, default=2)
    ask.add_argument("--memory", default="12GB")
    ask.add_argument("--without-overlaps", action="store_true")
    given = ask.parse_args()
    sql = (pathlib.Path(__file__).parent / "signals.sql").read_text()
    if given.without_overlaps:
        sql = without_overlaps(sql)
    with tempfile.TemporaryDirectory(dir=given.work) as work:
        db = duckdb.connect(f"{work}/bench.duckdb")
        db.execute(f"SET threads = {given.threads}; SET memory_limit = '{given.memory}'; SET temp_directory = '{work}/spill'")
        for name in DATES:
            db.execute(f"SET VARIABLE {name} = DATE '{getattr(given, name)}'")
        began = time.monotonic()
        db.execute(f"CREATE VIEW lessons AS SELECT {COLUMNS} FROM read_parquet('{given.file}') WHERE NOT cancelled")
        db.execute(sql)
        db.execute(f"COPY (FROM signals ORDER BY pupil) TO '{given.out}' (HEADER, DELIMITER ',')")
        seconds = time.monotonic() - began
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(f"seconds={seconds:.3f} cpu={used.ru_utime + used.ru_stime:.2f} peak_mb={used.ru_maxrss // 1024}")


if __name__ == "__main__":
    main()
