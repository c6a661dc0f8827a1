-- Whoever deletes stored offsets has the copies read again: until every replica knows, nothing is planned.
CREATE TABLE copies_thrown_away (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  at  timestamptz NOT NULL
);
CREATE FUNCTION copies_thrown_away() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  INSERT INTO ${flyway:defaultSchema}.copies_thrown_away (at) VALUES (clock_timestamp())
    ON CONFLICT (one) DO UPDATE SET at = excluded.at;
  RETURN NULL;
END $$;
CREATE TRIGGER copies_thrown_away AFTER DELETE OR TRUNCATE ON consumed
  FOR EACH STATEMENT EXECUTE FUNCTION copies_thrown_away();
GRANT SELECT ON copies_thrown_away TO ${app};

-- After the database was restored from a backup a message may be known only from what others were told
-- of its reminders: that it was sent, but not its words.
ALTER TABLE message ADD COLUMN returned boolean NOT NULL DEFAULT false;
ALTER TABLE message DROP CONSTRAINT message_check;
ALTER TABLE message ADD CHECK (
  state IN ('DRAFT', 'READY') OR returned
  OR (address IS NOT NULL AND subject IS NOT NULL AND text IS NOT NULL AND html IS NOT NULL));
