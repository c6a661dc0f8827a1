CREATE TABLE thing (id bigint PRIMARY KEY, name text NOT NULL);
GRANT SELECT, INSERT ON thing TO ${app};
