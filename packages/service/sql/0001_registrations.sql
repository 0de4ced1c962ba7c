-- Registrations: units, patients, courses and the append-only records of each course.

CREATE TABLE rettvei.unit (
  unit_id   text COLLATE "C" PRIMARY KEY,
  name      text NOT NULL,
  kind      text NOT NULL,
  hf_name   text,
  rhf_name  text,
  -- True for a unit made up for a synthetic population.
  synthetic boolean NOT NULL
);

CREATE TABLE rettvei.patient (
  patient_id    text COLLATE "C" PRIMARY KEY,
  name          text,
  birth_year    integer CHECK (birth_year BETWEEN 1850 AND 2200),
  person_number text
);

CREATE TABLE rettvei.course (
  course_id  text COLLATE "C" PRIMARY KEY,
  patient_id text COLLATE "C" NOT NULL REFERENCES rettvei.patient,
  pathway    text COLLATE "C" NOT NULL
);

CREATE INDEX course_of_patient ON rettvei.course (patient_id, course_id);

CREATE TABLE rettvei.record (
  seq            bigint GENERATED ALWAYS AS IDENTITY,
  record_id      text COLLATE "C" PRIMARY KEY,
  course_id      text COLLATE "C" NOT NULL REFERENCES rettvei.course,
  event          text COLLATE "C",
  outcome        text COLLATE "C",
  -- The date it happened, in the calendar of the reporting zone.
  occurred_on    date,
  -- When it was written down.
  recorded_at    timestamptz NOT NULL,
  care_level     text COLLATE "C" CHECK (care_level IN ('poliklinikk', 'dag', 'dogn')),
  unit_id        text COLLATE "C",
  severity       text COLLATE "C" CHECK (severity IN ('serious', 'less-serious')),
  granted_for    text COLLATE "C" CHECK (granted_for IN ('assessment', 'treatment')),
  legal_deadline date,
  condition      text COLLATE "C",
  voids          text COLLATE "C",
  corrects       text COLLATE "C",
  -- The joined code as a sending system wrote it, if it did.
  code           text COLLATE "C",
  UNIQUE (course_id, record_id),
  -- What a record takes away or replaces is of the same course.
  FOREIGN KEY (course_id, voids) REFERENCES rettvei.record (course_id, record_id),
  FOREIGN KEY (course_id, corrects) REFERENCES rettvei.record (course_id, record_id),
  CONSTRAINT record_is_event_or_void CHECK (
    CASE WHEN voids IS NULL
      THEN event IS NOT NULL AND occurred_on IS NOT NULL
      ELSE num_nonnulls(event, outcome, occurred_on, care_level, unit_id, severity, granted_for,
                        legal_deadline, condition, corrects, code) = 0
    END
  ),
  CONSTRAINT record_takes_not_itself CHECK (voids <> record_id AND corrects <> record_id)
);

-- What was registered stays as it was written: a wrong record is corrected or voided by a later one.
CREATE FUNCTION rettvei.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % is refused; write a record that corrects or voids', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'insufficient_privilege';
END;
$$;

CREATE TRIGGER record_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rettvei.record
  FOR EACH STATEMENT EXECUTE FUNCTION rettvei.refuse_change();
CREATE TRIGGER course_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rettvei.course
  FOR EACH STATEMENT EXECUTE FUNCTION rettvei.refuse_change();
-- Also where a session replays a replication stream, as any superuser may pretend.
ALTER TABLE rettvei.record ENABLE ALWAYS TRIGGER record_is_append_only;
ALTER TABLE rettvei.course ENABLE ALWAYS TRIGGER course_is_append_only;
