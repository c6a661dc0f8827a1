-- A deadline's period may be any stretch of days, and its date may lie behind the period's last day.
ALTER TABLE deadline ADD COLUMN period_to date;
UPDATE deadline SET period_to = (body->>'periodTo')::date;
ALTER TABLE deadline ALTER COLUMN period_to SET NOT NULL;
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
