-- The door to other rooms: who they are, what is on its way to them, and what has come.

-- What other rooms know this one by. Given when the room is opened.
ALTER TABLE room ADD COLUMN uuid BLOB;

-- Rooms that people here and there have paired. The name and the address are sealed: they tell whom this authority works
-- with. `sent` and `received` count letters, so that those of one room keep their order.
CREATE TABLE peer (
    id BLOB PRIMARY KEY,
    kind TEXT NOT NULL,
    sealed_name BLOB NOT NULL,
    sealed_address BLOB NOT NULL,
    public_key BLOB NOT NULL,
    pinned_at INTEGER NOT NULL,
    unpaired_at INTEGER,
    sent INTEGER NOT NULL,
    received INTEGER NOT NULL
) STRICT;

-- Letters of this room. `left_at`: when it may first have reached the other. `sealed_reason`: why it ended otherwise than
-- delivered.
CREATE TABLE outbox (
    id BLOB PRIMARY KEY,
    peer BLOB NOT NULL REFERENCES peer (id),
    place INTEGER NOT NULL,
    episode BLOB NOT NULL,
    person BLOB NOT NULL REFERENCES person (id),
    zone_hash BLOB NOT NULL,
    sealed_letter BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    made_by TEXT NOT NULL,
    state TEXT NOT NULL,
    tries INTEGER NOT NULL,
    next_at INTEGER NOT NULL,
    left_at INTEGER,
    ended_at INTEGER,
    sealed_receipt BLOB,
    sealed_reason BLOB,
    UNIQUE (peer, place)
) STRICT;
CREATE INDEX outbox_waiting ON outbox (peer, place) WHERE state = 'waiting';
CREATE INDEX outbox_episode ON outbox (episode);

-- Letters of other rooms, as they came, with the receipt that was given for each.
CREATE TABLE inbox (
    id BLOB PRIMARY KEY,
    peer BLOB NOT NULL REFERENCES peer (id),
    place INTEGER NOT NULL,
    episode BLOB,
    sealed_letter BLOB NOT NULL,
    sealed_receipt BLOB NOT NULL,
    received_at INTEGER NOT NULL,
    applied_at INTEGER,
    UNIQUE (peer, place)
) STRICT;
CREATE INDEX inbox_waiting ON inbox (received_at, peer, place) WHERE applied_at IS NULL;
