-- A deadline's period may be any stretch of days, and its date may lie behind the period's last day. Pods
-- of the release before leave it empty; greatest() passes over that.
ALTER TABLE deadline ADD COLUMN period_to date;
UPDATE deadline SET period_to = (body->>'periodTo')::date;
CREATE INDEX deadline_reaches ON deadline (greatest(period_to, due_on));

-- What staff answered where a duty asks of each unit whether it applies to it.
CREATE TABLE applicability (
  obligation_id text NOT NULL REFERENCES obligation (id),
  unit_id       text NOT NULL REFERENCES unit (id),
  applies       boolean NOT NULL,
  version       integer NOT NULL DEFAULT 1,
  recorded_at   timestamptz NOT NULL,
  PRIMARY KEY (obligation_id, unit_id)
);
GRANT SELECT, INSERT, UPDATE ON applicability TO ${app};

-- Rules of before speak of attributes that nobody has named yet.
INSERT INTO attribute (name, label, type, recorded_at)
SELECT DISTINCT ON (c->>'attribute') c->>'attribute', c->>'attribute',
       CASE WHEN c ? 'atLeast' OR c ? 'atMost' OR jsonb_typeof(c->'is') = 'number' THEN 'NUMBER'
            WHEN jsonb_typeof(c->'is') = 'boolean' THEN 'YES_NO' ELSE 'TEXT' END,
       o.recorded_at
FROM obligation o, jsonb_array_elements(o.body->'rule'->'conditions') AS c
WHERE jsonb_typeof(o.body->'rule'->'conditions') = 'array'
ORDER BY c->>'attribute'
ON CONFLICT DO NOTHING;
