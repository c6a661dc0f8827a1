-- A filter names a unit by its id or its code; without these every list looked at every deadline.
CREATE INDEX unit_code ON unit (code);
CREATE INDEX deadline_unit_code ON deadline (unit_code);
