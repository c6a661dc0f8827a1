-- Few wait, out of all that are planned.
CREATE INDEX reminder_no_contact ON reminder (deadline_id) WHERE state = 'HELD' AND reason = 'NO_CONTACT';
