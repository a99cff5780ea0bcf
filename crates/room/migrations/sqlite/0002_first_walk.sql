-- The first walk in the browser: what a scan leaves behind, what has been done about it, and who may sign in.

ALTER TABLE room ADD COLUMN demo INTEGER NOT NULL DEFAULT 0;
-- The generation that lists read; none before the first scan.
ALTER TABLE room ADD COLUMN current_generation INTEGER;

ALTER TABLE unit ADD COLUMN district TEXT NOT NULL DEFAULT '';
ALTER TABLE unit ADD COLUMN first_import_day INTEGER;
ALTER TABLE unit ADD COLUMN sitting_done_at INTEGER;

-- What a scan left. Rows are written under a new number, and one small change makes that number the current one.
CREATE TABLE generation (
    number INTEGER PRIMARY KEY,
    as_of INTEGER NOT NULL,
    attendance_version INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    pupils INTEGER NOT NULL,
    given_up INTEGER NOT NULL DEFAULT 0
) STRICT;

-- A pupil at a school where she or he is enrolled: one row for each such school, which is what a list shows. `signals`
-- has a bit for each signal; `place_*` is the place on a list over the whole room, none when not on it; `recent` has a
-- byte for each of ten weeks. `home`: the school that the figures are counted at.
CREATE TABLE standing (
    generation INTEGER NOT NULL REFERENCES generation (number),
    person BLOB NOT NULL REFERENCES person (id),
    unit INTEGER NOT NULL REFERENCES unit (code),
    class TEXT NOT NULL,
    home INTEGER NOT NULL,
    level INTEGER NOT NULL,
    signals INTEGER NOT NULL,
    band INTEGER NOT NULL,
    level5 INTEGER NOT NULL,
    since_day INTEGER,
    place_school INTEGER,
    place_team INTEGER,
    first_reader INTEGER NOT NULL,
    absent INTEGER NOT NULL,
    reported INTEGER NOT NULL,
    stale INTEGER NOT NULL,
    recent BLOB NOT NULL,
    sealed_peers BLOB,
    PRIMARY KEY (generation, person, unit)
) STRICT, WITHOUT ROWID;
-- Every answer is journalled, and after every commit SQLite reads its pages anew: what a list is counted by stands in the
-- index, and what it is joined to lies in one tree each.
CREATE INDEX standing_school ON standing (generation, place_school) WHERE place_school IS NOT NULL;
CREATE INDEX standing_school_unit ON standing
    (generation, unit, place_school, class, level, signals, band, level5) WHERE place_school IS NOT NULL;
CREATE INDEX standing_team ON standing (generation, place_team) WHERE place_team IS NOT NULL;
CREATE INDEX standing_team_unit ON standing
    (generation, unit, place_team, class, level, signals, band, level5) WHERE place_team IS NOT NULL;

-- Absence of the pupils of a school and level, in permille: quartiles, of ten pupils or more.
CREATE TABLE peer_week (
    generation INTEGER NOT NULL REFERENCES generation (number),
    unit INTEGER NOT NULL,
    level INTEGER NOT NULL,
    week INTEGER NOT NULL,
    low INTEGER NOT NULL,
    mid INTEGER NOT NULL,
    high INTEGER NOT NULL,
    PRIMARY KEY (generation, unit, level, week)
) STRICT, WITHOUT ROWID;

-- How much of what was scheduled is reported, in minutes.
CREATE TABLE reporting (
    generation INTEGER NOT NULL REFERENCES generation (number),
    unit INTEGER NOT NULL,
    week INTEGER NOT NULL,
    scheduled INTEGER NOT NULL,
    reported INTEGER NOT NULL,
    PRIMARY KEY (generation, unit, week)
) STRICT, WITHOUT ROWID;

-- Pupils of a school, and those whose reporting or timetable somebody should see to.
CREATE TABLE reporting_unit (
    generation INTEGER NOT NULL REFERENCES generation (number),
    unit INTEGER NOT NULL,
    pupils INTEGER NOT NULL,
    questions INTEGER NOT NULL,
    PRIMARY KEY (generation, unit)
) STRICT, WITHOUT ROWID;

-- All that a step means for the mark: no kind, no zone, no text.
CREATE TABLE step_fact (
    statement BLOB PRIMARY KEY REFERENCES statement (id),
    person BLOB NOT NULL REFERENCES person (id),
    day INTEGER NOT NULL,
    until INTEGER,
    seen_signals INTEGER NOT NULL,
    seen_band INTEGER NOT NULL,
    seen_level5 INTEGER NOT NULL,
    retracted INTEGER NOT NULL
) STRICT;
CREATE INDEX step_fact_person ON step_fact (person);

-- The mark on the work list, computed from step_fact by each change. `statement` is the step of acted_day;
-- `cleared_by`, of cleared_day, is the one that cleared it until cleared_until.
CREATE TABLE mark (
    person BLOB PRIMARY KEY REFERENCES person (id),
    acted_day INTEGER,
    statement BLOB REFERENCES statement (id),
    cleared_by BLOB REFERENCES statement (id),
    cleared_day INTEGER,
    cleared_until INTEGER,
    seen_signals INTEGER NOT NULL,
    seen_band INTEGER NOT NULL,
    seen_level5 INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Who may sign in. `login_hash` is keyed.
CREATE TABLE account (
    id BLOB PRIMARY KEY,
    login_hash BLOB NOT NULL UNIQUE,
    sealed_login BLOB NOT NULL,
    sealed_name BLOB NOT NULL,
    sealed_password BLOB,
    -- Whether somebody else made the password, so that she or he must choose another.
    password_given INTEGER NOT NULL DEFAULT 0,
    sealed_totp BLOB,
    totp_last_step INTEGER,
    disabled_at INTEGER,
    created_at INTEGER NOT NULL,
    -- The account of whoever made it; none when a command on the machine or the first-run page did.
    made_by BLOB
) STRICT;

-- Tries to sign in that failed, by login, whether or not there is such an account. `login_hash` is keyed.
CREATE TABLE sign_in_try (
    login_hash BLOB PRIMARY KEY,
    failures INTEGER NOT NULL,
    failed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sign_in_try_failed ON sign_in_try (failed_at);

-- In the order in which they were given: the first is the title.
CREATE TABLE account_role (
    account BLOB NOT NULL REFERENCES account (id),
    place INTEGER NOT NULL,
    role TEXT NOT NULL,
    unit INTEGER,
    class TEXT,
    PRIMARY KEY (account, place)
) STRICT;

-- `token_hash` is the hash of a secret that only the browser has.
CREATE TABLE session (
    token_hash BLOB PRIMARY KEY,
    account BLOB NOT NULL REFERENCES account (id),
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX session_account ON session (account);
CREATE INDEX session_expires ON session (expires_at);

CREATE TABLE draft (
    account BLOB NOT NULL REFERENCES account (id),
    form TEXT NOT NULL,
    sealed_body BLOB NOT NULL,
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (account, form)
) STRICT;

-- What somebody has been given to do. What it is stands in the statement; `done_by` is the one that it was done with.
CREATE TABLE task (
    id BLOB PRIMARY KEY,
    account BLOB NOT NULL REFERENCES account (id),
    person BLOB NOT NULL REFERENCES person (id),
    statement BLOB NOT NULL REFERENCES statement (id),
    sealed_kind BLOB NOT NULL,
    due_day INTEGER NOT NULL,
    done_at INTEGER,
    done_by BLOB REFERENCES statement (id)
) STRICT;
CREATE INDEX task_open ON task (account, due_day, id) WHERE done_at IS NULL;
CREATE INDEX task_statement ON task (statement);
CREATE INDEX task_person ON task (person);
CREATE INDEX task_done_by ON task (done_by) WHERE done_by IS NOT NULL;

-- A meeting of pupil health, with its queue of pupils.
CREATE TABLE meeting (
    id BLOB PRIMARY KEY,
    unit INTEGER NOT NULL REFERENCES unit (code),
    account BLOB NOT NULL REFERENCES account (id),
    begun_at INTEGER NOT NULL,
    ended_at INTEGER,
    sealed_minutes BLOB
) STRICT;
CREATE INDEX meeting_unit ON meeting (unit, begun_at);

CREATE TABLE meeting_item (
    meeting BLOB NOT NULL REFERENCES meeting (id),
    number INTEGER NOT NULL,
    person BLOB NOT NULL REFERENCES person (id),
    statement BLOB REFERENCES statement (id),
    passed_at INTEGER,
    PRIMARY KEY (meeting, number)
) STRICT;

CREATE TABLE calendar_term (
    from_day INTEGER PRIMARY KEY,
    to_day INTEGER NOT NULL
) STRICT;

-- `study`: a day on which only the staff is at school; it has no name.
CREATE TABLE calendar_break (
    from_day INTEGER NOT NULL,
    to_day INTEGER NOT NULL,
    study INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (from_day, to_day, study)
) STRICT;

-- The recurring task of the officer for pupils with protected identity: how many they were, and never who.
CREATE TABLE officer_task (
    due_day INTEGER PRIMARY KEY,
    pupils INTEGER NOT NULL,
    done_at INTEGER,
    done_by BLOB REFERENCES account (id)
) STRICT;
