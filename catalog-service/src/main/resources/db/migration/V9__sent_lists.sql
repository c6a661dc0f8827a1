-- A unit's yearly list as it was sent: it stays so, whatever becomes of the rules.
CREATE TABLE sent_list (
  id          uuid PRIMARY KEY,
  sending_id  uuid NOT NULL,
  year        integer NOT NULL,
  unit_id     text NOT NULL REFERENCES unit (id),
  sent_on     date NOT NULL,
  version     integer NOT NULL,
  body        jsonb NOT NULL,
  recorded_at timestamptz NOT NULL,
  items       integer GENERATED ALWAYS AS (jsonb_array_length(body->'items')) STORED
);
CREATE INDEX sent_list_sent ON sent_list (sent_on, id);
CREATE INDEX sent_list_unit ON sent_list (unit_id, sent_on, id);
CREATE INDEX sent_list_sending ON sent_list (sending_id);

CREATE OR REPLACE VIEW newest_moment AS
  SELECT max(at) AS at FROM (
    SELECT max(recorded_at) AS at FROM unit
    UNION ALL SELECT max(recorded_at) FROM document
    UNION ALL SELECT max(recorded_at) FROM measure
    UNION ALL SELECT max(recorded_at) FROM term
    UNION ALL SELECT max(recorded_at) FROM calendar
    UNION ALL SELECT max(recorded_at) FROM obligation
    UNION ALL SELECT max(recorded_at) FROM attribute
    UNION ALL SELECT max(recorded_at) FROM occasion_type
    UNION ALL SELECT max(recorded_at) FROM occasion
    UNION ALL SELECT max(recorded_at) FROM sent_list
    UNION ALL SELECT max(made_at) FROM deadline
    UNION ALL SELECT max(loaded_at) FROM loaded_catalogue
  ) AS recorded;

GRANT SELECT, INSERT, UPDATE (version) ON sent_list TO ${app};
