-- Codes: of whose matter a deadline is, of who supervises it, and of all whose own matter it is.
ALTER TABLE deadline_copy
  ADD COLUMN responsible text GENERATED ALWAYS AS (body -> 'unit' ->> 'code') STORED,
  ADD COLUMN supervisor text GENERATED ALWAYS AS (body -> 'supervisor' ->> 'code') STORED,
  ADD COLUMN concerned jsonb GENERATED ALWAYS AS (
    jsonb_path_query_array(body, '$.unit.code')
    || jsonb_path_query_array(body, '$.coHandlers[*].code')
    || jsonb_path_query_array(body, '$.actor.code')
    || jsonb_path_query_array(body, '$.addressee.code')
    || jsonb_path_query_array(body, '$.organiser.code')) STORED;
CREATE INDEX deadline_copy_concerned ON deadline_copy USING gin (concerned);

-- Of what the frozen words speak: more than the steps that fell due. Absent: nobody wrote it down.
ALTER TABLE message ADD COLUMN deadlines text[];
CREATE INDEX message_by_moment ON message (created_at, id);
