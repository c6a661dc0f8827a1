-- Where each unit stands and how it may be spoken to: a grant over one is one over all below it.
ALTER TABLE unit ADD COLUMN superior_id text, ADD COLUMN kind text, ADD COLUMN relation text;
UPDATE unit SET (superior_id, kind, relation) = (
  SELECT body -> 'superior' ->> 'id', body ->> 'kind', body ->> 'relation' FROM snapshot
  WHERE topic = 'duban.units' AND key = unit.id AND snapshot.version = unit.version);

CREATE VIEW unit_place (code, superior, area) AS
  SELECT u.code, coalesce(s.code, u.superior_id), u.kind = 'AREA' FROM unit u LEFT JOIN unit s ON s.id = u.superior_id;
GRANT SELECT ON unit_place TO ${app};

-- Codes: of who supervises a deadline, and of all whose own matter it is.
ALTER TABLE deadline
  ADD COLUMN supervisor text GENERATED ALWAYS AS (body -> 'supervisor' ->> 'code') STORED,
  ADD COLUMN concerned jsonb GENERATED ALWAYS AS (
    jsonb_path_query_array(body, '$.unit.code')
    || jsonb_path_query_array(body, '$.coHandlers[*].code')
    || jsonb_path_query_array(body, '$.actor.code')
    || jsonb_path_query_array(body, '$.addressee.code')
    || jsonb_path_query_array(body, '$.organiser.code')) STORED;
CREATE INDEX deadline_supervisor ON deadline (supervisor);
CREATE INDEX deadline_concerned ON deadline USING gin (concerned);

-- Only what the catalog says is open is shown to anybody.
ALTER TABLE measure ADD COLUMN open boolean NOT NULL DEFAULT false;
