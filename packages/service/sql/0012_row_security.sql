-- The second layer of access: whatever a statement asks for, a request sees the rows of those patients and courses
-- that the rules below give to whoever asks, and of nobody else. The first layer is access.json with src/access.

-- Two roles. The service answers requests as rettvei_service, which sees only what the context of its transaction
-- allows, and adds nothing by itself. What needs all of a patient's courses, or has no person who asks (judging, jobs,
-- start, backup), works as rettvei_system, in the one place src/access/as-system.ts.
DO $$
DECLARE
  wanted name;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['rettvei_service', 'rettvei_system']::name[] LOOP
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
        EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
      END IF;
    EXCEPTION
      -- Made at the same moment for another database of this server, or not ours to make.
      WHEN duplicate_object OR unique_violation OR insufficient_privilege THEN NULL;
    END;
  END LOOP;
END;
$$;

DO $$
DECLARE
  wanted name;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['rettvei_service', 'rettvei_system']::name[] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
      RAISE EXCEPTION 'roles: expected %, got none, and this login may not make it; as an administrator: CREATE ROLE % NOLOGIN; GRANT % TO %',
        wanted, wanted, wanted, current_user USING ERRCODE = 'undefined_object';
    END IF;
    BEGIN
      EXECUTE format('GRANT %I TO %I', wanted, current_user);
    EXCEPTION
      -- Granted by an administrator, or the login cannot take it on: the start says so.
      WHEN insufficient_privilege THEN NULL;
    END;
  END LOOP;
  BEGIN
    -- What the service may do, the system may.
    GRANT rettvei_service TO rettvei_system;
  EXCEPTION
    WHEN insufficient_privilege THEN NULL;
  END;
END;
$$;

-- Who was born when. Ages decide who may act for whom; what is not known counts against access.
ALTER TABLE rettvei.patient ADD COLUMN birth_date date;

-- The date in a person number, D-number or a number made up for tests; null where it holds none.
CREATE FUNCTION rettvei.birth_date_in(person_number text) RETURNS date
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  day integer; month integer; year integer; serial integer;
BEGIN
  IF person_number IS NULL OR person_number !~ '^\d{11}$' THEN RETURN NULL; END IF;
  day := substr(person_number, 1, 2)::integer;
  month := substr(person_number, 3, 2)::integer;
  year := substr(person_number, 5, 2)::integer;
  serial := substr(person_number, 7, 3)::integer;
  IF day > 40 THEN day := day - 40; END IF;
  IF month > 80 THEN month := month - 80; ELSIF month > 65 THEN month := month - 65; ELSIF month > 40 THEN month := month - 40; END IF;
  year := CASE
    WHEN serial < 500 THEN 1900 + year
    WHEN year < 40 THEN 2000 + year
    WHEN serial < 750 AND year >= 54 THEN 1800 + year
    WHEN serial >= 900 THEN 1900 + year
  END;
  IF year IS NULL THEN RETURN NULL; END IF;
  RETURN make_date(year, month, day);
EXCEPTION
  WHEN datetime_field_overflow THEN RETURN NULL;
END;
$$;

-- Whole years on the day. Who is born on 29 February has a birthday on 1 March where the year has no such day.
CREATE FUNCTION rettvei.age_on(day date, born date) RETURNS integer
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN extract(year FROM age(day, born))::integer;

-- What somebody sees who acts for a patient: all, what was released, or nothing. Born first and last: the bounds of a
-- birthday that is not known to the day; whoever may be too old or too young is.
CREATE FUNCTION rettvei.seen_for_another(
  acts_as text, born_first date, born_last date, representative_born date, at_address boolean, confidential boolean, day date
) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE
    WHEN confidential THEN 'nothing'
    WHEN acts_as = 'guardian' AND NOT at_address THEN 'nothing'
    WHEN acts_as = 'guardian' AND born_first IS NULL THEN 'nothing'
    WHEN acts_as = 'guardian' AND rettvei.age_on(day, born_first) < 12 THEN 'all'
    WHEN acts_as = 'guardian' AND rettvei.age_on(day, born_first) < 16 THEN 'released'
    WHEN acts_as = 'guardian' THEN 'nothing'
    WHEN born_last IS NULL OR rettvei.age_on(day, born_last) < 16 THEN 'nothing'
    WHEN acts_as = 'power-of-attorney' AND (representative_born IS NULL OR rettvei.age_on(day, representative_born) < 18) THEN 'nothing'
    WHEN acts_as IN ('power-of-attorney', 'consent') THEN 'all'
    ELSE 'nothing'
  END;

-- Everybody that one person acts for on the day, and what is seen of each; a course where it concerns only that.
CREATE FUNCTION rettvei.represented_by(who text, only_patient text, day date)
  RETURNS TABLE (patient_id text, course_id text, seen text, as_guardian boolean)
  LANGUAGE sql STABLE AS $$
  SELECT m.patient_id, m.course_id,
         rettvei.seen_for_another(
           f.body ->> 'actsAs',
           coalesce(p.birth_date, rettvei.birth_date_in(p.person_number), make_date(p.birth_year, 1, 1)),
           coalesce(p.birth_date, rettvei.birth_date_in(p.person_number), make_date(p.birth_year, 12, 31)),
           (f.body ->> 'representativeBornOn')::date,
           EXISTS (SELECT FROM rettvei.matter g JOIN rettvei.fact gf ON gf.matter_id = g.matter_id AND gf.kind = 'representation-set'
                   WHERE g.patient_id = m.patient_id AND g.type = 'representation' AND g.open AND (g.due_on IS NULL OR g.due_on >= day)
                     AND gf.body ->> 'actsAs' = 'guardian' AND (gf.body ->> 'atChildsAddress')::boolean),
           EXISTS (SELECT FROM rettvei.matter c WHERE c.patient_id = m.patient_id AND c.type = 'confidential-address' AND c.open),
           day),
         f.body ->> 'actsAs' = 'guardian'
  FROM rettvei.matter m
  JOIN rettvei.fact f ON f.matter_id = m.matter_id AND f.kind = 'representation-set'
  JOIN rettvei.patient p ON p.patient_id = m.patient_id
  WHERE m.person_id = who AND m.open AND m.type = 'representation' AND (m.due_on IS NULL OR m.due_on >= day)
    AND f.happened_on <= day AND (only_patient IS NULL OR m.patient_id = only_patient)
$$;

-- The patients and courses that somebody may see; a course of null: the patient, and what is of no course.
CREATE FUNCTION rettvei.seen_by(
  who text, held_role text, units text[], own text, day date, moment timestamptz, only_patient text
) RETURNS TABLE (patient_id text, course_id text)
  LANGUAGE sql STABLE AS $$
  -- The patient: everything.
  SELECT c.patient_id, c.course_id FROM rettvei.course c WHERE held_role = 'patient' AND c.patient_id = own
  UNION ALL
  SELECT own, NULL WHERE held_role = 'patient' AND own IS NOT NULL
  UNION ALL
  -- A task in a course that runs.
  SELECT m.patient_id, m.course_id
  FROM rettvei.matter m JOIN rettvei.course_state s ON s.course_id = m.course_id
  WHERE held_role IN ('practitioner', 'coordinator') AND m.person_id = who AND m.open AND m.type = 'assignment' AND s.running
    AND (only_patient IS NULL OR m.patient_id = only_patient)
  UNION ALL
  -- Access taken in an unforeseen situation, until it ends by the second.
  SELECT m.patient_id, c.course_id
  FROM rettvei.matter m
  JOIN rettvei.fact f ON f.matter_id = m.matter_id AND f.kind = 'break-glass-opened'
  LEFT JOIN rettvei.course c ON c.patient_id = m.patient_id
  WHERE held_role IN ('practitioner', 'coordinator') AND m.person_id = who AND m.open AND m.type = 'break-glass'
    AND (f.body ->> 'until')::timestamptz > moment AND (only_patient IS NULL OR m.patient_id = only_patient)
  UNION ALL
  -- A course at the unit that runs or ended lately.
  SELECT s.patient_id, s.course_id
  FROM rettvei.course c JOIN rettvei.course_state s ON s.course_id = c.course_id
  WHERE held_role IN ('coordinator', 'leader') AND c.patient_id = only_patient AND s.unit_id = ANY (units)
    AND (s.running OR s.last_event_on >= day - 30)
  UNION ALL
  -- Something of the patient that waits for the unit.
  SELECT m.patient_id, m.course_id
  FROM rettvei.matter m
  WHERE held_role IN ('coordinator', 'leader') AND m.patient_id = only_patient AND m.unit_id = ANY (units) AND m.open
    AND m.type IN ('referral', 'transfer')
  UNION ALL
  -- What was shared with the person or the unit, of one patient or of all.
  SELECT m.patient_id, c.course_id
  FROM rettvei.matter m JOIN rettvei.course c ON c.patient_id = m.patient_id AND (m.course_id IS NULL OR c.course_id = m.course_id)
  WHERE held_role IN ('referrer', 'municipality') AND m.patient_id = only_patient AND m.open AND m.type = 'sharing'
    AND (m.due_on IS NULL OR m.due_on >= day) AND (m.person_id = who OR m.unit_id = ANY (units))
  UNION ALL
  SELECT m.patient_id, c.course_id
  FROM rettvei.matter m JOIN rettvei.course c ON c.patient_id = m.patient_id AND (m.course_id IS NULL OR c.course_id = m.course_id)
  WHERE held_role IN ('referrer', 'municipality') AND only_patient IS NULL AND m.open AND m.type = 'sharing'
    AND (m.due_on IS NULL OR m.due_on >= day) AND (m.person_id = who OR m.unit_id = ANY (units))
  UNION ALL
  -- What somebody sees who acts for the patient: all but what was withheld, or only what was released.
  SELECT r.patient_id, c.course_id
  FROM rettvei.represented_by(who, only_patient, day) r
  JOIN rettvei.course c ON c.patient_id = r.patient_id AND (r.course_id IS NULL OR c.course_id = r.course_id)
  LEFT JOIN rettvei.matter g ON g.matter_id = 'guardians ' || c.course_id AND g.type = 'guardian-view'
  WHERE held_role = 'relative'
    AND CASE r.seen
          WHEN 'all' THEN NOT r.as_guardian OR g.state IS DISTINCT FROM 'withheld'
          WHEN 'released' THEN g.state = 'released'
          ELSE false
        END
$$;

-- The single items (matters) of those whose guardian somebody is, that were withheld from guardians or released to them.
CREATE FUNCTION rettvei.items_for_guardian(who text, day date, only_patient text) RETURNS TABLE (item text, state text)
  LANGUAGE sql STABLE AS $$
  SELECT substr(g.matter_id, 11), g.state
  FROM rettvei.represented_by(who, only_patient, day) r
  JOIN rettvei.matter g ON g.patient_id = r.patient_id AND g.type = 'guardian-view'
  WHERE r.as_guardian AND (r.course_id IS NULL OR g.course_id = r.course_id)
    AND ((g.state = 'released' AND r.seen = 'released') OR (g.state = 'withheld' AND r.seen = 'all'))
$$;

-- The patients and courses that are blocked for somebody, unless an unforeseen situation overrides it for the moment.
CREATE FUNCTION rettvei.blocked_for(who text, held_role text, organisation text, units text[], moment timestamptz)
  RETURNS TABLE (patient_id text, course_id text)
  LANGUAGE sql STABLE AS $$
  SELECT m.patient_id, m.course_id
  FROM rettvei.matter m JOIN rettvei.fact f ON f.matter_id = m.matter_id AND f.kind = 'block-set'
  WHERE held_role <> 'patient' AND m.type = 'block' AND m.open
    AND (m.person_id = who OR m.unit_id = ANY (units) OR f.body ->> 'organisation' = organisation)
    AND NOT EXISTS (
      SELECT FROM rettvei.matter o JOIN rettvei.fact opened ON opened.matter_id = o.matter_id AND opened.kind = 'break-glass-opened'
      WHERE o.patient_id = m.patient_id AND o.person_id = who AND o.type = 'break-glass' AND o.open
        AND (opened.body ->> 'overridesBlock')::boolean AND (opened.body ->> 'until')::timestamptz > moment)
$$;

CREATE INDEX matter_blocks ON rettvei.matter (patient_id) WHERE open AND type = 'block';
CREATE INDEX course_state_of_patient ON rettvei.course_state (patient_id);

-- Begins what a request sees: works out, from what is kept at this moment, whom and what whoever asks may see, and
-- holds it until the transaction ends. Without it a request sees nothing.
CREATE FUNCTION rettvei.enter(
  who text, held_role text, organisation text, units text[], own text, day date, moment timestamptz, only_patient text
) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  patients text[]; courses text[]; blocked_patients text[]; blocked_courses text[];
  withheld text[] := '{}'; released text[] := '{}';
BEGIN
  SELECT coalesce(array_agg(b.patient_id) FILTER (WHERE b.course_id IS NULL), '{}'),
         coalesce(array_agg(b.course_id) FILTER (WHERE b.course_id IS NOT NULL), '{}')
    INTO blocked_patients, blocked_courses
  FROM rettvei.blocked_for(who, held_role, organisation, units, moment) b;
  SELECT coalesce(array_agg(DISTINCT s.patient_id), '{}'),
         coalesce(array_agg(DISTINCT s.course_id) FILTER (WHERE s.course_id IS NOT NULL), '{}')
    INTO patients, courses
  FROM rettvei.seen_by(who, held_role, units, own, day, moment, only_patient) s
  WHERE s.patient_id <> ALL (blocked_patients) AND (s.course_id IS NULL OR s.course_id <> ALL (blocked_courses));
  IF held_role = 'relative' THEN
    SELECT coalesce(array_agg(i.item) FILTER (WHERE i.state = 'withheld'), '{}'),
           coalesce(array_agg(i.item) FILTER (WHERE i.state = 'released'), '{}')
      INTO withheld, released
    FROM rettvei.items_for_guardian(who, day, only_patient) i;
  END IF;
  PERFORM set_config('rettvei.actor', who, true),
          set_config('rettvei.role', held_role, true),
          set_config('rettvei.organisation', organisation, true),
          set_config('rettvei.units', CASE WHEN held_role IN ('coordinator', 'leader') THEN units ELSE '{}' END::text, true),
          set_config('rettvei.desks', CASE WHEN held_role IN ('coordinator', 'leader', 'municipality') THEN units ELSE '{}' END::text, true),
          set_config('rettvei.own', CASE WHEN held_role = 'patient' THEN ARRAY[own] ELSE '{}' END::text, true),
          set_config('rettvei.since', (day - 30)::text, true),
          set_config('rettvei.patients', patients::text, true),
          set_config('rettvei.courses', courses::text, true),
          set_config('rettvei.withheld', withheld::text, true),
          set_config('rettvei.released', released::text, true),
          set_config('rettvei.blocked_patients', blocked_patients::text, true),
          set_config('rettvei.blocked_courses', blocked_courses::text, true);
END;
$$;
REVOKE ALL ON FUNCTION rettvei.enter FROM PUBLIC;
GRANT EXECUTE ON FUNCTION rettvei.enter TO rettvei_service;

-- What was worked out. Each is asked once in a statement, never once a row.
CREATE FUNCTION rettvei.held(name text) RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(nullif(current_setting('rettvei.' || name, true), ''), '{}')::text[];
CREATE FUNCTION rettvei.my_patients() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE RETURN rettvei.held('patients');
CREATE FUNCTION rettvei.my_courses() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE RETURN rettvei.held('courses');
CREATE FUNCTION rettvei.my_units() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE RETURN rettvei.held('units');
CREATE FUNCTION rettvei.my_desks() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE RETURN rettvei.held('desks');
CREATE FUNCTION rettvei.my_own() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE RETURN rettvei.held('own');
CREATE FUNCTION rettvei.blocked_patients() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE RETURN rettvei.held('blocked_patients');
CREATE FUNCTION rettvei.blocked_courses() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE RETURN rettvei.held('blocked_courses');
CREATE FUNCTION rettvei.withheld_matters() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE RETURN rettvei.held('withheld');
CREATE FUNCTION rettvei.released_matters() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE RETURN rettvei.held('released');
CREATE FUNCTION rettvei.my_self() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('rettvei.actor', true), '');
CREATE FUNCTION rettvei.my_role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('rettvei.role', true), '');
CREATE FUNCTION rettvei.my_organisation() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('rettvei.organisation', true), '');
CREATE FUNCTION rettvei.ended_since() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('rettvei.since', true), '')::date;

-- A kept answer is for whoever asked.
ALTER TABLE rettvei.answered_request ADD COLUMN actor_id text COLLATE "C" DEFAULT nullif(current_setting('rettvei.actor', true), '');

DO $$
DECLARE
  held text;
BEGIN
  FOREACH held IN ARRAY ARRAY['patient', 'course', 'record', 'fact', 'matter', 'course_state', 'audit_entry', 'answered_request'] LOOP
    EXECUTE format('ALTER TABLE rettvei.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', held);
    EXECUTE format('CREATE POLICY of_the_system ON rettvei.%I TO rettvei_system USING (true) WITH CHECK (true)', held);
  END LOOP;
END;
$$;

-- A course is seen if it is among those of the person, or at the unit.
CREATE POLICY seen ON rettvei.course_state FOR SELECT TO rettvei_service USING (
  course_id = ANY ((SELECT rettvei.my_courses())::text[])
  OR (unit_id = ANY ((SELECT rettvei.my_units())::text[]) AND (running OR last_event_on >= (SELECT rettvei.ended_since()))
      AND patient_id <> ALL ((SELECT rettvei.blocked_patients())::text[])
      AND course_id <> ALL ((SELECT rettvei.blocked_courses())::text[]))
);
CREATE POLICY seen ON rettvei.course FOR SELECT TO rettvei_service USING (
  course_id = ANY ((SELECT rettvei.my_courses())::text[])
  OR EXISTS (SELECT FROM rettvei.course_state s WHERE s.course_id = course.course_id)
);
CREATE POLICY seen ON rettvei.record FOR SELECT TO rettvei_service USING (
  course_id = ANY ((SELECT rettvei.my_courses())::text[])
  OR EXISTS (SELECT FROM rettvei.course_state s WHERE s.course_id = record.course_id)
);
-- A matter is seen with its course; without one, with its patient; and by whoever is to do something about it.
CREATE POLICY seen ON rettvei.matter FOR SELECT TO rettvei_service USING (
  (course_id = ANY ((SELECT rettvei.my_courses())::text[]) AND matter_id <> ALL ((SELECT rettvei.withheld_matters())::text[]))
  OR (course_id IS NULL AND patient_id = ANY ((SELECT rettvei.my_patients())::text[]))
  OR matter_id = ANY ((SELECT rettvei.released_matters())::text[])
  OR (patient_id IS NULL AND (SELECT rettvei.my_role()) IS NOT NULL)
  OR ((unit_id = ANY ((SELECT rettvei.my_desks())::text[])
       OR (person_id = (SELECT rettvei.my_self()) AND type NOT IN ('block', 'representation')))
      AND open
      AND (patient_id IS NULL OR patient_id <> ALL ((SELECT rettvei.blocked_patients())::text[]))
      AND (course_id IS NULL OR course_id <> ALL ((SELECT rettvei.blocked_courses())::text[])))
  OR EXISTS (SELECT FROM rettvei.course_state s WHERE s.course_id = matter.course_id
                AND s.unit_id = ANY ((SELECT rettvei.my_units())::text[]))
);
CREATE POLICY seen ON rettvei.fact FOR SELECT TO rettvei_service USING (
  (course_id = ANY ((SELECT rettvei.my_courses())::text[]) AND matter_id <> ALL ((SELECT rettvei.withheld_matters())::text[]))
  OR (course_id IS NULL AND patient_id = ANY ((SELECT rettvei.my_patients())::text[]))
  OR EXISTS (SELECT FROM rettvei.matter m WHERE m.matter_id = fact.matter_id)
);
CREATE POLICY seen ON rettvei.patient FOR SELECT TO rettvei_service USING (
  patient_id = ANY ((SELECT rettvei.my_patients())::text[])
  OR EXISTS (SELECT FROM rettvei.course_state s WHERE s.patient_id = patient.patient_id)
  OR EXISTS (SELECT FROM rettvei.matter m WHERE m.patient_id = patient.patient_id)
);

-- The audit: everybody adds their own, and sees their own; the patient what concerns the patient, the log controller
-- what those of the organisation did.
CREATE POLICY own_entries ON rettvei.audit_entry FOR INSERT TO rettvei_service
  WITH CHECK (actor_id = (SELECT rettvei.my_self()));
CREATE POLICY seen ON rettvei.audit_entry FOR SELECT TO rettvei_service USING (
  actor_id = (SELECT rettvei.my_self())
  OR patient_ids && (SELECT rettvei.my_own())::text[]
  OR ((SELECT rettvei.my_role()) = 'log-controller' AND organisation = (SELECT rettvei.my_organisation()))
);
CREATE POLICY own_answers ON rettvei.answered_request TO rettvei_service
  USING (actor_id = (SELECT rettvei.my_self())) WITH CHECK (actor_id = (SELECT rettvei.my_self()));
