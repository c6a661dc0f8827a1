-- What a deadline names is looked up once for all rows of a statement. Foreign keys ask three times for each row,
-- which was a third of what making a country's deadlines took. Nothing is written that names what is not
-- there, and what is named is not deleted; but what was found is not locked meanwhile, as a foreign key would.
ALTER TABLE deadline
  DROP CONSTRAINT deadline_obligation_id_fkey,
  DROP CONSTRAINT deadline_measure_id_fkey,
  DROP CONSTRAINT deadline_unit_id_fkey;

CREATE FUNCTION expect_what_is_named() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  stray record;
BEGIN
  SELECT made.* INTO stray FROM made
  LEFT JOIN obligation o ON o.id = made.obligation_id
  LEFT JOIN measure m ON m.id = made.measure_id
  LEFT JOIN unit u ON u.id = made.unit_id
  WHERE o.id IS NULL OR m.id IS NULL OR u.id IS NULL
  LIMIT 1;
  IF FOUND THEN
    RAISE foreign_key_violation USING MESSAGE = format(
      'deadline %s names obligation %s, measure %s and unit %s, and one of them is not there',
      stray.id, stray.obligation_id, stray.measure_id, stray.unit_id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER deadline_names AFTER INSERT ON deadline
  REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION expect_what_is_named();
CREATE TRIGGER deadline_names_again AFTER UPDATE ON deadline
  REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION expect_what_is_named();

CREATE FUNCTION expect_unnamed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  named boolean;
BEGIN
  EXECUTE format('SELECT EXISTS (SELECT FROM deadline WHERE %I = $1)', TG_ARGV[0]) INTO named USING OLD.id;
  IF named THEN
    RAISE foreign_key_violation USING MESSAGE = format('deadlines name %s %s', TG_TABLE_NAME, OLD.id);
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER obligation_named BEFORE DELETE OR UPDATE OF id ON obligation
  FOR EACH ROW EXECUTE FUNCTION expect_unnamed('obligation_id');
CREATE TRIGGER measure_named BEFORE DELETE OR UPDATE OF id ON measure
  FOR EACH ROW EXECUTE FUNCTION expect_unnamed('measure_id');
CREATE TRIGGER unit_named BEFORE DELETE OR UPDATE OF id ON unit
  FOR EACH ROW EXECUTE FUNCTION expect_unnamed('unit_id');
