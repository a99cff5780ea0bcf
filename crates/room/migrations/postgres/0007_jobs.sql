-- What the room does by itself: jobs that come again, what became of each run, and where data is fetched.

-- The recurring job that asked for it, if one did.
ALTER TABLE job ADD COLUMN recurring UUID;

-- A job that comes again: every so many seconds, or each day at so many minutes after midnight in Sweden. One of the two.
-- `ok_at`: the last run without a fault; `new_at`: the last that brought something. `expect_seconds`: so long without
-- anything new is told to the administrator.
CREATE TABLE recurring (
    id UUID PRIMARY KEY,
    kind TEXT NOT NULL,
    args TEXT NOT NULL,
    every_seconds BIGINT,
    at_minute BIGINT,
    enabled BOOLEAN NOT NULL,
    next_at BIGINT NOT NULL,
    since_at BIGINT NOT NULL,
    ok_at BIGINT,
    new_at BIGINT,
    expect_seconds BIGINT,
    CHECK ((every_seconds IS NULL) <> (at_minute IS NULL))
);
CREATE INDEX recurring_due ON recurring (next_at) WHERE enabled;

-- One attempt at a job. What came of it may name a file, so it is sealed; `outcome` is one of five words.
CREATE TABLE job_run (
    job UUID NOT NULL,
    attempt BIGINT NOT NULL,
    kind TEXT NOT NULL,
    recurring UUID,
    started_at BIGINT NOT NULL,
    ended_at BIGINT,
    outcome TEXT NOT NULL,
    sealed_said BYTEA,
    PRIMARY KEY (job, attempt)
);
CREATE INDEX job_run_started ON job_run (started_at, job);

-- Where attendance is fetched: a watched folder or a service. Addresses and secrets are sealed. A source has the id of
-- the recurring job that reads it.
CREATE TABLE source (
    id UUID PRIMARY KEY,
    kind TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    sealed_settings BYTEA NOT NULL,
    sealed_secret BYTEA
);

-- How far a source has been read, for each kind of thing that it has.
CREATE TABLE source_mark (
    source UUID NOT NULL REFERENCES source (id),
    part TEXT NOT NULL,
    read_to BIGINT NOT NULL,
    PRIMARY KEY (source, part)
);

-- What has been taken from a source, as a keyed hash of its content, so that nothing is taken twice.
CREATE TABLE source_taken (
    source UUID NOT NULL REFERENCES source (id),
    content_hash BYTEA NOT NULL,
    taken_at BIGINT NOT NULL,
    PRIMARY KEY (source, content_hash)
);
