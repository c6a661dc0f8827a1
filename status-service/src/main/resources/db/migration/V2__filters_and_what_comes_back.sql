-- By these, lists and the stream of events are filtered: copies, which can be read again.
CREATE TABLE measure (
  id            text PRIMARY KEY,
  version       bigint NOT NULL,
  conference_id text,
  topic_id      text,
  text          text NOT NULL
);
CREATE TABLE unit (
  id      text PRIMARY KEY,
  version bigint NOT NULL,
  code    text,
  members text[] NOT NULL
);
CREATE INDEX unit_members ON unit USING gin (members);
INSERT INTO unit (id, version, code, members)
SELECT DISTINCT ON (key) key, version, body ->> 'code',
       ARRAY(SELECT member ->> 'id' FROM jsonb_array_elements(coalesce(body -> 'members', '[]')) member)
FROM snapshot WHERE topic = 'duban.units' ORDER BY key, version DESC;

-- deadline_version: the newest rule that progress was computed by. While a lost copy is read again, an
-- older one says nothing. again: to be computed anew as soon as everything was read.
ALTER TABLE progress
  ADD COLUMN deadline_version bigint NOT NULL DEFAULT 0,
  ADD COLUMN again boolean NOT NULL DEFAULT false;
CREATE INDEX progress_again ON progress (deadline_id) WHERE again;

-- Taken back from Kafka after the database was restored: what lay beside it did not come back.
ALTER TABLE event ADD COLUMN returned boolean NOT NULL DEFAULT false;
CREATE INDEX event_recorded ON event (recorded_at, id);

GRANT SELECT, INSERT, UPDATE ON measure, unit TO ${app};

ALTER TABLE deadline ADD COLUMN title text;
UPDATE deadline SET title = body ->> 'title';
