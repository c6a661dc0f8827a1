-- Codes of the units for which its recipient received when its words were frozen: a contact that
-- moves carries no old letters along. Absent: it has no words yet. Of those that were written before
-- it is not known any better than by whom the contact receives for now.
ALTER TABLE message ADD COLUMN units text[];
UPDATE message SET units = ARRAY(SELECT unit FROM contact_unit WHERE contact_id = recipient ORDER BY unit)
WHERE text IS NOT NULL OR state = 'SENT';
CREATE INDEX message_units ON message USING gin (units);
