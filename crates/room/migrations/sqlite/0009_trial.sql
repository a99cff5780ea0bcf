-- What a school needs for a trial: a way in without the telephone, and what it knows of its backups.

-- Codes that are used instead of one from the app, each once. `code_hash` is keyed, and covers the account.
CREATE TABLE recovery_code (
    code_hash BLOB PRIMARY KEY,
    account BLOB NOT NULL REFERENCES account (id),
    made_at INTEGER NOT NULL,
    used_at INTEGER
) STRICT;
CREATE INDEX recovery_code_account ON recovery_code (account);

-- Backups that this room made: where each was put, so that what destroys the room finds them.
CREATE TABLE backup (
    id BLOB PRIMARY KEY,
    made_at INTEGER NOT NULL,
    sealed_file BLOB NOT NULL,
    size INTEGER NOT NULL,
    digest BLOB NOT NULL,
    removed_at INTEGER
) STRICT;
