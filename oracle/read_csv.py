"""Times DuckDB's read_csv on one file of lessons: every field parsed to its type, and counted.

python read_csv.py --file F.csv [--threads 2] [--memory 12GB]

Prints one line, `rows=… seconds=… cpu=… peak_mb=…`.
"""

import argparse
import resource
import time

import duckdb

TYPES = {
    "pupil": "INTEGER", "school": "INTEGER", "grade": "INTEGER", "date": "DATE", "start": "INTEGER",
    "subject": "VARCHAR", "s": "INTEGER", "v": "INTEGER", "u": "INTEGER", "cancelled": "BOOLEAN",
}


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--file", required=True)
    ask.add_argument("--threads", type=int, default=2)
    ask.add_argument("--memory", default="12GB")
    asked = ask.parse_args()

    database = duckdb.connect(config={"threads": asked.threads, "memory_limit": asked.memory})
    # every column is looked at, so that none is left unparsed
    looks = ", ".join(f"max({name})" for name in TYPES)
    columns = ", ".join(f"'{name}': '{kind}'" for name, kind in TYPES.items())
    began = time.perf_counter()
    sql = f"SELECT count(*), {looks} FROM read_csv(?, header = true, columns = {{{columns}}})"
    rows = database.execute(sql, [asked.file]).fetchone()[0]
    seconds = time.perf_counter() - began
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(f"rows={rows} seconds={seconds:.3f} cpu={used.ru_utime + used.ru_stime:.2f} peak_mb={used.ru_maxrss / 1024:.0f}")


if __name__ == "__main__":
    main()
