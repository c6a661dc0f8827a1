-- The list of a unit is the one that is read most: in its order by one index, without a sort.
ALTER TABLE progress ADD COLUMN unit_id text;
UPDATE progress SET unit_id = (SELECT d.unit_id FROM deadline d WHERE d.id = deadline_id);
CREATE INDEX progress_unit ON progress (unit_id, effective_due_on, deadline_id);
-- Which units have had this code is answered by the index alone.
DROP INDEX deadline_unit_code;
CREATE INDEX deadline_unit_code ON deadline (unit_code, unit_id);

-- Whatever changes a deadline touches its progress in the same transaction. By a trigger, since a
-- service of the version before writes beside the next one for a while.
CREATE FUNCTION progress_unit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.unit_id := (SELECT d.unit_id FROM deadline d WHERE d.id = NEW.deadline_id);
  RETURN NEW;
END $$;
CREATE TRIGGER progress_unit BEFORE INSERT OR UPDATE ON progress
  FOR EACH ROW EXECUTE FUNCTION progress_unit();
