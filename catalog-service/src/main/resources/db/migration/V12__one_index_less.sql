-- What stands of a rule from a day on is asked for together: one index answers it, and making a
-- country's deadlines writes one less.
CREATE INDEX deadline_rule_reaches ON deadline (obligation_id, greatest(period_to, due_on));
DROP INDEX deadline_obligation;
DROP INDEX deadline_reaches;
