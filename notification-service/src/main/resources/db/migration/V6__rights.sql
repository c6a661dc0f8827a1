CREATE VIEW unit_place (code, superior, area) AS
  SELECT u.body ->> 'code', coalesce(s.body ->> 'code', u.body -> 'superior' ->> 'id'), u.body ->> 'kind' = 'AREA'
  FROM unit_copy u LEFT JOIN unit_copy s ON s.id = u.body -> 'superior' ->> 'id';
COMMENT ON VIEW unit_place IS 'Where each unit stands: a grant over one is one over all below it';
GRANT SELECT ON unit_place TO ${app};
