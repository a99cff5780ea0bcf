-- What lists and pages read at every request, without reading the rows beside it.

-- Rises whenever schools or the calendar have changed.
ALTER TABLE room ADD COLUMN settings_version BIGINT NOT NULL DEFAULT 0;

-- A list asks of each pupil whether she or he is protected and still enrolled at the school. Few are protected, and the
-- enrolments of one school lie together.
CREATE INDEX person_hidden ON person (id) WHERE protected;
CREATE INDEX enrolment_place ON enrolment (unit, person, from_day, to_day, class);
