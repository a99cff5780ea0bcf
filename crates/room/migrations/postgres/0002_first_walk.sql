-- The first walk in the browser: what a scan leaves behind, what has been done about it, and who may sign in.

ALTER TABLE room ADD COLUMN demo BOOLEAN NOT NULL DEFAULT FALSE;
-- The generation that lists read; none before the first scan.
ALTER TABLE room ADD COLUMN current_generation BIGINT;

ALTER TABLE unit ADD COLUMN district TEXT NOT NULL DEFAULT '';
ALTER TABLE unit ADD COLUMN first_import_day BIGINT;
ALTER TABLE unit ADD COLUMN sitting_done_at BIGINT;

-- What a scan left. Rows are written under a new number, and one small change makes that number the current one.
CREATE TABLE generation (
    number BIGINT PRIMARY KEY,
    as_of BIGINT NOT NULL,
    attendance_version BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    pupils BIGINT NOT NULL,
    given_up BOOLEAN NOT NULL DEFAULT FALSE
);

-- A pupil at a school where she or he is enrolled: one row for each such school, which is what a list shows. `signals`
-- has a bit for each signal; `place_*` is the place on a list over the whole room, none when not on it; `recent` has a
-- byte for each of ten weeks. `home`: the school that the figures are counted at.
CREATE TABLE standing (
    generation BIGINT NOT NULL REFERENCES generation (number),
    person UUID NOT NULL REFERENCES person (id),
    unit BIGINT NOT NULL REFERENCES unit (code),
    class TEXT NOT NULL,
    home BOOLEAN NOT NULL,
    level BIGINT NOT NULL,
    signals BIGINT NOT NULL,
    band BIGINT NOT NULL,
    level5 BIGINT NOT NULL,
    since_day BIGINT,
    place_school BIGINT,
    place_team BIGINT,
    first_reader BIGINT NOT NULL,
    absent BIGINT NOT NULL,
    reported BIGINT NOT NULL,
    stale BOOLEAN NOT NULL,
    recent BYTEA NOT NULL,
    sealed_peers BYTEA,
    PRIMARY KEY (generation, person, unit)
);
CREATE INDEX standing_school ON standing (generation, place_school) WHERE place_school IS NOT NULL;
CREATE INDEX standing_school_unit ON standing (generation, unit, place_school) WHERE place_school IS NOT NULL;
CREATE INDEX standing_team ON standing (generation, place_team) WHERE place_team IS NOT NULL;
CREATE INDEX standing_team_unit ON standing (generation, unit, place_team) WHERE place_team IS NOT NULL;

-- Absence of the pupils of a school and level, in permille: quartiles, of ten pupils or more.
CREATE TABLE peer_week (
    generation BIGINT NOT NULL REFERENCES generation (number),
    unit BIGINT NOT NULL,
    level BIGINT NOT NULL,
    week BIGINT NOT NULL,
    low BIGINT NOT NULL,
    mid BIGINT NOT NULL,
    high BIGINT NOT NULL,
    PRIMARY KEY (generation, unit, level, week)
);

-- How much of what was scheduled is reported, in minutes.
CREATE TABLE reporting (
    generation BIGINT NOT NULL REFERENCES generation (number),
    unit BIGINT NOT NULL,
    week BIGINT NOT NULL,
    scheduled BIGINT NOT NULL,
    reported BIGINT NOT NULL,
    PRIMARY KEY (generation, unit, week)
);

-- Pupils of a school, and those whose reporting or timetable somebody should see to.
CREATE TABLE reporting_unit (
    generation BIGINT NOT NULL REFERENCES generation (number),
    unit BIGINT NOT NULL,
    pupils BIGINT NOT NULL,
    questions BIGINT NOT NULL,
    PRIMARY KEY (generation, unit)
);

-- All that a step means for the mark: no kind, no zone, no text.
CREATE TABLE step_fact (
    statement UUID PRIMARY KEY REFERENCES statement (id),
    person UUID NOT NULL REFERENCES person (id),
    day BIGINT NOT NULL,
    until BIGINT,
    seen_signals BIGINT NOT NULL,
    seen_band BIGINT NOT NULL,
    seen_level5 BIGINT NOT NULL,
    retracted BOOLEAN NOT NULL
);
CREATE INDEX step_fact_person ON step_fact (person);

-- The mark on the work list, computed from step_fact by each change. `statement` is the step of acted_day;
-- `cleared_by`, of cleared_day, is the one that cleared it until cleared_until.
CREATE TABLE mark (
    person UUID PRIMARY KEY REFERENCES person (id),
    acted_day BIGINT,
    statement UUID REFERENCES statement (id),
    cleared_by UUID REFERENCES statement (id),
    cleared_day BIGINT,
    cleared_until BIGINT,
    seen_signals BIGINT NOT NULL,
    seen_band BIGINT NOT NULL,
    seen_level5 BIGINT NOT NULL
);

-- Who may sign in. `login_hash` is keyed.
CREATE TABLE account (
    id UUID PRIMARY KEY,
    login_hash BYTEA NOT NULL UNIQUE,
    sealed_login BYTEA NOT NULL,
    sealed_name BYTEA NOT NULL,
    sealed_password BYTEA,
    -- Whether somebody else made the password, so that she or he must choose another.
    password_given BOOLEAN NOT NULL DEFAULT FALSE,
    sealed_totp BYTEA,
    totp_last_step BIGINT,
    disabled_at BIGINT,
    created_at BIGINT NOT NULL,
    -- The account of whoever made it; none when a command on the machine or the first-run page did.
    made_by UUID
);

-- Tries to sign in that failed, by login, whether or not there is such an account. `login_hash` is keyed.
CREATE TABLE sign_in_try (
    login_hash BYTEA PRIMARY KEY,
    failures BIGINT NOT NULL,
    failed_at BIGINT NOT NULL
);
CREATE INDEX sign_in_try_failed ON sign_in_try (failed_at);

-- In the order in which they were given: the first is the title.
CREATE TABLE account_role (
    account UUID NOT NULL REFERENCES account (id),
    place BIGINT NOT NULL,
    role TEXT NOT NULL,
    unit BIGINT,
    class TEXT,
    PRIMARY KEY (account, place)
);

-- `token_hash` is the hash of a secret that only the browser has.
CREATE TABLE session (
    token_hash BYTEA PRIMARY KEY,
    account UUID NOT NULL REFERENCES account (id),
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX session_account ON session (account);
CREATE INDEX session_expires ON session (expires_at);

CREATE TABLE draft (
    account UUID NOT NULL REFERENCES account (id),
    form TEXT NOT NULL,
    sealed_body BYTEA NOT NULL,
    saved_at BIGINT NOT NULL,
    PRIMARY KEY (account, form)
);

-- What somebody has been given to do. What it is stands in the statement; `done_by` is the one that it was done with.
CREATE TABLE task (
    id UUID PRIMARY KEY,
    account UUID NOT NULL REFERENCES account (id),
    person UUID NOT NULL REFERENCES person (id),
    statement UUID NOT NULL REFERENCES statement (id),
    sealed_kind BYTEA NOT NULL,
    due_day BIGINT NOT NULL,
    done_at BIGINT,
    done_by UUID REFERENCES statement (id)
);
CREATE INDEX task_open ON task (account, due_day, id) WHERE done_at IS NULL;
CREATE INDEX task_statement ON task (statement);
CREATE INDEX task_person ON task (person);
CREATE INDEX task_done_by ON task (done_by) WHERE done_by IS NOT NULL;

-- A meeting of pupil health, with its queue of pupils.
CREATE TABLE meeting (
    id UUID PRIMARY KEY,
    unit BIGINT NOT NULL REFERENCES unit (code),
    account UUID NOT NULL REFERENCES account (id),
    begun_at BIGINT NOT NULL,
    ended_at BIGINT,
    sealed_minutes BYTEA
);
CREATE INDEX meeting_unit ON meeting (unit, begun_at);

CREATE TABLE meeting_item (
    meeting UUID NOT NULL REFERENCES meeting (id),
    number BIGINT NOT NULL,
    person UUID NOT NULL REFERENCES person (id),
    statement UUID REFERENCES statement (id),
    passed_at BIGINT,
    PRIMARY KEY (meeting, number)
);

CREATE TABLE calendar_term (
    from_day BIGINT PRIMARY KEY,
    to_day BIGINT NOT NULL
);

-- `study`: a day on which only the staff is at school; it has no name.
CREATE TABLE calendar_break (
    from_day BIGINT NOT NULL,
    to_day BIGINT NOT NULL,
    study BOOLEAN NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (from_day, to_day, study)
);

-- The recurring task of the officer for pupils with protected identity: how many they were, and never who.
CREATE TABLE officer_task (
    due_day BIGINT PRIMARY KEY,
    pupils BIGINT NOT NULL,
    done_at BIGINT,
    done_by UUID REFERENCES account (id)
);
