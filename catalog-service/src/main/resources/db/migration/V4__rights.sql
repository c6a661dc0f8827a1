CREATE VIEW unit_place (code, superior, area) AS
  SELECT u.code, coalesce(s.code, u.superior_id), u.kind = 'AREA' FROM unit u LEFT JOIN unit s ON s.id = u.superior_id;
COMMENT ON VIEW unit_place IS 'Where each unit stands: a grant over one is one over all below it';
GRANT SELECT ON unit_place TO ${app};
