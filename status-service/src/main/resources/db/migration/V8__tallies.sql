-- What is only counted is looked for when its half-year is over; ISO dates sort as texts.
CREATE INDEX deadline_tally ON deadline ((body ->> 'dueOn')) WHERE body ->> 'tally' = 'true';
