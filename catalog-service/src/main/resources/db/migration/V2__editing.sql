-- What staff change has a version to start from; a source text still never changes.
ALTER TABLE document ADD COLUMN version integer NOT NULL DEFAULT 1;
ALTER TABLE term ADD COLUMN version integer NOT NULL DEFAULT 1;

-- What was asked for when a client made a thing: the same again is answered, another is a conflict.
CREATE TABLE creation (
  thing        text NOT NULL,
  id           text NOT NULL,
  asked_sha256 text NOT NULL,
  PRIMARY KEY (thing, id)
);

-- Versions that were published before this database was restored from a backup: what is made anew
-- under such a key goes on from there, or its readers would take it for old.
CREATE TABLE published_before (
  topic   text NOT NULL,
  key     text NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (topic, key)
);

-- A copy of what duban.progress says; it may be thrown away and read again.
CREATE TABLE progress (
  deadline_id uuid PRIMARY KEY,
  version     bigint NOT NULL,
  state       text NOT NULL,
  counted     integer NOT NULL
);
CREATE INDEX progress_state ON progress (state);

GRANT UPDATE (title, owner_id, openness, version, recorded_at) ON document TO ${app};
GRANT SELECT, INSERT ON creation TO ${app};
GRANT SELECT, INSERT, UPDATE ON published_before TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON progress TO ${app};
