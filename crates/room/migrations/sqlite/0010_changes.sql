-- An import writes only what it changes.

-- Rises whenever what lists and pages read has changed: with another generation, or within the current one.
ALTER TABLE room ADD COLUMN results_version INTEGER NOT NULL DEFAULT 0;

-- The version of the people when somebody was last taken in or left a school, and the version that a generation has heard
-- of: whoever has a higher one may have a row too many, too few or with another class.
ALTER TABLE person ADD COLUMN touched INTEGER NOT NULL DEFAULT 0;
CREATE INDEX person_touched ON person (touched);
ALTER TABLE generation ADD COLUMN people_version INTEGER NOT NULL DEFAULT 0;

-- Keyed digest of the roster row that an enrolment was last written from: whether a row says the same again. 0: unknown.
ALTER TABLE enrolment ADD COLUMN digest INTEGER NOT NULL DEFAULT 0;

-- What the scan was asked, as a digest: days, terms, thresholds and lists. Where files, people and this are the same,
-- another scan says the same.
ALTER TABLE generation ADD COLUMN rule BLOB;

-- Keyed digest of all that the row says, what is sealed too: whether another scan says the same. `place_*` is since then
-- a number by which a list comes in its order, and depends on nobody else.
ALTER TABLE standing ADD COLUMN digest INTEGER NOT NULL DEFAULT 0;

-- What the pupils of a stage (0 to 2) of the whole room did in a week, in minutes: of 21 pupils or more. S10 takes the
-- season away by it.
CREATE TABLE season (
    generation INTEGER NOT NULL REFERENCES generation (number),
    week INTEGER NOT NULL,
    stage INTEGER NOT NULL,
    absent INTEGER NOT NULL,
    reported INTEGER NOT NULL,
    pupils INTEGER NOT NULL,
    PRIMARY KEY (generation, week, stage)
) STRICT, WITHOUT ROWID;
