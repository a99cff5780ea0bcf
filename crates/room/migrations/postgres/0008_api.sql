-- Tokens by which other systems read. Of the secret only a keyed hash is kept. `units`: the schools, as codes with commas
-- between; none is the whole room. Who answers for a token, and for what, is free text and sealed.
CREATE TABLE api_token (
    id UUID PRIMARY KEY,
    secret_hash BYTEA NOT NULL UNIQUE,
    purpose TEXT NOT NULL,
    zones TEXT NOT NULL,
    units TEXT,
    made_at BIGINT NOT NULL,
    made_by TEXT NOT NULL,
    ends_day BIGINT NOT NULL,
    revoked_at BIGINT,
    used_day BIGINT,
    sealed_owner BYTEA NOT NULL,
    sealed_use BYTEA NOT NULL
);
