-- An older release may have planned reminders for what is only counted: nobody is reminded of that.
INSERT INTO to_plan (deadline_id) SELECT id FROM deadline_copy WHERE body ->> 'tally' = 'true';
