-- The service writes these over and never deletes one; an operator empties copies as the owner.
REVOKE DELETE ON
  unit_copy, measure_copy, calendar_copy, deadline_copy, progress_copy, deadline_known, contact FROM ${app};
-- Whom a deadline tells and whose a contact is, is written anew as a whole.
REVOKE UPDATE ON told, contact_unit FROM ${app};
