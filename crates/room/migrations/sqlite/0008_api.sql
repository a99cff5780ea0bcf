-- Tokens by which other systems read. Of the secret only a keyed hash is kept. `units`: the schools, as codes with commas
-- between; none is the whole room. Who answers for a token, and for what, is free text and sealed.
CREATE TABLE api_token (
    id BLOB PRIMARY KEY,
    secret_hash BLOB NOT NULL UNIQUE,
    purpose TEXT NOT NULL,
    zones TEXT NOT NULL,
    units TEXT,
    made_at INTEGER NOT NULL,
    made_by TEXT NOT NULL,
    ends_day INTEGER NOT NULL,
    revoked_at INTEGER,
    used_day INTEGER,
    sealed_owner BLOB NOT NULL,
    sealed_use BLOB NOT NULL
) STRICT;
