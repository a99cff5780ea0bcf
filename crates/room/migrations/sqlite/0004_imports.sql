-- What is delivered: imports and their files, how tables are read, and the numbers of pupils by other systems' keys.

-- An import from the first file until a person has confirmed, discarded or undone it. `sealed_detail` holds what was
-- told: names of files, bad rows, reasons, the comparison with what was there.
CREATE TABLE import (
    id BLOB PRIMARY KEY,
    state TEXT NOT NULL,
    source TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    ended_at INTEGER,
    as_of INTEGER,
    -- The version of the attendance history that it made, if any: what an undo undoes.
    version INTEGER,
    sealed_detail BLOB NOT NULL
) STRICT;
CREATE INDEX import_made ON import (made_at, id);

-- A delivered file, kept sealed until the import is over. `sealed_name` holds its name and how it is read.
CREATE TABLE import_file (
    import BLOB NOT NULL REFERENCES import (id),
    place INTEGER NOT NULL,
    content BLOB NOT NULL,
    bytes INTEGER NOT NULL,
    sealed_name BLOB NOT NULL,
    PRIMARY KEY (import, place)
) STRICT;

-- How the tables of a system are read. The name is inside.
CREATE TABLE profile (
    id BLOB PRIMARY KEY,
    changed_at INTEGER NOT NULL,
    changed_by TEXT NOT NULL,
    sealed_body BLOB NOT NULL
) STRICT;

-- The number of a pupil by a key of another system: a keyed hash, so that the key itself is kept nowhere.
CREATE TABLE pupil_key (
    hash BLOB PRIMARY KEY,
    pupil INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Guardians as the source has them.
CREATE TABLE guardian (
    person BLOB NOT NULL REFERENCES person (id),
    place INTEGER NOT NULL,
    sealed_guardian BLOB NOT NULL,
    PRIMARY KEY (person, place)
) STRICT;
