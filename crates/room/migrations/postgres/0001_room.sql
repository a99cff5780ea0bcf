-- The room: who it is, its keys, its people, what has been said about them, who has looked, and what is to be done.
-- Sealed columns are named sealed_*. Instants are microseconds and days are days since 1970-01-01.

CREATE TABLE room (
    one BIGINT PRIMARY KEY CHECK (one = 1),
    slug TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    people_version BIGINT NOT NULL
);

-- Keys, wrapped by the master key that lies outside the database.
CREATE TABLE room_key (
    id BIGINT PRIMARY KEY,
    purpose TEXT NOT NULL,
    sealed_key BYTEA NOT NULL,
    created_at BIGINT NOT NULL
);

-- School units, by unit code.
CREATE TABLE unit (
    code BIGINT PRIMARY KEY,
    name TEXT NOT NULL
);

-- A pupil. `pupil` is the number in the attendance history, `number_hash` the keyed hash of the personal number.
CREATE TABLE person (
    id UUID PRIMARY KEY,
    pupil BIGINT NOT NULL UNIQUE,
    number_hash BYTEA UNIQUE,
    protected BOOLEAN NOT NULL,
    changed_at BIGINT NOT NULL
);

CREATE TABLE identity (
    person UUID PRIMARY KEY REFERENCES person (id),
    sealed_name BYTEA NOT NULL,
    sealed_number BYTEA
);

-- The school form can tell of a disability and a reduced timetable of health: both lie in sealed_schooling.
CREATE TABLE enrolment (
    person UUID NOT NULL REFERENCES person (id),
    unit BIGINT NOT NULL REFERENCES unit (code),
    from_day BIGINT NOT NULL,
    to_day BIGINT,
    class TEXT NOT NULL,
    sealed_schooling BYTEA NOT NULL,
    PRIMARY KEY (person, unit, from_day)
);
CREATE INDEX enrolment_unit ON enrolment (unit, class, person);

-- Append-only. Kind and version are inside the sealed body; the zone is a keyed hash of person and zone, so that the
-- table does not tell about whom there is a note from pupil health or a concern.
CREATE TABLE statement (
    id UUID PRIMARY KEY,
    person UUID NOT NULL REFERENCES person (id),
    zone_hash BYTEA NOT NULL,
    episode UUID,
    lamport BIGINT NOT NULL,
    side TEXT NOT NULL,
    sealed_body BYTEA NOT NULL,
    recorded_at BIGINT NOT NULL,
    made_by TEXT NOT NULL
);
CREATE INDEX statement_order ON statement (person, zone_hash, lamport, side, id);
CREATE FUNCTION statement_stays() RETURNS trigger LANGUAGE plpgsql
AS $$ BEGIN RAISE EXCEPTION 'a statement is never changed'; END $$;
CREATE TRIGGER statement_stays BEFORE UPDATE ON statement
FOR EACH ROW EXECUTE FUNCTION statement_stays();

-- Append-only and chained: `hash` is keyed and covers the row, its subjects and `previous`.
CREATE TABLE journal (
    seq BIGINT PRIMARY KEY,
    made_at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,
    sealed_detail BYTEA NOT NULL,
    previous BYTEA NOT NULL,
    hash BYTEA NOT NULL
);
CREATE FUNCTION journal_stays() RETURNS trigger LANGUAGE plpgsql
AS $$ BEGIN RAISE EXCEPTION 'the journal is never changed'; END $$;
CREATE TRIGGER journal_stays BEFORE UPDATE ON journal
FOR EACH ROW EXECUTE FUNCTION journal_stays();
CREATE FUNCTION journal_keeps() RETURNS trigger LANGUAGE plpgsql
AS $$ BEGIN RAISE EXCEPTION 'the journal is never changed'; END $$;
CREATE TRIGGER journal_keeps BEFORE DELETE ON journal
FOR EACH ROW EXECUTE FUNCTION journal_keeps();

CREATE TABLE journal_subject (
    seq BIGINT NOT NULL REFERENCES journal (seq),
    person UUID NOT NULL,
    PRIMARY KEY (seq, person)
);
CREATE INDEX journal_subject_person ON journal_subject (person, seq);

-- The last link of the chain. Taking it makes writers wait for each other.
CREATE TABLE journal_head (
    one BIGINT PRIMARY KEY CHECK (one = 1),
    seq BIGINT NOT NULL,
    hash BYTEA NOT NULL
);

-- `args` holds ids only. A job is free when it is due and nobody holds a lease on it.
CREATE TABLE job (
    id UUID PRIMARY KEY,
    kind TEXT NOT NULL,
    args TEXT NOT NULL,
    run_at BIGINT NOT NULL,
    leased_until BIGINT,
    attempts BIGINT NOT NULL,
    done_at BIGINT,
    given_up_at BIGINT
);
CREATE INDEX job_due ON job (run_at, id) WHERE done_at IS NULL AND given_up_at IS NULL;

-- The attendance history: which file counts for each school and school year. Every change raises the version.
CREATE TABLE attendance (
    one BIGINT PRIMARY KEY CHECK (one = 1),
    version BIGINT NOT NULL
);

CREATE TABLE attendance_file (
    school_year BIGINT NOT NULL,
    school BIGINT NOT NULL,
    content TEXT NOT NULL,
    row_count BIGINT NOT NULL,
    from_day BIGINT NOT NULL,
    to_day BIGINT NOT NULL,
    PRIMARY KEY (school_year, school)
);

CREATE TABLE attendance_import (
    version BIGINT NOT NULL,
    school_year BIGINT NOT NULL,
    school BIGINT NOT NULL,
    made_day BIGINT NOT NULL,
    from_day BIGINT NOT NULL,
    to_day BIGINT NOT NULL,
    row_count BIGINT NOT NULL,
    previous TEXT,
    settled BOOLEAN NOT NULL,
    PRIMARY KEY (version, school_year, school)
);

CREATE TABLE attendance_loose (
    school_year BIGINT NOT NULL,
    school BIGINT NOT NULL,
    content TEXT NOT NULL,
    since_day BIGINT NOT NULL,
    at_once BOOLEAN NOT NULL,
    PRIMARY KEY (school_year, school, content)
);
