-- Contacts, policies and the switch are edited from a version.
ALTER TABLE contact DROP CONSTRAINT contact_id_check;
ALTER TABLE contact
  ADD CHECK (id ~ '^[A-Za-z0-9-]{1,60}$'),
  ADD COLUMN version bigint NOT NULL DEFAULT 1,
  ADD COLUMN active boolean NOT NULL DEFAULT true;
ALTER TABLE release ADD COLUMN version bigint NOT NULL DEFAULT 1;

-- A policy is the whole list of steps of a kind of duty: of all, of one obligation, or of one unit.
ALTER TABLE policy RENAME TO policy_step;
ALTER TABLE policy_step RENAME CONSTRAINT policy_pkey TO policy_step_pkey;
CREATE TABLE policy (
  id         text PRIMARY KEY CHECK (id ~ '^[A-Za-z0-9-]{1,60}$'),
  version    bigint NOT NULL DEFAULT 1,
  kind       text NOT NULL CHECK (kind IN ('QUOTA', 'WINDOW', 'CHECKPOINTS', 'ONE_OFF')),
  obligation text,
  unit       text,
  enabled    boolean NOT NULL DEFAULT true,
  steps      jsonb NOT NULL,
  CHECK (obligation IS NULL OR unit IS NULL),
  UNIQUE NULLS NOT DISTINCT (kind, obligation, unit)
);
INSERT INTO policy (id, kind, steps)
  SELECT lower(replace(kind, '_', '-')), kind,
         jsonb_agg(jsonb_strip_nulls(jsonb_build_object('step', step,
             'days', CASE WHEN step NOT IN ('LATEST_START', 'DUE') THEN days END,
             'channel', channel, 'task', task))
           ORDER BY array_position(ARRAY['LEAD', 'PACE', 'LATEST_START', 'BEFORE', 'DUE', 'AFTER'], step),
                    CASE WHEN step = 'BEFORE' THEN -days ELSE days END, channel)
  FROM policy_step WHERE enabled GROUP BY kind;
UPDATE reminder SET policy = lower(replace(kind, '_', '-')) FROM policy_step
  WHERE policy_step.id = reminder.policy;
DROP TABLE policy_step;
CREATE TRIGGER policy_changed AFTER INSERT OR UPDATE OR DELETE ON policy
  FOR EACH STATEMENT EXECUTE FUNCTION plan_again();
GRANT SELECT, INSERT, UPDATE ON policy TO ${app};
