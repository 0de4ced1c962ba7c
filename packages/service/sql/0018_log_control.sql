-- The log control goes through the accesses of a day, which stand beside each other: the audit is only added to.
CREATE INDEX audit_by_time ON rettvei.audit_entry USING brin (at) WITH (pages_per_range = 32);

-- What is to be looked into, those due first: of a unit where its leader is asked, else of the log control itself.
CREATE INDEX matter_access_reviews ON rettvei.matter (open, due_on, matter_id) WHERE type = 'access-review';
-- The log controller sees those of the own organisation, whoever has them just now.
CREATE POLICY log_control ON rettvei.matter FOR SELECT TO rettvei_service USING (
  type = 'access-review' AND (SELECT rettvei.my_role()) = 'log-controller'
  AND starts_with(matter_id, 'access ' || (SELECT rettvei.my_organisation()) || ' ')
);
