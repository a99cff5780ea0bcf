-- Data quality: what each school has reported, by class and subject; whom to phone about it, and who teaches what.

-- The name and the telephone of the head teacher's office.
ALTER TABLE unit ADD COLUMN sealed_contact BYTEA;

-- Which rows of a school count: they are written under a new stamp, and one small change makes it the current one.
-- `source` tells what they were counted from, so that nothing is counted twice. `weeks`, here and below, has for each
-- week, as numbers of four bytes, the week, its lessons, those of which nothing is reported, its rows, and the reported
-- ones. Counts only.
CREATE TABLE quality_unit (
    unit BIGINT PRIMARY KEY,
    stamp BIGINT NOT NULL,
    as_of BIGINT NOT NULL,
    source TEXT NOT NULL,
    weeks BYTEA NOT NULL
);

-- A class in a subject.
CREATE TABLE quality_cell (
    unit BIGINT NOT NULL,
    stamp BIGINT NOT NULL,
    class TEXT NOT NULL,
    subject TEXT NOT NULL,
    weeks BYTEA NOT NULL,
    PRIMARY KEY (unit, stamp, class, subject)
);

-- The classes that have pupils or lessons.
CREATE TABLE quality_class (
    unit BIGINT NOT NULL,
    stamp BIGINT NOT NULL,
    class TEXT NOT NULL,
    pupils BIGINT NOT NULL,
    weeks BYTEA NOT NULL,
    PRIMARY KEY (unit, stamp, class)
);

-- Pupils who are enrolled and have had no lesson for weeks; `latest_day` is the last one they had.
CREATE TABLE quality_absent_row (
    unit BIGINT NOT NULL,
    stamp BIGINT NOT NULL,
    person UUID NOT NULL REFERENCES person (id),
    class TEXT NOT NULL,
    latest_day BIGINT,
    PRIMARY KEY (unit, stamp, person)
);
CREATE INDEX quality_absent_row_person ON quality_absent_row (person);

-- Lessons whose report an import changed long after they were held; `days` is the median. What was seen stays.
CREATE TABLE quality_late (
    unit BIGINT NOT NULL,
    stamp BIGINT NOT NULL,
    week BIGINT NOT NULL,
    seen_day BIGINT NOT NULL,
    lessons BIGINT NOT NULL,
    days BIGINT NOT NULL,
    PRIMARY KEY (unit, stamp, week)
);

-- The latest time that somebody phoned the school about its reporting.
CREATE TABLE quality_call (
    unit BIGINT PRIMARY KEY REFERENCES unit (code),
    called_day BIGINT NOT NULL,
    account UUID NOT NULL REFERENCES account (id)
);

-- Who teaches a class a subject, as the latest delivery said.
CREATE TABLE teacher (
    unit BIGINT NOT NULL,
    class TEXT NOT NULL,
    subject TEXT NOT NULL,
    place BIGINT NOT NULL,
    sealed_name BYTEA NOT NULL,
    PRIMARY KEY (unit, class, subject, place)
);

-- The few pupils whose reporting or timetable is a question: S12a, S12b, or no timetable for long.
CREATE INDEX standing_question ON standing (generation, unit, class, signals, stale)
    WHERE stale OR (signals & 6144) <> 0;
