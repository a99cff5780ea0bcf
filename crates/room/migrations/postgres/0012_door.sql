-- The door to other rooms: who they are, what is on its way to them, and what has come.

-- What other rooms know this one by. Given when the room is opened.
ALTER TABLE room ADD COLUMN uuid UUID;

-- Rooms that people here and there have paired. The name and the address are sealed: they tell whom this authority works
-- with. `sent` and `received` count letters, so that those of one room keep their order.
CREATE TABLE peer (
    id UUID PRIMARY KEY,
    kind TEXT NOT NULL,
    sealed_name BYTEA NOT NULL,
    sealed_address BYTEA NOT NULL,
    public_key BYTEA NOT NULL,
    pinned_at BIGINT NOT NULL,
    unpaired_at BIGINT,
    sent BIGINT NOT NULL,
    received BIGINT NOT NULL
);

-- Letters of this room. `left_at`: when it may first have reached the other. `sealed_reason`: why it ended otherwise than
-- delivered.
CREATE TABLE outbox (
    id UUID PRIMARY KEY,
    peer UUID NOT NULL REFERENCES peer (id),
    place BIGINT NOT NULL,
    episode UUID NOT NULL,
    person UUID NOT NULL REFERENCES person (id),
    zone_hash BYTEA NOT NULL,
    sealed_letter BYTEA NOT NULL,
    made_at BIGINT NOT NULL,
    made_by TEXT NOT NULL,
    state TEXT NOT NULL,
    tries BIGINT NOT NULL,
    next_at BIGINT NOT NULL,
    left_at BIGINT,
    ended_at BIGINT,
    sealed_receipt BYTEA,
    sealed_reason BYTEA,
    UNIQUE (peer, place)
);
CREATE INDEX outbox_waiting ON outbox (peer, place) WHERE state = 'waiting';
CREATE INDEX outbox_episode ON outbox (episode);

-- Letters of other rooms, as they came, with the receipt that was given for each.
CREATE TABLE inbox (
    id UUID PRIMARY KEY,
    peer UUID NOT NULL REFERENCES peer (id),
    place BIGINT NOT NULL,
    episode UUID,
    sealed_letter BYTEA NOT NULL,
    sealed_receipt BYTEA NOT NULL,
    received_at BIGINT NOT NULL,
    applied_at BIGINT,
    UNIQUE (peer, place)
);
CREATE INDEX inbox_waiting ON inbox (received_at, peer, place) WHERE applied_at IS NULL;
