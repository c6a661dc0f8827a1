-- A notice names a few units, out of however many there are.
CREATE INDEX unit_copy_code ON unit_copy ((body ->> 'code'));
