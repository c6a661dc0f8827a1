-- A list of a year takes in its parts; without this it walks over all that was due before.
CREATE INDEX deadline_period ON deadline (period);
