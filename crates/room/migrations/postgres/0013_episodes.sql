-- Episodes: where each stands, as its shared statements have it. Computed anew by each of them.

-- `stage`: how far it has come; every end is 'ended'. Which end it was tells of consent, so it is sealed. `next_day`: when
-- something is to be done. `unit`: the school that referred, or the team's unit.
CREATE TABLE episode (
    id UUID PRIMARY KEY,
    person UUID NOT NULL REFERENCES person (id),
    side TEXT NOT NULL,
    unit BIGINT NOT NULL,
    peer UUID REFERENCES peer (id),
    programme TEXT NOT NULL,
    stage TEXT NOT NULL,
    sealed_state BYTEA NOT NULL,
    next_day BIGINT
);
CREATE INDEX episode_person ON episode (person);
CREATE INDEX episode_unit ON episode (unit);

-- Who works in an episode, from and to, both included.
CREATE TABLE episode_assigned (
    episode UUID NOT NULL REFERENCES episode (id),
    account UUID NOT NULL,
    from_day BIGINT NOT NULL,
    to_day BIGINT,
    PRIMARY KEY (episode, account, from_day)
);
CREATE INDEX statement_episode ON statement (episode, lamport) WHERE episode IS NOT NULL;
