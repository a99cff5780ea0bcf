-- Data quality: what each school has reported, by class and subject; whom to phone about it, and who teaches what.

-- The name and the telephone of the head teacher's office.
ALTER TABLE unit ADD COLUMN sealed_contact BLOB;

-- Which rows of a school count: they are written under a new stamp, and one small change makes it the current one.
-- `source` tells what they were counted from, so that nothing is counted twice. `weeks`, here and below, has for each
-- week, as numbers of four bytes, the week, its lessons, those of which nothing is reported, its rows, and the reported
-- ones. Counts only.
CREATE TABLE quality_unit (
    unit INTEGER PRIMARY KEY,
    stamp INTEGER NOT NULL,
    as_of INTEGER NOT NULL,
    source TEXT NOT NULL,
    weeks BLOB NOT NULL
) STRICT;

-- A class in a subject.
CREATE TABLE quality_cell (
    unit INTEGER NOT NULL,
    stamp INTEGER NOT NULL,
    class TEXT NOT NULL,
    subject TEXT NOT NULL,
    weeks BLOB NOT NULL,
    PRIMARY KEY (unit, stamp, class, subject)
) STRICT, WITHOUT ROWID;

-- The classes that have pupils or lessons.
CREATE TABLE quality_class (
    unit INTEGER NOT NULL,
    stamp INTEGER NOT NULL,
    class TEXT NOT NULL,
    pupils INTEGER NOT NULL,
    weeks BLOB NOT NULL,
    PRIMARY KEY (unit, stamp, class)
) STRICT, WITHOUT ROWID;

-- Pupils who are enrolled and have had no lesson for weeks; `latest_day` is the last one they had.
CREATE TABLE quality_absent_row (
    unit INTEGER NOT NULL,
    stamp INTEGER NOT NULL,
    person BLOB NOT NULL REFERENCES person (id),
    class TEXT NOT NULL,
    latest_day INTEGER,
    PRIMARY KEY (unit, stamp, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX quality_absent_row_person ON quality_absent_row (person);

-- Lessons whose report an import changed long after they were held; `days` is the median. What was seen stays.
CREATE TABLE quality_late (
    unit INTEGER NOT NULL,
    stamp INTEGER NOT NULL,
    week INTEGER NOT NULL,
    seen_day INTEGER NOT NULL,
    lessons INTEGER NOT NULL,
    days INTEGER NOT NULL,
    PRIMARY KEY (unit, stamp, week)
) STRICT, WITHOUT ROWID;

-- The latest time that somebody phoned the school about its reporting.
CREATE TABLE quality_call (
    unit INTEGER PRIMARY KEY REFERENCES unit (code),
    called_day INTEGER NOT NULL,
    account BLOB NOT NULL REFERENCES account (id)
) STRICT;

-- Who teaches a class a subject, as the latest delivery said.
CREATE TABLE teacher (
    unit INTEGER NOT NULL,
    class TEXT NOT NULL,
    subject TEXT NOT NULL,
    place INTEGER NOT NULL,
    sealed_name BLOB NOT NULL,
    PRIMARY KEY (unit, class, subject, place)
) STRICT, WITHOUT ROWID;

-- The few pupils whose reporting or timetable is a question: S12a, S12b, or no timetable for long.
CREATE INDEX standing_question ON standing (generation, unit, class, signals, stale)
    WHERE stale OR (signals & 6144) <> 0;
