-- What is known of a course beside its registrations (a referral, a plan, who has taken it over …), as it was
-- told, one row each time somebody tells something. Like records, facts are added and never changed.

CREATE TABLE rettvei.fact (
  -- Numbered with the records: one order for all that was ever told.
  seq         bigint NOT NULL UNIQUE DEFAULT nextval(pg_get_serial_sequence('rettvei.record', 'seq')),
  fact_id     text COLLATE "C" PRIMARY KEY,
  -- What kind of fact, and of which thing; the first fact of a thing makes it.
  kind        text COLLATE "C" NOT NULL,
  matter_id   text COLLATE "C" NOT NULL,
  -- Whom and what it concerns; an agreement between two organisations concerns no patient.
  patient_id  text COLLATE "C" REFERENCES rettvei.patient,
  course_id   text COLLATE "C" REFERENCES rettvei.course,
  unit_id     text COLLATE "C",
  -- The date it happened, in the calendar of the reporting zone.
  happened_on date NOT NULL,
  -- When, by whom and in which role it was written down.
  recorded_at timestamptz NOT NULL,
  recorded_by text COLLATE "C" NOT NULL,
  recorded_as text COLLATE "C" NOT NULL,
  body        jsonb NOT NULL
);

CREATE INDEX fact_of_matter ON rettvei.fact (matter_id, seq);
CREATE INDEX fact_of_patient ON rettvei.fact (patient_id, kind, seq) WHERE patient_id IS NOT NULL;
CREATE INDEX fact_of_course ON rettvei.fact (course_id, kind, seq) WHERE course_id IS NOT NULL;
CREATE INDEX fact_of_writer ON rettvei.fact (recorded_by, kind, seq);

CREATE TRIGGER fact_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rettvei.fact
  FOR EACH STATEMENT EXECUTE FUNCTION rettvei.refuse_change();
ALTER TABLE rettvei.fact ENABLE ALWAYS TRIGGER fact_is_append_only;

-- Where each thing stands, who has it, and by when something is to be done: a cache of what its facts say.
CREATE TABLE rettvei.matter (
  matter_id  text COLLATE "C" PRIMARY KEY,
  type       text COLLATE "C" NOT NULL,
  state      text COLLATE "C" NOT NULL,
  open       boolean NOT NULL,
  patient_id text COLLATE "C",
  course_id  text COLLATE "C",
  -- Who has it: a unit, and once somebody has taken it, that person.
  unit_id    text COLLATE "C",
  person_id  text COLLATE "C",
  due_on     date,
  last_seq   bigint NOT NULL
);

CREATE INDEX matter_of_unit ON rettvei.matter (unit_id, type, due_on, matter_id) WHERE open;
CREATE INDEX matter_of_person ON rettvei.matter (person_id, due_on, matter_id) WHERE open;
CREATE INDEX matter_of_course ON rettvei.matter (course_id, type, matter_id);
CREATE INDEX matter_of_patient ON rettvei.matter (patient_id, type, matter_id);

-- Who wrote a record down, and how it came to be written: typed, or confirmed from a fact that was known.
-- Empty for what was loaded and not registered here.
ALTER TABLE rettvei.record
  ADD COLUMN recorded_by text COLLATE "C",
  ADD COLUMN entered     text COLLATE "C" CHECK (entered IN ('by-hand', 'confirmed', 'derived')),
  ADD COLUMN from_fact   text COLLATE "C" REFERENCES rettvei.fact;
CREATE INDEX record_of_fact ON rettvei.record (from_fact) WHERE from_fact IS NOT NULL;

DO $$
BEGIN
  GRANT SELECT, INSERT ON rettvei.fact TO rettvei_service;
  GRANT SELECT, INSERT, UPDATE, DELETE ON rettvei.matter TO rettvei_service;
  EXECUTE 'GRANT USAGE ON SEQUENCE ' || pg_get_serial_sequence('rettvei.record', 'seq') || ' TO rettvei_service';
EXCEPTION
  WHEN undefined_object THEN NULL;
END;
$$;
