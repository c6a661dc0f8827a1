-- What is shown and published of a thing is its body; the columns beside it are those that lists filter
-- by and that other tables refer to. A version grows only with a change of the body.

CREATE TABLE unit (
  id          text PRIMARY KEY,
  code        text NOT NULL UNIQUE,
  name        text NOT NULL,
  aliases     text NOT NULL,
  kind        text NOT NULL,
  relation    text,
  superior_id text REFERENCES unit (id),
  version     integer NOT NULL,
  body        jsonb NOT NULL,
  recorded_at timestamptz NOT NULL
);
CREATE INDEX unit_superior ON unit (superior_id);

CREATE TABLE unit_member (
  group_id  text NOT NULL REFERENCES unit (id),
  member_id text NOT NULL REFERENCES unit (id),
  PRIMARY KEY (group_id, member_id)
);
CREATE INDEX unit_member_of ON unit_member (member_id);

CREATE TABLE document (
  id          text PRIMARY KEY,
  title       text NOT NULL,
  owner_id    text NOT NULL REFERENCES unit (id),
  openness    text NOT NULL CHECK (openness IN ('OPEN', 'INTERNAL')),
  sha256      text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  line_count  integer NOT NULL,
  recorded_at timestamptz NOT NULL
);

-- A source text never changes; another edition is another document.
CREATE TABLE document_line (
  document_id text NOT NULL REFERENCES document (id),
  number      integer NOT NULL,
  text        text NOT NULL,
  PRIMARY KEY (document_id, number)
);

CREATE TABLE conference (
  document_id text NOT NULL REFERENCES document (id),
  id          text NOT NULL,
  name        text NOT NULL,
  year        integer NOT NULL,
  PRIMARY KEY (document_id, id)
);

CREATE TABLE topic (
  document_id text NOT NULL REFERENCES document (id),
  id          text NOT NULL,
  name        text NOT NULL,
  position    integer NOT NULL,
  PRIMARY KEY (document_id, id)
);

CREATE TABLE measure (
  id            text PRIMARY KEY,
  document_id   text NOT NULL,
  conference_id text NOT NULL,
  topic_id      text NOT NULL,
  ordinal       integer NOT NULL,
  line          integer NOT NULL,
  text          text NOT NULL,
  flags         text NOT NULL,
  version       integer NOT NULL,
  body          jsonb NOT NULL,
  recorded_at   timestamptz NOT NULL,
  FOREIGN KEY (document_id, conference_id) REFERENCES conference (document_id, id),
  FOREIGN KEY (document_id, topic_id) REFERENCES topic (document_id, id),
  FOREIGN KEY (document_id, line) REFERENCES document_line (document_id, number),
  UNIQUE (document_id, conference_id, topic_id, ordinal),
  UNIQUE (document_id, line)
);

CREATE TABLE term (
  id          text PRIMARY KEY,
  level       text NOT NULL,
  name        text,
  starts_on   date NOT NULL,
  ends_on     date NOT NULL CHECK (ends_on >= starts_on),
  inferred    boolean NOT NULL,
  recorded_at timestamptz NOT NULL
);

CREATE TABLE calendar (
  year        integer PRIMARY KEY,
  provisional boolean NOT NULL,
  version     integer NOT NULL,
  body        jsonb NOT NULL,
  recorded_at timestamptz NOT NULL
);

CREATE TABLE obligation (
  id            text PRIMARY KEY,
  measure_id    text NOT NULL REFERENCES measure (id),
  kind          text NOT NULL,
  strength      text NOT NULL,
  title         text NOT NULL,
  in_force_from date NOT NULL,
  version       integer NOT NULL,
  body          jsonb NOT NULL,
  recorded_at   timestamptz NOT NULL
);
CREATE INDEX obligation_measure ON obligation (measure_id);

-- Whom it names as responsible: units and groups.
CREATE TABLE obligation_unit (
  obligation_id text NOT NULL REFERENCES obligation (id),
  unit_id       text NOT NULL REFERENCES unit (id),
  PRIMARY KEY (obligation_id, unit_id)
);
CREATE INDEX obligation_unit_of ON obligation_unit (unit_id);

CREATE TABLE deadline (
  id            uuid PRIMARY KEY,
  status        text NOT NULL CHECK (status IN ('ACTIVE', 'WITHDRAWN')),
  obligation_id text NOT NULL REFERENCES obligation (id),
  measure_id    text NOT NULL REFERENCES measure (id),
  unit_id       text NOT NULL REFERENCES unit (id),
  kind          text NOT NULL,
  title         text NOT NULL,
  period        text NOT NULL,
  opens_on      date NOT NULL,
  due_on        date NOT NULL,
  moved_from    date,
  version       integer NOT NULL,
  body          jsonb NOT NULL,
  made_at       timestamptz NOT NULL
);
CREATE INDEX deadline_due ON deadline (due_on, id);
CREATE INDEX deadline_unit ON deadline (unit_id, due_on, id);
CREATE INDEX deadline_measure ON deadline (measure_id);
CREATE INDEX deadline_obligation ON deadline (obligation_id);

-- Which catalogue files were loaded: the same file is never loaded over what staff changed since.
CREATE TABLE loaded_catalogue (
  sha256    text PRIMARY KEY,
  name      text NOT NULL,
  loaded_at timestamptz NOT NULL
);

CREATE VIEW newest_moment AS
  SELECT max(at) AS at FROM (
    SELECT max(recorded_at) AS at FROM unit
    UNION ALL SELECT max(recorded_at) FROM document
    UNION ALL SELECT max(recorded_at) FROM measure
    UNION ALL SELECT max(recorded_at) FROM term
    UNION ALL SELECT max(recorded_at) FROM calendar
    UNION ALL SELECT max(recorded_at) FROM obligation
    UNION ALL SELECT max(made_at) FROM deadline
    UNION ALL SELECT max(loaded_at) FROM loaded_catalogue
  ) AS recorded;

GRANT SELECT, INSERT ON document, document_line, conference, topic, loaded_catalogue TO ${app};
GRANT SELECT, INSERT, UPDATE ON unit, measure, term, calendar, obligation, deadline TO ${app};
GRANT SELECT, INSERT, DELETE ON unit_member, obligation_unit TO ${app};
GRANT SELECT ON newest_moment TO ${app};
