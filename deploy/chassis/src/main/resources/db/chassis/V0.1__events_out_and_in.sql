-- What is to be sent. A row is written in the transaction of the change that it tells of and deleted
-- after the broker has acknowledged it, so a late commit with an earlier number is never passed over.
CREATE TABLE outbox (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  topic      text NOT NULL,
  key        text NOT NULL,
  type       text NOT NULL,
  event_id   text NOT NULL,
  body       bytea NOT NULL CHECK (octet_length(body) <= 262144),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- How far each partition was read: moved in the same transaction as what was read from it.
CREATE TABLE consumed (
  topic       text NOT NULL,
  partition   integer NOT NULL,
  next_offset bigint NOT NULL,
  heard_at    timestamptz,
  PRIMARY KEY (topic, partition)
);

-- Records that will never be applied as they are, with the reason.
CREATE TABLE dead_letter (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  topic       text NOT NULL,
  partition   integer NOT NULL,
  "offset"    bigint NOT NULL,
  key         text,
  type        text,
  event_id    text,
  value       bytea,
  reason      text NOT NULL,
  detail      text NOT NULL,
  state       text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'REPLAYED', 'DISCARDED')),
  settled_why text,
  received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  settled_at  timestamptz,
  UNIQUE (topic, partition, "offset")
);
CREATE INDEX dead_letter_open ON dead_letter (id) WHERE state = 'OPEN';

GRANT SELECT, INSERT, DELETE ON outbox TO ${app};
GRANT SELECT, INSERT, UPDATE ON consumed, dead_letter TO ${app};
