-- What the room does by itself: jobs that come again, what became of each run, and where data is fetched.

-- The recurring job that asked for it, if one did.
ALTER TABLE job ADD COLUMN recurring BLOB;

-- A job that comes again: every so many seconds, or each day at so many minutes after midnight in Sweden. One of the two.
-- `ok_at`: the last run without a fault; `new_at`: the last that brought something. `expect_seconds`: so long without
-- anything new is told to the administrator.
CREATE TABLE recurring (
    id BLOB PRIMARY KEY,
    kind TEXT NOT NULL,
    args TEXT NOT NULL,
    every_seconds INTEGER,
    at_minute INTEGER,
    enabled INTEGER NOT NULL,
    next_at INTEGER NOT NULL,
    since_at INTEGER NOT NULL,
    ok_at INTEGER,
    new_at INTEGER,
    expect_seconds INTEGER,
    CHECK ((every_seconds IS NULL) <> (at_minute IS NULL))
) STRICT;
CREATE INDEX recurring_due ON recurring (next_at) WHERE enabled;

-- One attempt at a job. What came of it may name a file, so it is sealed; `outcome` is one of five words.
CREATE TABLE job_run (
    job BLOB NOT NULL,
    attempt INTEGER NOT NULL,
    kind TEXT NOT NULL,
    recurring BLOB,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    outcome TEXT NOT NULL,
    sealed_said BLOB,
    PRIMARY KEY (job, attempt)
) STRICT;
CREATE INDEX job_run_started ON job_run (started_at, job);

-- Where attendance is fetched: a watched folder or a service. Addresses and secrets are sealed. A source has the id of
-- the recurring job that reads it.
CREATE TABLE source (
    id BLOB PRIMARY KEY,
    kind TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    sealed_settings BLOB NOT NULL,
    sealed_secret BLOB
) STRICT;

-- How far a source has been read, for each kind of thing that it has.
CREATE TABLE source_mark (
    source BLOB NOT NULL REFERENCES source (id),
    part TEXT NOT NULL,
    read_to INTEGER NOT NULL,
    PRIMARY KEY (source, part)
) STRICT;

-- What has been taken from a source, as a keyed hash of its content, so that nothing is taken twice.
CREATE TABLE source_taken (
    source BLOB NOT NULL REFERENCES source (id),
    content_hash BLOB NOT NULL,
    taken_at INTEGER NOT NULL,
    PRIMARY KEY (source, content_hash)
) STRICT;
