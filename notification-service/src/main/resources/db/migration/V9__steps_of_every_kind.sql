-- The kinds of duties that had no steps yet. What staff changed stays as it is.
-- The second is what PostgreSQL called it while the table of steps had the first.
ALTER TABLE policy DROP CONSTRAINT IF EXISTS policy_kind_check, DROP CONSTRAINT IF EXISTS policy_kind_check1;
ALTER TABLE policy ADD CONSTRAINT policy_kind_check CHECK (kind IN
  ('QUOTA', 'QUOTA_TERM', 'WINDOW', 'CHECKPOINTS', 'ONE_OFF', 'EACH_TIME_BEFORE', 'EACH_TIME_AFTER', 'STANDING'));

-- Somebody may have taken the id for a policy of his own.
INSERT INTO policy (id, kind, steps)
SELECT CASE WHEN EXISTS (SELECT FROM policy WHERE policy.id = shipped.id) THEN shipped.id || '-shipped' ELSE shipped.id END,
       kind, steps
FROM (VALUES
  ('quota-term', 'QUOTA_TERM', '[
    {"step": "BEFORE", "span": "P18M", "channel": "EMAIL", "task": "NOTICE"},
    {"step": "BEFORE", "span": "P12M", "channel": "EMAIL", "task": "NOTICE"},
    {"step": "BEFORE", "span": "P6M", "channel": "EMAIL", "task": "NOTICE"},
    {"step": "AFTER", "days": 1, "channel": "EMAIL", "task": "EXPLAIN"}]'::jsonb),
  ('each-time-before', 'EACH_TIME_BEFORE', '[
    {"step": "BEFORE", "span": "P45D", "channel": "EMAIL", "task": "NOTICE"},
    {"step": "BEFORE", "days": 10, "channel": "EMAIL", "task": "NOTICE"},
    {"step": "AFTER", "days": 1, "channel": "EMAIL", "task": "EXPLAIN"}]'),
  ('each-time-after', 'EACH_TIME_AFTER', '[
    {"step": "BEFORE", "days": 20, "channel": "EMAIL", "task": "NOTICE"},
    {"step": "BEFORE", "days": 5, "channel": "EMAIL", "task": "NOTICE"},
    {"step": "AFTER", "days": 1, "channel": "EMAIL", "task": "NOTICE"},
    {"step": "AFTER", "days": 3, "channel": "STAFF", "task": "TELEPHONE"},
    {"step": "AFTER", "days": 5, "channel": "LETTER", "task": "FIRST_LETTER"},
    {"step": "AFTER", "days": 15, "channel": "LETTER", "task": "SECOND_LETTER"},
    {"step": "AFTER", "days": 30, "channel": "STAFF", "task": "FURTHER"}]'),
  ('standing', 'STANDING', '[
    {"step": "LEAD", "days": 0, "channel": "EMAIL", "task": "NOTICE"},
    {"step": "BEFORE", "days": 5, "channel": "EMAIL", "task": "NOTICE"},
    {"step": "AFTER", "days": 3, "channel": "STAFF", "task": "TELEPHONE"}]')) AS shipped (id, kind, steps);
