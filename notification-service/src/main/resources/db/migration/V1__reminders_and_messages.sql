-- Copies of what catalog and status say: thrown away and read again at will.
CREATE TABLE unit_copy     (id text PRIMARY KEY, version bigint NOT NULL, body jsonb NOT NULL);
CREATE TABLE measure_copy  (id text PRIMARY KEY, version bigint NOT NULL, body jsonb NOT NULL);
CREATE TABLE calendar_copy (id text PRIMARY KEY, version bigint NOT NULL, body jsonb NOT NULL);
CREATE TABLE deadline_copy (id text PRIMARY KEY, version bigint NOT NULL, body jsonb NOT NULL);
CREATE TABLE progress_copy (id text PRIMARY KEY, version bigint NOT NULL, body jsonb NOT NULL);

-- What is to be planned again; no deadline named: all. Only added to, so that a change that commits
-- while its deadline is being planned is never lost.
CREATE TABLE to_plan (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  deadline_id text
);

-- Since when a deadline is known here with this date: steps before that moment were never owed by us.
CREATE TABLE deadline_known (
  deadline_id text PRIMARY KEY,
  due_on      date NOT NULL,
  known_at    timestamptz NOT NULL
);

CREATE TABLE contact (
  id         text PRIMARY KEY CHECK (id ~ '^[A-Za-z0-9-]{1,40}$'),
  name       text NOT NULL,
  email      text NOT NULL,
  changed_at timestamptz NOT NULL
);
CREATE TABLE contact_unit (
  contact_id text NOT NULL REFERENCES contact ON DELETE CASCADE,
  unit       text NOT NULL,
  PRIMARY KEY (contact_id, unit)
);
CREATE INDEX contact_unit_unit ON contact_unit (unit);

-- The steps of each kind of duty, as data.
CREATE TABLE policy (
  id      text PRIMARY KEY,
  kind    text NOT NULL CHECK (kind IN ('QUOTA', 'WINDOW', 'CHECKPOINTS', 'ONE_OFF')),
  step    text NOT NULL CHECK (step IN ('LEAD', 'PACE', 'LATEST_START', 'BEFORE', 'DUE', 'AFTER')),
  days    integer CHECK (days BETWEEN 0 AND 500),
  channel text NOT NULL CHECK (channel IN ('EMAIL', 'LETTER', 'STAFF')),
  task    text NOT NULL CHECK (task IN ('NOTICE', 'EXPLAIN', 'REMINDER_LETTER', 'TELEPHONE',
                                        'FIRST_LETTER', 'SECOND_LETTER', 'FURTHER')),
  enabled boolean NOT NULL DEFAULT true
);
COMMENT ON COLUMN policy.days IS
  'Working days before or after; absent for LEAD: as many as the duty itself says';

INSERT INTO policy (id, kind, step, days, channel, task) VALUES
  ('quota-pace',              'QUOTA',       'PACE',         30,   'EMAIL',  'NOTICE'),
  ('quota-latest-start',      'QUOTA',       'LATEST_START', 0,    'EMAIL',  'NOTICE'),
  ('quota-before-5',          'QUOTA',       'BEFORE',       5,    'EMAIL',  'NOTICE'),
  ('quota-explain',           'QUOTA',       'AFTER',        1,    'EMAIL',  'EXPLAIN'),
  ('window-lead',             'WINDOW',      'LEAD',         NULL, 'EMAIL',  'NOTICE'),
  ('window-lead-letter',      'WINDOW',      'LEAD',         NULL, 'LETTER', 'REMINDER_LETTER'),
  ('window-before-5',         'WINDOW',      'BEFORE',       5,    'EMAIL',  'NOTICE'),
  ('window-due',              'WINDOW',      'DUE',          0,    'EMAIL',  'NOTICE'),
  ('window-after-1',          'WINDOW',      'AFTER',        1,    'EMAIL',  'NOTICE'),
  ('window-after-3',          'WINDOW',      'AFTER',        3,    'STAFF',  'TELEPHONE'),
  ('window-after-5',          'WINDOW',      'AFTER',        5,    'LETTER', 'FIRST_LETTER'),
  ('window-after-15',         'WINDOW',      'AFTER',        15,   'LETTER', 'SECOND_LETTER'),
  ('window-after-30',         'WINDOW',      'AFTER',        30,   'STAFF',  'FURTHER'),
  ('checkpoints-before-20',   'CHECKPOINTS', 'BEFORE',       20,   'EMAIL',  'NOTICE'),
  ('checkpoints-before-5',    'CHECKPOINTS', 'BEFORE',       5,    'EMAIL',  'NOTICE'),
  ('checkpoints-after-1',     'CHECKPOINTS', 'AFTER',        1,    'EMAIL',  'NOTICE'),
  ('checkpoints-after-3',     'CHECKPOINTS', 'AFTER',        3,    'STAFF',  'TELEPHONE'),
  ('checkpoints-after-5',     'CHECKPOINTS', 'AFTER',        5,    'LETTER', 'FIRST_LETTER'),
  ('checkpoints-after-15',    'CHECKPOINTS', 'AFTER',        15,   'LETTER', 'SECOND_LETTER'),
  ('checkpoints-after-30',    'CHECKPOINTS', 'AFTER',        30,   'STAFF',  'FURTHER'),
  ('one-off-before-30',       'ONE_OFF',     'BEFORE',       30,   'EMAIL',  'NOTICE'),
  ('one-off-before-10',       'ONE_OFF',     'BEFORE',       10,   'EMAIL',  'NOTICE'),
  ('one-off-before-3',        'ONE_OFF',     'BEFORE',       3,    'EMAIL',  'NOTICE'),
  ('one-off-after-1',         'ONE_OFF',     'AFTER',        1,    'EMAIL',  'NOTICE'),
  ('one-off-after-3',         'ONE_OFF',     'AFTER',        3,    'STAFF',  'TELEPHONE'),
  ('one-off-after-5',         'ONE_OFF',     'AFTER',        5,    'LETTER', 'FIRST_LETTER'),
  ('one-off-after-15',        'ONE_OFF',     'AFTER',        15,   'LETTER', 'SECOND_LETTER'),
  ('one-off-after-30',        'ONE_OFF',     'AFTER',        30,   'STAFF',  'FURTHER');

-- Whoever changes a policy, by whatever way: everything is planned again.
CREATE FUNCTION plan_again() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO to_plan (deadline_id) VALUES (NULL);
  RETURN NULL;
END $$;
CREATE TRIGGER policy_changed AFTER INSERT OR UPDATE OR DELETE ON policy
  FOR EACH STATEMENT EXECUTE FUNCTION plan_again();

-- A message is written once a day for a recipient. Leases run on the database's own clock, not on
-- business time; the token grows with every claim, so that whoever lost the lease records nothing.
CREATE TABLE message (
  id              uuid PRIMARY KEY,
  kind            text NOT NULL CHECK (kind IN ('NOTICE', 'LETTER')),
  recipient       text NOT NULL,
  channel         text NOT NULL CHECK (channel IN ('EMAIL', 'LETTER')),
  day             date NOT NULL,
  state           text NOT NULL CHECK (state IN ('DRAFT', 'READY', 'SENDING', 'SENT', 'IN_DOUBT', 'FAILED')),
  token           bigint NOT NULL DEFAULT 0,
  lease_until     timestamptz,
  attempts        integer NOT NULL DEFAULT 0,
  repeated        boolean NOT NULL DEFAULT false,
  next_attempt_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  mail_id         text NOT NULL UNIQUE,
  address         text,
  subject         text,
  text            text,
  html            text,
  error           text,
  created_at      timestamptz NOT NULL,
  sent_at         timestamptz,
  UNIQUE (kind, recipient, channel, day),
  -- Frozen before it leaves the house: what was sent can be shown as it was sent.
  CHECK (state IN ('DRAFT', 'READY')
         OR (address IS NOT NULL AND subject IS NOT NULL AND text IS NOT NULL AND html IS NOT NULL))
);
COMMENT ON COLUMN message.mail_id IS 'The Message-ID header: the same in every attempt';
CREATE INDEX message_open ON message (next_attempt_at) WHERE state IN ('READY', 'SENDING', 'IN_DOUBT');

CREATE TABLE reminder (
  id               uuid PRIMARY KEY,
  version          bigint NOT NULL DEFAULT 0,
  deadline_id      text NOT NULL,
  unit             text NOT NULL,
  step             text NOT NULL,
  number           integer NOT NULL,
  effective_due_on date NOT NULL,
  channel          text NOT NULL,
  recipient        text,
  state            text NOT NULL CHECK (state IN ('PLANNED', 'HELD', 'AWAITING_SIGNATURE', 'SENT', 'SKIPPED', 'CANCELLED')),
  reason           text,
  message_id       uuid REFERENCES message,
  step_on          date NOT NULL,
  due_at           timestamptz NOT NULL,
  sent_at          timestamptz,
  policy           text NOT NULL,
  task             text NOT NULL,
  UNIQUE NULLS NOT DISTINCT (deadline_id, step, number, effective_due_on, recipient, channel)
);
COMMENT ON COLUMN reminder.version IS 'How often it was published; 0: nobody was told of it';
CREATE INDEX reminder_by_moment ON reminder (due_at, id);
CREATE INDEX reminder_open ON reminder (due_at) WHERE state IN ('PLANNED', 'HELD') AND channel = 'EMAIL';
CREATE INDEX reminder_message ON reminder (message_id);

-- Who may see which deadline in a notice, in which role.
CREATE TABLE told (
  deadline_id text NOT NULL,
  recipient   text NOT NULL,
  role        text NOT NULL CHECK (role IN ('LEAD', 'SUPPORT', 'SUPERVISE')),
  unit        text NOT NULL,
  PRIMARY KEY (deadline_id, recipient, role, unit)
);
CREATE INDEX told_recipient ON told (recipient);

CREATE TABLE release (
  one        boolean PRIMARY KEY DEFAULT true CHECK (one),
  released   boolean NOT NULL,
  reason     text NOT NULL,
  changed_at timestamptz NOT NULL
);

-- When the sender last came round, and since when it may not send.
CREATE TABLE sender (
  one           boolean PRIMARY KEY DEFAULT true CHECK (one),
  ticked_at     timestamptz NOT NULL,
  blocked_since timestamptz,
  blocked_why   text
);
CREATE TABLE stop (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  from_at timestamptz NOT NULL,
  to_at   timestamptz NOT NULL,
  why     text NOT NULL CHECK (why IN ('DOWN', 'NOT_RELEASED', 'STALE')),
  CHECK (from_at <= to_at)
);

CREATE VIEW newest_moment (at) AS
  SELECT max(at) FROM (
    SELECT max(ticked_at) AS at FROM sender
    UNION ALL SELECT max(known_at) FROM deadline_known
    UNION ALL SELECT max(changed_at) FROM contact
    UNION ALL SELECT max(changed_at) FROM release
    UNION ALL SELECT max(greatest(created_at, sent_at)) FROM message) AS each;

GRANT SELECT, INSERT, UPDATE, DELETE ON
  unit_copy, measure_copy, calendar_copy, deadline_copy, progress_copy,
  deadline_known, contact, contact_unit, reminder, message, told TO ${app};
GRANT SELECT, INSERT, DELETE ON to_plan TO ${app};
GRANT SELECT ON policy, newest_moment TO ${app};
GRANT SELECT, INSERT, UPDATE ON release, sender TO ${app};
GRANT SELECT, INSERT ON stop TO ${app};
