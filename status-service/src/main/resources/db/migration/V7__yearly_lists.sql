-- Copies of the yearly lists that were sent; they can be thrown away and read again.
CREATE TABLE yearly_list (
  id        uuid PRIMARY KEY,
  version   bigint NOT NULL,
  year      integer NOT NULL,
  unit_id   text NOT NULL,
  unit_code text NOT NULL,
  unit_name text,
  sent_on   date NOT NULL,
  sent_by   text
);
CREATE INDEX yearly_list_sent ON yearly_list (sent_on, id);
CREATE INDEX yearly_list_unit ON yearly_list (unit_id, sent_on, id);
CREATE INDEX yearly_list_unit_code ON yearly_list (unit_code);

-- assigned: nothing is left to do because of the list. What it names may be heard of later.
CREATE TABLE listed_deadline (
  list_id     uuid NOT NULL,
  deadline_id uuid NOT NULL,
  sent_on     date NOT NULL,
  assigned    boolean NOT NULL,
  PRIMARY KEY (list_id, deadline_id)
);
CREATE INDEX listed_deadline_deadline ON listed_deadline (deadline_id);
CREATE INDEX listed_deadline_waiting ON listed_deadline (deadline_id) WHERE NOT assigned;

-- That a list was signed for. Of each deadline the record itself says so; a list may have none.
CREATE TABLE receipt (
  id           uuid PRIMARY KEY,
  list_id      uuid NOT NULL,
  effective_on date NOT NULL,
  recorded_at  timestamptz NOT NULL,
  actor        text,
  unit         text,
  answer       text NOT NULL
);
CREATE INDEX receipt_list ON receipt (list_id, recorded_at, id);

GRANT SELECT, INSERT, UPDATE ON yearly_list, listed_deadline TO ${app};
GRANT SELECT, INSERT ON receipt TO ${app};
