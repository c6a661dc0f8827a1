-- Copies of what the catalog says: every version that was heard, so that an answer about what was
-- known at a moment stays the same; they can be thrown away and read again from the topics.
CREATE TABLE snapshot (
  topic    text NOT NULL,
  key      text NOT NULL,
  version  bigint NOT NULL,
  heard_at timestamptz NOT NULL,
  body     jsonb NOT NULL,
  PRIMARY KEY (topic, key, version)
);

-- The newest version of each deadline, with the columns by which lists are filtered.
CREATE TABLE deadline (
  id            uuid PRIMARY KEY,
  version       bigint NOT NULL,
  status        text NOT NULL,
  measure_id    text NOT NULL,
  obligation_id text,
  unit_id       text NOT NULL,
  unit_code     text,
  kind          text NOT NULL,
  period        text,
  opens_on      date NOT NULL,
  body          jsonb NOT NULL
);
CREATE INDEX deadline_measure ON deadline (measure_id);
CREATE INDEX deadline_unit ON deadline (unit_id);
CREATE INDEX deadline_opens ON deadline (opens_on) WHERE status = 'ACTIVE';

-- The end of each measure's chain. Whoever appends locks its row first.
CREATE TABLE chain_head (
  measure_id  text PRIMARY KEY,
  seq         bigint NOT NULL,
  hash        text NOT NULL,
  recorded_at timestamptz
);

-- The record itself. body holds the exact bytes that are hashed and sent; the columns beside it are
-- taken from them. request and answer make the same request again give the first answer.
CREATE TABLE event (
  id           uuid PRIMARY KEY,
  measure_id   text NOT NULL,
  seq          bigint NOT NULL CHECK (seq > 0),
  deadline_id  uuid NOT NULL,
  type         text NOT NULL,
  effective_on date NOT NULL,
  recorded_at  timestamptz NOT NULL,
  body         bytea NOT NULL,
  hash         text NOT NULL,
  request      text,
  answer       text,
  UNIQUE (measure_id, seq)
);
CREATE INDEX event_deadline ON event (deadline_id, seq);
CREATE UNIQUE INDEX event_assigned_once ON event (deadline_id) WHERE type = 'ASSIGNED';

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the record is append-only: % of table % is refused', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_no_truncate BEFORE TRUNCATE ON event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What is personal lies beside the chain, which holds only its salted hash: a row can be erased
-- without breaking the chain.
CREATE TABLE event_private (
  event_id uuid PRIMARY KEY REFERENCES event,
  salt     bytea NOT NULL,
  content  jsonb NOT NULL
);

-- State as computed from the events, for speed, and the version that was last told. It can be thrown
-- away and computed again.
CREATE TABLE progress (
  deadline_id      uuid PRIMARY KEY,
  version          bigint NOT NULL,
  state            text NOT NULL,
  counted          integer NOT NULL,
  required         integer,
  effective_due_on date NOT NULL,
  due_from         text NOT NULL,
  fulfilled_on     date
);
CREATE INDEX progress_due ON progress (effective_due_on, deadline_id);

CREATE VIEW newest_moment AS SELECT max(recorded_at) AS at FROM chain_head;

GRANT SELECT, INSERT ON snapshot TO ${app};
GRANT SELECT, INSERT, UPDATE ON deadline, chain_head TO ${app};
GRANT SELECT, INSERT ON event TO ${app};
GRANT SELECT, INSERT, DELETE ON event_private TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON progress TO ${app};
GRANT SELECT ON newest_moment TO ${app};
