-- Who wrote which version of what, for good: a mark that tells nothing of the person.
CREATE TABLE authorship (
  number  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  thing   text NOT NULL,
  id      text NOT NULL,
  version bigint NOT NULL,
  actor   text,
  unit    text,
  at      timestamptz NOT NULL,
  UNIQUE (thing, id, version)
);
COMMENT ON COLUMN authorship.actor IS 'Absent where the office lets people write without a token';

-- The names beside it, as the tokens last said. A row is deleted when its person is to be forgotten.
CREATE TABLE author (
  actor text PRIMARY KEY,
  name  text NOT NULL
);

GRANT SELECT, INSERT ON authorship TO ${app};
GRANT SELECT, INSERT, UPDATE ON author TO ${app};
