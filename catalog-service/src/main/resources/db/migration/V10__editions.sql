-- What a rule, a unit and a year of the calendar said, from each change on: what is finished is never made
-- again, and is explained by what it was made from. Kept by triggers, so that pods of the release before keep it
-- too, and written by nobody else. Numbers grow in the order in which writers hold the catalogue's lock; under 0
-- stands what was there when this began.
CREATE TABLE edition (
  thing       text NOT NULL CHECK (thing IN ('obligation', 'unit', 'calendar')),
  id          text NOT NULL,
  number      bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  version     integer NOT NULL,
  body        jsonb NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (thing, id, number)
);
INSERT INTO edition (thing, id, number, version, body, recorded_at) OVERRIDING SYSTEM VALUE
SELECT 'obligation', id, 0, version, body, recorded_at FROM obligation
UNION ALL SELECT 'unit', id, 0, version, body, recorded_at FROM unit
UNION ALL SELECT 'calendar', year::text, 0, version, body, recorded_at FROM calendar;

CREATE FUNCTION keep_edition() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO edition (thing, id, version, body, recorded_at)
  VALUES (TG_TABLE_NAME, NEW.body->>'id', NEW.version, NEW.body, NEW.recorded_at);
  RETURN NULL;
END $$;
CREATE TRIGGER obligation_edition AFTER INSERT OR UPDATE OF body ON obligation
  FOR EACH ROW EXECUTE FUNCTION keep_edition();
CREATE TRIGGER unit_edition AFTER INSERT OR UPDATE OF body ON unit
  FOR EACH ROW EXECUTE FUNCTION keep_edition();
CREATE TRIGGER calendar_edition AFTER INSERT OR UPDATE OF body ON calendar
  FOR EACH ROW EXECUTE FUNCTION keep_edition();

-- The last edition of anything when a deadline was made so; 0 also where it was made before they were kept.
ALTER TABLE deadline ADD COLUMN made_under bigint NOT NULL DEFAULT 0;
ALTER TABLE deadline ALTER COLUMN made_under
  SET DEFAULT coalesce(pg_sequence_last_value('edition_number_seq'), 0);
CREATE FUNCTION made_again() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.made_under := coalesce(pg_sequence_last_value('edition_number_seq'), 0);
  RETURN NEW;
END $$;
CREATE TRIGGER deadline_made_again BEFORE UPDATE OF body ON deadline
  FOR EACH ROW EXECUTE FUNCTION made_again();

GRANT SELECT ON edition TO ${app};
GRANT SELECT ON SEQUENCE edition_number_seq TO ${app};
