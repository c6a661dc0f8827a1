-- Whose own matter a thing is, by the ids of units; lists are kept to what a caller may see.
ALTER TABLE deadline
  ADD COLUMN supervisor_id text GENERATED ALWAYS AS (body->'supervisor'->>'id') STORED,
  ADD COLUMN concerned jsonb GENERATED ALWAYS AS (
    jsonb_path_query_array(body, '$.unit.id')
    || jsonb_path_query_array(body, '$.coHandlers[*].id')
    || jsonb_path_query_array(body, '$.actor.id')
    || jsonb_path_query_array(body, '$.addressee.id')
    || jsonb_path_query_array(body, '$.organiser.id')) STORED;
ALTER TABLE obligation
  ADD COLUMN supervisor_id text GENERATED ALWAYS AS (body->'who'->>'supervisor') STORED,
  ADD COLUMN concerned jsonb GENERATED ALWAYS AS (
    jsonb_path_query_array(body, '$.who.responsible[*]')
    || jsonb_path_query_array(body, '$.who.coHandlers[*]')
    || jsonb_path_query_array(body, '$.rule.checkpoints[*].actor')
    || jsonb_path_query_array(body, '$.who.addressee')
    || jsonb_path_query_array(body, '$.who.organiser')) STORED;

CREATE VIEW person (unit_id) AS
  SELECT id FROM unit WHERE kind = 'DEPUTY' OR relation = 'PERSON' AND kind <> 'GROUP';
COMMENT ON VIEW person IS 'Units whose name is that of somebody: nothing of them is published';
CREATE INDEX unit_person ON unit (id)
  WHERE kind = 'DEPUTY' OR relation = 'PERSON' AND kind <> 'GROUP';

CREATE VIEW text_only_unit (unit_id) AS
  SELECT id FROM unit WHERE relation IN ('SUPERIOR', 'PARTY')
  UNION ALL SELECT m.member_id FROM unit_member m JOIN unit g ON g.id = m.group_id
    WHERE g.relation IN ('SUPERIOR', 'PARTY')
  UNION ALL SELECT m.group_id FROM unit_member m JOIN unit u ON u.id = m.member_id
    WHERE u.relation IN ('SUPERIOR', 'PARTY');
COMMENT ON VIEW text_only_unit IS
  'Units of which only the text is published, and neither what they owe nor by when; a member that
  states no relation of its own has that of its group, and a group that of its members';

GRANT SELECT ON person, text_only_unit TO ${app};
