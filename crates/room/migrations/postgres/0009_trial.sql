-- What a school needs for a trial: a way in without the telephone, and what it knows of its backups.

-- Codes that are used instead of one from the app, each once. `code_hash` is keyed, and covers the account.
CREATE TABLE recovery_code (
    code_hash BYTEA PRIMARY KEY,
    account UUID NOT NULL REFERENCES account (id),
    made_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX recovery_code_account ON recovery_code (account);

-- Backups that this room made: where each was put, so that what destroys the room finds them.
CREATE TABLE backup (
    id UUID PRIMARY KEY,
    made_at BIGINT NOT NULL,
    sealed_file BYTEA NOT NULL,
    size BIGINT NOT NULL,
    digest BYTEA NOT NULL,
    removed_at BIGINT
);
