-- The day on which the unit last explained why it was not done; computed from the events like the rest.
ALTER TABLE progress ADD COLUMN explained_on date;
