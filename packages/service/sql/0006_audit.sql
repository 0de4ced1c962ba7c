-- Who asked for what, on which ground, and what came of it: one row for each request, written before it is answered.

CREATE TABLE rettvei.audit_entry (
  -- Numbered with the records and facts: one order for all that was ever written.
  seq              bigint PRIMARY KEY DEFAULT nextval(pg_get_serial_sequence('rettvei.record', 'seq')),
  at               timestamptz NOT NULL,
  request_id       text NOT NULL,
  actor_id         text COLLATE "C" NOT NULL,
  actor_kind       text NOT NULL CHECK (actor_kind IN ('person', 'machine', 'nobody')),
  actor_name       text NOT NULL,
  -- Only those who are in the register of health personnel have one.
  hpr              text,
  role             text NOT NULL,
  organisation     text NOT NULL,
  point_of_care    text COLLATE "C" NOT NULL,
  -- Everybody of whom the answer told something; of a list, all that were on it.
  patient_ids      text[] COLLATE "C" NOT NULL,
  course_id        text COLLATE "C",
  resource         text NOT NULL,
  resource_version bigint,
  verb             text NOT NULL,
  route            text NOT NULL,
  basis            text NOT NULL,
  decision_ref     text NOT NULL,
  purpose          text NOT NULL,
  outcome          text NOT NULL CHECK (outcome IN ('allowed', 'refused', 'failed')),
  -- Goes into the sealed hash of the row, so that an erased row cannot be guessed from its hash.
  salt             uuid NOT NULL DEFAULT gen_random_uuid()
);

CREATE INDEX audit_of_patient ON rettvei.audit_entry USING gin (patient_ids);
CREATE INDEX audit_of_actor ON rettvei.audit_entry (actor_id, seq);

CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rettvei.audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION rettvei.refuse_change();
ALTER TABLE rettvei.audit_entry ENABLE ALWAYS TRIGGER audit_is_append_only;

DO $$
BEGIN
  GRANT SELECT, INSERT ON rettvei.audit_entry TO rettvei_service;
EXCEPTION
  WHEN undefined_object THEN NULL;
END;
$$;
