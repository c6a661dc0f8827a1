CREATE TABLE noted (id text PRIMARY KEY, text text NOT NULL, times integer NOT NULL DEFAULT 1);
CREATE TABLE moment (at timestamptz NOT NULL);
CREATE VIEW newest_moment AS SELECT max(at) AS at FROM moment;
GRANT SELECT, INSERT, UPDATE, DELETE ON noted TO ${app};
GRANT SELECT, INSERT, DELETE ON moment TO ${app};
GRANT SELECT ON newest_moment TO ${app};
-- What an operator does as the owner.
GRANT DELETE ON consumed TO ${app};
