-- What is delivered: imports and their files, how tables are read, and the numbers of pupils by other systems' keys.

-- An import from the first file until a person has confirmed, discarded or undone it. `sealed_detail` holds what was
-- told: names of files, bad rows, reasons, the comparison with what was there.
CREATE TABLE import (
    id UUID PRIMARY KEY,
    state TEXT NOT NULL,
    source TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    ended_at BIGINT,
    as_of BIGINT,
    -- The version of the attendance history that it made, if any: what an undo undoes.
    version BIGINT,
    sealed_detail BYTEA NOT NULL
);
CREATE INDEX import_made ON import (made_at, id);

-- A delivered file, kept sealed until the import is over. `sealed_name` holds its name and how it is read.
CREATE TABLE import_file (
    import UUID NOT NULL REFERENCES import (id),
    place BIGINT NOT NULL,
    content UUID NOT NULL,
    bytes BIGINT NOT NULL,
    sealed_name BYTEA NOT NULL,
    PRIMARY KEY (import, place)
);

-- How the tables of a system are read. The name is inside.
CREATE TABLE profile (
    id UUID PRIMARY KEY,
    changed_at BIGINT NOT NULL,
    changed_by TEXT NOT NULL,
    sealed_body BYTEA NOT NULL
);

-- The number of a pupil by a key of another system: a keyed hash, so that the key itself is kept nowhere.
CREATE TABLE pupil_key (
    hash BYTEA PRIMARY KEY,
    pupil BIGINT NOT NULL
);

-- Guardians as the source has them.
CREATE TABLE guardian (
    person UUID NOT NULL REFERENCES person (id),
    place BIGINT NOT NULL,
    sealed_guardian BYTEA NOT NULL,
    PRIMARY KEY (person, place)
);
