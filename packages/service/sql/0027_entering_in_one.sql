-- What somebody at the unit may see of one patient is worked out by one statement in place of two, each of which took as long
-- to begin as to answer. What each role sees is what it was.
CREATE OR REPLACE FUNCTION rettvei.enter(
  who text, held_role text, organisation text, units text[], own text, day date, moment timestamptz, only_patient text
) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  patients text[] := '{}'; courses text[] := '{}'; blocked_patients text[]; blocked_courses text[];
  withheld text[] := '{}'; released text[] := '{}';
BEGIN
  SELECT coalesce(array_agg(b.patient_id) FILTER (WHERE b.course_id IS NULL), '{}'),
         coalesce(array_agg(b.course_id) FILTER (WHERE b.course_id IS NOT NULL), '{}')
    INTO blocked_patients, blocked_courses
  FROM rettvei.blocked_for(who, held_role, organisation, units, moment) b;

  -- The patient: everything.
  IF held_role = 'patient' AND own IS NOT NULL THEN
    SELECT ARRAY[own], coalesce(array_agg(c.course_id), '{}') INTO patients, courses
    FROM rettvei.course c WHERE c.patient_id = own;
  END IF;

  -- Of one patient, for those who treat and coordinate: a course at the unit that runs or ended lately, something that
  -- waits for the unit, a task in a course that runs, and access taken in an unforeseen situation, until it ends.
  IF held_role IN ('practitioner', 'coordinator', 'leader') AND only_patient IS NOT NULL THEN
    SELECT coalesce(array_agg(t.patient_id), '{}'), coalesce(array_agg(t.course_id) FILTER (WHERE t.course_id IS NOT NULL), '{}')
      INTO patients, courses
    FROM (
      SELECT s.patient_id, s.course_id
      FROM rettvei.course_state s
      WHERE s.patient_id = only_patient AND held_role <> 'practitioner'
        AND s.unit_id = ANY (units) AND (s.running OR s.last_event_on >= day - 30)
      UNION ALL
      SELECT m.patient_id, coalesce(c.course_id, m.course_id)
      FROM rettvei.matter m
      LEFT JOIN rettvei.course_state s ON s.course_id = m.course_id AND m.type = 'assignment'
      LEFT JOIN rettvei.fact f ON f.matter_id = m.matter_id AND f.kind = 'break-glass-opened' AND m.type = 'break-glass'
      LEFT JOIN rettvei.course c ON c.patient_id = m.patient_id AND m.type = 'break-glass'
      WHERE m.patient_id = only_patient AND m.open
        AND CASE m.type
              WHEN 'referral' THEN held_role <> 'practitioner' AND m.unit_id = ANY (units)
              WHEN 'transfer' THEN held_role <> 'practitioner' AND m.unit_id = ANY (units)
              WHEN 'assignment' THEN held_role <> 'leader' AND m.person_id = who AND s.running
              WHEN 'break-glass' THEN held_role <> 'leader' AND m.person_id = who AND (f.body ->> 'until')::timestamptz > moment
              ELSE false
            END
    ) t
    WHERE t.patient_id <> ALL (blocked_patients) AND (t.course_id IS NULL OR t.course_id <> ALL (blocked_courses));
  -- Of all patients: tasks and opened access.
  ELSIF held_role IN ('practitioner', 'coordinator') THEN
    SELECT coalesce(array_agg(DISTINCT t.patient_id), '{}'),
           coalesce(array_agg(DISTINCT t.course_id) FILTER (WHERE t.course_id IS NOT NULL), '{}')
      INTO patients, courses
    FROM (
      SELECT m.patient_id, m.course_id
      FROM rettvei.matter m JOIN rettvei.course_state s ON s.course_id = m.course_id
      WHERE m.person_id = who AND m.open AND m.type = 'assignment' AND s.running
      UNION ALL
      SELECT m.patient_id, c.course_id
      FROM rettvei.matter m
      JOIN rettvei.fact f ON f.matter_id = m.matter_id AND f.kind = 'break-glass-opened'
      LEFT JOIN rettvei.course c ON c.patient_id = m.patient_id
      WHERE m.person_id = who AND m.open AND m.type = 'break-glass'
        AND (f.body ->> 'until')::timestamptz > moment
    ) t
    WHERE t.patient_id <> ALL (blocked_patients) AND (t.course_id IS NULL OR t.course_id <> ALL (blocked_courses));
  END IF;

  -- What was shared with the person or the unit, of one patient or of all.
  IF held_role IN ('referrer', 'municipality') AND only_patient IS NOT NULL THEN
    SELECT coalesce(array_agg(DISTINCT m.patient_id), '{}'), coalesce(array_agg(DISTINCT c.course_id), '{}')
      INTO patients, courses
    FROM rettvei.matter m JOIN rettvei.course c ON c.patient_id = m.patient_id AND (m.course_id IS NULL OR c.course_id = m.course_id)
    WHERE m.patient_id = only_patient AND m.open AND m.type = 'sharing'
      AND (m.due_on IS NULL OR m.due_on >= day) AND (m.person_id = who OR m.unit_id = ANY (units))
      AND m.patient_id <> ALL (blocked_patients) AND c.course_id <> ALL (blocked_courses);
  ELSIF held_role IN ('referrer', 'municipality') THEN
    SELECT coalesce(array_agg(DISTINCT m.patient_id), '{}'), coalesce(array_agg(DISTINCT c.course_id), '{}')
      INTO patients, courses
    FROM rettvei.matter m JOIN rettvei.course c ON c.patient_id = m.patient_id AND (m.course_id IS NULL OR c.course_id = m.course_id)
    WHERE m.open AND m.type = 'sharing'
      AND (m.due_on IS NULL OR m.due_on >= day) AND (m.person_id = who OR m.unit_id = ANY (units))
      AND m.patient_id <> ALL (blocked_patients) AND c.course_id <> ALL (blocked_courses);
  END IF;

  -- What somebody sees who acts for the patient: all but what was withheld, or only what was released.
  IF held_role = 'relative' THEN
    SELECT coalesce(array_agg(DISTINCT r.patient_id), '{}'), coalesce(array_agg(DISTINCT c.course_id), '{}')
      INTO patients, courses
    FROM rettvei.represented_by(who, only_patient, day) r
    JOIN rettvei.course c ON c.patient_id = r.patient_id AND (r.course_id IS NULL OR c.course_id = r.course_id)
    LEFT JOIN rettvei.matter g ON g.matter_id = 'guardians ' || c.course_id AND g.type = 'guardian-view'
    WHERE CASE r.seen
            WHEN 'all' THEN NOT r.as_guardian OR g.state IS DISTINCT FROM 'withheld'
            WHEN 'released' THEN g.state = 'released'
            ELSE false
          END
      AND r.patient_id <> ALL (blocked_patients) AND c.course_id <> ALL (blocked_courses);
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
