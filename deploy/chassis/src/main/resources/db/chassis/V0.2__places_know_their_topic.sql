-- A topic that was made anew begins at offset 0 again: without its id a stored offset would skip records.
ALTER TABLE consumed ADD COLUMN topic_id text;

-- How far into its own topics this database knows to have sent. What lies beyond was sent by a later
-- state of it than the one that a backup brought back, or just before a crash.
CREATE TABLE relayed (
  topic       text NOT NULL,
  partition   integer NOT NULL,
  topic_id    text,
  next_offset bigint NOT NULL,
  heard_at    timestamptz,
  PRIMARY KEY (topic, partition)
);

-- Topics whose whole content an operator wants to be sent again.
CREATE TABLE republication (
  topic     text PRIMARY KEY,
  wanted_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

GRANT SELECT, INSERT, UPDATE ON relayed TO ${app};
GRANT SELECT, INSERT, DELETE ON republication TO ${app};
