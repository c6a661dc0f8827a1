-- What a committee of the party or a superior body does is not published, also where others are
-- responsible for it.
CREATE VIEW text_only_acting (obligation_id) AS
  SELECT o.id
  FROM obligation o, jsonb_array_elements_text(
    jsonb_path_query_array(o.body, '$.who.organiser')
    || jsonb_path_query_array(o.body, '$.rule.checkpoints[*].actor')) AS acting (unit_id)
  WHERE acting.unit_id IN (SELECT t.unit_id FROM text_only_unit t);
COMMENT ON VIEW text_only_acting IS
  'Obligations in which a unit organises or acts of which only the text is published';

GRANT SELECT ON text_only_acting TO ${app};
