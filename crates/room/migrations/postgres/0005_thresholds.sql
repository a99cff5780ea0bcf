-- Thresholds that the room has set, and the figures that a simulator of thresholds reads.

-- Never changed but to be taken back. Of versions that hold on a day, the one with the latest first day counts, and of
-- two with the same first day the one that was set last.
CREATE TABLE threshold_version (
    id UUID PRIMARY KEY,
    valid_from BIGINT NOT NULL,
    thresholds TEXT NOT NULL,          -- numbers only, as the method pack writes them
    preset TEXT,                       -- id of the routine in the method pack that it was taken from
    sealed_reason BYTEA NOT NULL,
    set_at BIGINT NOT NULL,
    set_by UUID,                       -- account; empty when a command did
    taken_back_at BIGINT,
    taken_back_by UUID
);

-- The name of the list of figures that belongs to what everybody sees.
CREATE TABLE figures (
    one BIGINT PRIMARY KEY CHECK (one = 1),
    name TEXT NOT NULL
);
