-- The room: who it is, its keys, its people, what has been said about them, who has looked, and what is to be done.
-- Sealed columns are named sealed_*. Instants are microseconds and days are days since 1970-01-01.

CREATE TABLE room (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    slug TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    people_version INTEGER NOT NULL
) STRICT;

-- Keys, wrapped by the master key that lies outside the database.
CREATE TABLE room_key (
    id INTEGER PRIMARY KEY,
    purpose TEXT NOT NULL,
    sealed_key BLOB NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

-- School units, by unit code.
CREATE TABLE unit (
    code INTEGER PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;

-- A pupil. `pupil` is the number in the attendance history, `number_hash` the keyed hash of the personal number.
CREATE TABLE person (
    id BLOB PRIMARY KEY,
    pupil INTEGER NOT NULL UNIQUE,
    number_hash BLOB UNIQUE,
    protected INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE identity (
    person BLOB PRIMARY KEY REFERENCES person (id),
    sealed_name BLOB NOT NULL,
    sealed_number BLOB
) STRICT;

-- The school form can tell of a disability and a reduced timetable of health: both lie in sealed_schooling.
CREATE TABLE enrolment (
    person BLOB NOT NULL REFERENCES person (id),
    unit INTEGER NOT NULL REFERENCES unit (code),
    from_day INTEGER NOT NULL,
    to_day INTEGER,
    class TEXT NOT NULL,
    sealed_schooling BLOB NOT NULL,
    PRIMARY KEY (person, unit, from_day)
) STRICT;
CREATE INDEX enrolment_unit ON enrolment (unit, class, person);

-- Append-only. Kind and version are inside the sealed body; the zone is a keyed hash of person and zone, so that the
-- table does not tell about whom there is a note from pupil health or a concern.
CREATE TABLE statement (
    id BLOB PRIMARY KEY,
    person BLOB NOT NULL REFERENCES person (id),
    zone_hash BLOB NOT NULL,
    episode BLOB,
    lamport INTEGER NOT NULL,
    side TEXT NOT NULL,
    sealed_body BLOB NOT NULL,
    recorded_at INTEGER NOT NULL,
    made_by TEXT NOT NULL
) STRICT;
CREATE INDEX statement_order ON statement (person, zone_hash, lamport, side, id);
CREATE TRIGGER statement_stays BEFORE UPDATE ON statement
BEGIN SELECT RAISE(ABORT, 'a statement is never changed'); END;

-- Append-only and chained: `hash` is keyed and covers the row, its subjects and `previous`.
CREATE TABLE journal (
    seq INTEGER PRIMARY KEY,
    made_at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,
    sealed_detail BLOB NOT NULL,
    previous BLOB NOT NULL,
    hash BLOB NOT NULL
) STRICT;
CREATE TRIGGER journal_stays BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;
CREATE TRIGGER journal_keeps BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;

CREATE TABLE journal_subject (
    seq INTEGER NOT NULL REFERENCES journal (seq),
    person BLOB NOT NULL,
    PRIMARY KEY (seq, person)
) STRICT;
CREATE INDEX journal_subject_person ON journal_subject (person, seq);

-- The last link of the chain. Taking it makes writers wait for each other.
CREATE TABLE journal_head (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL
) STRICT;

-- `args` holds ids only. A job is free when it is due and nobody holds a lease on it.
CREATE TABLE job (
    id BLOB PRIMARY KEY,
    kind TEXT NOT NULL,
    args TEXT NOT NULL,
    run_at INTEGER NOT NULL,
    leased_until INTEGER,
    attempts INTEGER NOT NULL,
    done_at INTEGER,
    given_up_at INTEGER
) STRICT;
CREATE INDEX job_due ON job (run_at, id) WHERE done_at IS NULL AND given_up_at IS NULL;

-- The attendance history: which file counts for each school and school year. Every change raises the version.
CREATE TABLE attendance (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    version INTEGER NOT NULL
) STRICT;

CREATE TABLE attendance_file (
    school_year INTEGER NOT NULL,
    school INTEGER NOT NULL,
    content TEXT NOT NULL,
    row_count INTEGER NOT NULL,
    from_day INTEGER NOT NULL,
    to_day INTEGER NOT NULL,
    PRIMARY KEY (school_year, school)
) STRICT;

CREATE TABLE attendance_import (
    version INTEGER NOT NULL,
    school_year INTEGER NOT NULL,
    school INTEGER NOT NULL,
    made_day INTEGER NOT NULL,
    from_day INTEGER NOT NULL,
    to_day INTEGER NOT NULL,
    row_count INTEGER NOT NULL,
    previous TEXT,
    settled INTEGER NOT NULL,
    PRIMARY KEY (version, school_year, school)
) STRICT;

CREATE TABLE attendance_loose (
    school_year INTEGER NOT NULL,
    school INTEGER NOT NULL,
    content TEXT NOT NULL,
    since_day INTEGER NOT NULL,
    at_once INTEGER NOT NULL,
    PRIMARY KEY (school_year, school, content)
) STRICT;
