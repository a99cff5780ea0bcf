-- Thresholds that the room has set, and the figures that a simulator of thresholds reads.

-- Never changed but to be taken back. Of versions that hold on a day, the one with the latest first day counts, and of
-- two with the same first day the one that was set last.
CREATE TABLE threshold_version (
    id BLOB PRIMARY KEY,
    valid_from INTEGER NOT NULL,
    thresholds TEXT NOT NULL,          -- numbers only, as the method pack writes them
    preset TEXT,                       -- id of the routine in the method pack that it was taken from
    sealed_reason BLOB NOT NULL,
    set_at INTEGER NOT NULL,
    set_by BLOB,                       -- account; empty when a command did
    taken_back_at INTEGER,
    taken_back_by BLOB
) STRICT;

-- The name of the list of figures that belongs to what everybody sees.
CREATE TABLE figures (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    name TEXT NOT NULL
) STRICT;
