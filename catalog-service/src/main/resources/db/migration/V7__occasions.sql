-- What may be recorded of an occasion or an occurrence, and under which name.
CREATE TABLE attribute (
  name        text PRIMARY KEY,
  label       text NOT NULL,
  type        text NOT NULL CHECK (type IN ('NUMBER', 'YES_NO', 'TEXT')),
  version     integer NOT NULL DEFAULT 1,
  recorded_at timestamptz NOT NULL
);

CREATE TABLE occasion_type (
  id          text PRIMARY KEY,
  yearly      boolean NOT NULL,
  version     integer NOT NULL,
  body        jsonb NOT NULL,
  recorded_at timestamptz NOT NULL
);

-- Untouched: made by the service for a year of which no date is known yet, and not written by staff
-- since. The service takes it back when staff enter another.
CREATE TABLE occasion (
  id          uuid PRIMARY KEY,
  type        text NOT NULL REFERENCES occasion_type (id),
  happens_on  date,
  year        integer NOT NULL CHECK (happens_on IS NULL OR extract(year FROM happens_on) = year),
  unit_id     text REFERENCES unit (id),
  follows     uuid REFERENCES occasion (id) CHECK (follows <> id),
  cancelled   boolean NOT NULL,
  untouched   boolean NOT NULL,
  version     integer NOT NULL,
  body        jsonb NOT NULL,
  recorded_at timestamptz NOT NULL,
  sorted_on   date GENERATED ALWAYS AS (coalesce(happens_on, make_date(year, 1, 1))) STORED,
  concerned   jsonb GENERATED ALWAYS AS (
    jsonb_path_query_array(body, '$.unit')
    || jsonb_path_query_array(body, '$.lead[*]')
    || jsonb_path_query_array(body, '$.co[*]')) STORED,
  -- Looked at when the transaction ends, for one edit may change several.
  CONSTRAINT occasion_once EXCLUDE USING btree (
    type WITH =, (coalesce(unit_id, '')) WITH =, happens_on WITH =, (coalesce(body->>'name', '')) WITH =)
    WHERE (NOT cancelled AND happens_on IS NOT NULL) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT occasion_without_date_once EXCLUDE USING btree (
    type WITH =, (coalesce(unit_id, '')) WITH =, year WITH =)
    WHERE (NOT cancelled AND happens_on IS NULL) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX occasion_sorted ON occasion (sorted_on, id);
CREATE INDEX occasion_type_year ON occasion (type, year);
CREATE INDEX occasion_unit ON occasion (unit_id, sorted_on, id);
CREATE INDEX occasion_follows ON occasion (follows);

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
    UNION ALL SELECT max(made_at) FROM deadline
    UNION ALL SELECT max(loaded_at) FROM loaded_catalogue
  ) AS recorded;

GRANT SELECT, INSERT, UPDATE ON attribute, occasion_type, occasion TO ${app};
