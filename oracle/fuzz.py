"""Makes lesson rows that are hard on the import rules and the signals: python fuzz.py SEED OUT.parquet [--pupils N] [--clean]

School year 2025/26: lessons from 18 August to 5 December 2025, for many pupils planned on to about 19 December.
The same seed always gives the same file. --clean gives rows that already obey P1 and P3-P5, in order.
"""

import argparse
import datetime as dt

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

EPOCH = dt.date(1970, 1, 1)


def day(month, number):
    """A day of 2025 as days since 1970, the way dates are held in the arrays here."""
    return (dt.date(2025, month, number) - EPOCH).days


START, LAST, TERM_END = day(8, 18), day(12, 5), day(12, 19)
# Upper and lower case, å ä ö, and prefixes of each other: byte order is not the order of a Swedish dictionary.
SUBJECTS = np.array(["Bild", "Engelska", "Idrott", "Idrott och hälsa", "Matematik", "Musik", "NO", "SO", "Slöjd", "Svenska",
                     "bild", "Ämnesval"])
MODES = {  # how a pupil's absence looks, and how common that is
    "steady": 12, "high": 10, "edge": 20, "long": 14, "spread": 8, "late": 10, "subject": 10, "weekday": 10,
    "worse": 14, "invalid": 8, "silent": 3, "patchy": 10, "shrink": 8, "stops": 7, "few": 7,
}
COLUMNS = ["pupil", "school", "grade", "date", "start", "subject", "s", "v", "u", "no_v", "no_u"]


def weekday(days):
    """Monday 0 to Sunday 6."""
    return (days + 3) % 7


def school_dates(rng, mode, closed, holiday):
    """The dates on which one pupil has lessons; about half have the holiday week off."""
    dates = np.arange(START, LAST + 1)
    dates = dates[(weekday(dates) < 5) & ~np.isin(dates, closed)]
    if rng.random() < 0.5:
        dates = dates[(dates < holiday) | (dates >= holiday + 7)]
    if rng.random() < 0.08:  # some weekdays only
        dates = dates[np.isin(weekday(dates), rng.choice(5, rng.integers(2, 4), replace=False))]
    if mode == "few":
        count = rng.choice([1, 3, 9, 10, 14, 15, 19, 20, 29, 30])
        dates = dates[rng.integers(0, len(dates) - 5) :][:count] if rng.random() < 0.5 else dates[-count:]
    if mode == "stops":
        dates = dates[: max(1, len(dates) - rng.integers(5, 40))]
    if len(dates) > 31 and rng.random() < 0.1:  # a gap
        dates = dates[np.abs(np.arange(len(dates)) - rng.integers(0, len(dates))) > rng.integers(0, 15)]
    extra = []
    if rng.random() < 0.08:  # lessons at a weekend
        extra.append(rng.choice(np.arange(START, LAST)[weekday(np.arange(START, LAST)) >= 5], 3, replace=False))
    if rng.random() < 0.1:  # last school year, and before the term in this one, which begins on 1 August
        extra.append(np.r_[day(6, 2) : day(6, 7), day(7, 31), day(8, 1), day(8, 4)])
    if rng.random() < 0.6:  # planned: to the end of the term, nearly, or past it; the term may also end on a weekend
        end = rng.choice([TERM_END, TERM_END, TERM_END, TERM_END - 1, TERM_END + 1, day(12, 12)])
        ahead = np.arange(LAST + 1, end + 1)
        extra.append(ahead[(weekday(ahead) < 5) | (ahead == end)] if mode != "stops" else ahead[-1:])
    return np.unique(np.concatenate([dates, *extra]))


def timetable(rng, mode, dates, grade):
    """Dates, places in the day, starts, subjects and lengths of one pupil's lessons."""
    plain = mode == "edge" or rng.random() < 0.4  # the same every day, so that sums come out even
    most = 5 if mode == "edge" else 4 if plain else int(rng.choice([1, 4, 5, 6], p=[0.05, 0.35, 0.35, 0.25]))
    count = np.maximum(1, most - rng.integers(0, 1 if plain else 2, 7))[weekday(dates)]
    if mode == "shrink":
        since = rng.integers(day(9, 1), day(11, 20))
        count = np.where(dates >= since, np.maximum(1, count * rng.choice([3, 4, 6]) // 8), count)
    date = np.repeat(dates, count)
    place = np.arange(len(date)) - np.repeat(np.cumsum(count) - count, count)
    length = 60 if plain else int(rng.choice([40, 60])) + int(grade > 6) * 5
    gap = int(rng.choice([0, 0, 5, 10]))  # 0: a lesson begins as the one before it ends, and does not overlap
    subjects = rng.choice(len(SUBJECTS), (7, 6), p=np.r_[np.full(6, 0.14), np.full(6, 0.16 / 6)])
    if mode == "edge":  # the first lesson of a day is always the same subject, and no other is
        subjects = np.maximum(subjects, 1) * (np.arange(6) > 0)
    s = length - rng.choice([0] if plain else [0, 0, 0, 1, 7], len(date))
    return date, place, 480 + place * (length + gap), subjects[weekday(date), place], s


def absence(rng, mode, date, place, subject, s):
    """Absent and invalid minutes of each lesson."""
    dates, index = np.unique(date, return_inverse=True)
    chance = np.full(len(dates), rng.choice([0.0, 0.02, 0.05]))  # of missing the day
    if mode == "high":
        chance[:] = rng.uniform(*rng.choice([(0.08, 1.0), (0.88, 1.0)], p=[0.7, 0.3]))
    elif mode == "spread":
        chance[:] = 0.02
        chance[weekday(dates) == rng.integers(0, 5)] = rng.choice([0.5, 0.9])
    elif mode == "weekday":
        chance[weekday(dates) == rng.choice(weekday(dates))] = rng.uniform(0.3, 0.9)
    elif mode == "worse":
        chance[dates >= rng.integers(day(9, 25), day(11, 20))] = rng.uniform(0.15, 0.9)
    elif mode == "long":
        until = rng.choice([day(9, 26), day(10, 24), LAST, LAST, LAST])
        chance[np.flatnonzero(dates <= until)[-rng.choice([8, 9, 10, 11, 15, 19, 20, 21, 35]) :]] = 1.0
    share = np.where(rng.random(len(dates)) < chance, 1.0, 0.0)[index]
    if mode == "long" and rng.random() < 0.25:  # all but the first lesson: with five equal lessons exactly 80 %
        share = share * (place > 0)
    share = np.where(rng.random(len(date)) < 0.02, rng.choice([0.25, 0.5, 0.8], len(date)), share)
    a = (share * s).astype(np.int64)
    if mode == "edge":  # exactly on a threshold, or a minute to either side of it
        a = np.full(len(date), rng.choice([3, 6, 9, 12, 15, 18, 30, 30, 30, 48]))
        pattern = rng.choice(["level", "invalid", "contrast"], p=[0.7, 0.15, 0.15])
        if pattern == "invalid":  # one lesson every fourth day: 5 %
            a = np.where((place == 0) & (index % 4 == 0), 60, 0)
            return a, a
        if pattern == "contrast":  # half of one subject, three in ten of the rest: 20 points apart
            return np.where(place == 0, index % 2, (4 * index + place - 1) * 3 % 10 < 3) * 60, 0 * a
        odd = rng.choice(len(date), min(len(date), int(rng.choice([0, 0, 1, 5]))), replace=False)
        a[odd] += rng.choice([-1, 1])
    elif mode == "late":
        first = (place == 0) & (rng.random(len(date)) < rng.uniform(0.1, 0.6))
        a = np.where(first, rng.choice([4, 5, 6, 12, 30, s[0] - 1, s[0]], len(date)), a)
    elif mode == "subject":
        picked = np.isin(subject, rng.choice(np.unique(subject), rng.integers(1, 3)))
        missed = picked & (rng.random(len(date)) < rng.uniform(0.2, 0.9))
        a = np.where(missed, (s + rng.integers(0, 2, len(date))) // rng.choice([1, 2]), a)
    a = np.minimum(a, s)
    if mode == "invalid":
        hit = (place == 0) & (rng.random(len(date)) < rng.uniform(0.05, 0.9))
        a = np.where(hit, np.minimum(rng.choice([19, 20, 20, 40], len(date)), s), a)
        return a, np.where(hit, a, 0)
    return a, (a * rng.choice([0.0, 0.0, 0.3, 1.0]) * (rng.random(len(date)) < 0.7)).astype(np.int64)


def reporting(rng, mode, date, place):
    """Which lessons nobody reported."""
    if mode == "edge" and rng.random() < 0.4:
        return np.zeros(len(date), bool)
    missing = rng.random(len(date)) < rng.choice([0.0, 0.02, 0.08])
    if mode == "patchy":
        missing = rng.random(len(date)) < rng.choice([0.15, 0.19, 0.21, 0.3, 0.5, 0.7])
    elif mode == "edge" and rng.random() < 0.5:  # one in five: coverage exactly 80 %
        missing = place == rng.integers(0, 5)
    elif mode == "silent":
        missing = np.ones(len(date), bool)
    elif mode == "late" and rng.random() < 0.3:
        missing = (place == 0) & (rng.random(len(date)) < 0.6)
    dates, index = np.unique(date, return_inverse=True)
    missing |= (rng.random(len(dates)) < rng.choice([0.0, 0.03, 0.15]))[index]  # whole days
    return missing | ((date > LAST) & (rng.random() < 0.9))  # a plan is as a rule not reported


def schools_and_grades(rng, home, grade, schools, date, place):
    """Where each lesson is given; some pupils move, some read a subject at another school."""
    school, grades = np.full(len(date), home), np.full(len(date), grade)
    if rng.random() < 0.12:
        moved = date >= rng.integers(START, LAST)
        school[moved] = rng.choice(schools)
        grades[moved] = min(9, max(0, grade + rng.choice([0, 0, -1, 1])))
    if rng.random() < 0.05:
        school[(place == rng.integers(0, 5)) & (weekday(date) == rng.integers(0, 5))] = rng.choice(schools)
    return school, grades


def pupil_rows(rng, pupil, home, grade, schools, closed, holiday):
    """All rows of one pupil, before anything is spoiled."""
    mode = rng.choice(list(MODES), p=np.array(list(MODES.values())) / sum(MODES.values()))
    dates = school_dates(rng, mode, closed, holiday)
    date, place, start, subject, s = timetable(rng, mode, dates, grade)
    a, u = absence(rng, mode, date, place, subject, s)
    missing = reporting(rng, mode, date, place)
    school, grades = schools_and_grades(rng, home, grade, schools, date, place)
    return np.array([np.full(len(date), pupil), school, grades, date, start, subject, s, a - u, u, missing, missing]).T


def spoil(rng, rows, schools):
    """Duplicates, overlaps, cancelled lessons, impossible minutes, lessons reported by half."""
    level = rng.choice([0.0, 0.3, 1.0, 4.0], p=[0.4, 0.2, 0.2, 0.2])
    c = {name: i for i, name in enumerate(COLUMNS)}

    def some(share):
        return rows[rng.random(len(rows)) < share * level].copy()

    same = some(0.01)
    near = some(0.02)
    for name, values in [("school", schools), ("grade", range(10)), ("s", [30, 40, 60]), ("v", [0, 5, 20]), ("u", [0, 5, 20])]:
        pick = rng.random(len(near)) < 0.35
        near[pick, c[name]] = rng.choice(list(values), pick.sum())
    near[:, c["no_v"]] ^= rng.random(len(near)) < 0.3
    over = []
    for _ in range(4):  # each begins within the lesson before, so that chains form; some only touch its end
        link = some(0.02) if not over else over[-1][rng.random(len(over[-1])) < 0.7].copy()
        link[:, c["start"]] += np.where(rng.random(len(link)) < 0.2, link[:, c["s"]], rng.integers(0, 50, len(link)))
        link[:, c["subject"]] = rng.choice(len(SUBJECTS), len(link))
        for name, values in [("s", [10, 40, 60, 150]), ("v", [0, 0, 5, 10, 40]), ("u", [0, 0, 5, 10, 40])]:
            link[:, c[name]] = rng.choice(values, len(link))
        link[:, c["no_u"]] = rng.random(len(link)) < 0.2
        away = rng.random(len(link)) < 0.3
        link[away, c["school"]] = rng.choice(schools, away.sum())
        over.append(link)
    rows = np.concatenate([rows, same, near, *over])
    wild = [-10, -(2**31), 41, 999, 2**31 - 1]
    for name, share, values in [("s", 0.02, [0, -1, -40]), ("v", 0.01, wild), ("u", 0.01, wild), ("no_v", 0.01, [1]), ("no_u", 0.01, [1])]:
        hit = rng.random(len(rows)) < share * level
        rows[hit, c[name]] = rng.choice(values, hit.sum())
    if rng.random() < 0.1:  # the whole last day cancelled, so that the plan does not reach as far as it seems
        rows[rows[:, c["date"]] == rows[:, c["date"]].max(), c["s"]] = 0
    return rows


def lessons(seed, pupils, clean):
    """The rows of all pupils, in the order of the file, and the size of its row groups."""
    rng = np.random.default_rng(seed)
    pupils = pupils or int(rng.choice([60, 75, 250, 400]))  # of 60 too few are in a band for the season term of S10
    schools = np.arange(1, rng.integers(3, 8)) * 7
    weights = 0.35 ** np.arange(len(schools))  # the last schools have few pupils
    closed = {int(school): rng.choice(np.arange(START, LAST), 3) for school in schools}
    holiday = rng.choice([day(9, 8), day(9, 22), day(10, 27), day(10, 27)])
    ids = np.sort(rng.choice(np.arange(1, 40 * pupils), pupils, replace=False))
    common = rng.integers(0, 10, 2)  # two large grades, so that S12b has its ten
    parts = []
    for pupil in ids:
        home = int(rng.choice(schools, p=weights / weights.sum()))
        grade = int(rng.choice(common)) if rng.random() < 0.4 else int(rng.integers(0, 10))
        rows = pupil_rows(rng, pupil, home, grade, schools, closed[home], holiday)
        parts.append(rows if clean else spoil(rng, rows, schools))
    rows = np.concatenate(parts)
    order = "sorted" if clean else rng.choice(["sorted", "mixed within pupils", "mixed"])
    if order == "sorted":
        rows = rows[np.lexsort(rows[:, [5, 4, 3, 0]].T)]  # by pupil, date, start, subject
    else:
        rows = rows[np.lexsort((rng.random(len(rows)), rows[:, 0] if order != "mixed" else 0 * rows[:, 0]))]
    return rows, int(rng.choice([97, 1000, 8192, 122_880]))


def write(seed, out, pupils=None, clean=False):
    """Writes the file for one seed, and gives its number of rows."""
    rows, group = lessons(seed, pupils, clean)
    c = {name: rows[:, i].astype(bool if name.startswith("no_") else np.int32) for i, name in enumerate(COLUMNS)}
    columns = {name: pa.array(c[name]) for name in ("pupil", "school", "grade", "date", "start")}
    columns |= {"subject": pa.array(SUBJECTS[c["subject"]], pa.string()), "s": pa.array(c["s"])}
    columns |= {"v": pa.array(c["v"], mask=c["no_v"]), "u": pa.array(c["u"], mask=c["no_u"])}
    columns |= {"grade": columns["grade"].cast(pa.int8()), "date": columns["date"].cast(pa.date32())}
    pq.write_table(pa.table(columns), out, row_group_size=group)
    return len(rows)


if __name__ == "__main__":
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("seed", type=int)
    ask.add_argument("out")
    ask.add_argument("--pupils", type=int)
    ask.add_argument("--clean", action="store_true")
    print(write(**vars(ask.parse_args())), "rows")
