-- A matter of no patient may hold what a message says of one who is not placed yet, or who was looked up: it is seen
-- at the desk of its unit, and where it is of no unit (an address book) by whoever is logged in.
ALTER POLICY seen ON rettvei.matter USING (
  (course_id = ANY ((SELECT rettvei.my_courses())::text[]) AND matter_id <> ALL ((SELECT rettvei.withheld_matters())::text[]))
  OR (course_id IS NULL AND patient_id = ANY ((SELECT rettvei.my_patients())::text[]))
  OR matter_id = ANY ((SELECT rettvei.released_matters())::text[])
  OR (patient_id IS NULL AND (unit_id IS NULL OR type IN ('address', 'intake-person')) AND (SELECT rettvei.my_role()) IS NOT NULL)
  OR (patient_id IS NULL AND unit_id = ANY ((SELECT rettvei.my_desks())::text[]))
  OR ((unit_id = ANY ((SELECT rettvei.my_desks())::text[])
       OR (person_id = (SELECT rettvei.my_self()) AND type NOT IN ('block', 'representation')))
      AND open
      AND (patient_id IS NULL OR patient_id <> ALL ((SELECT rettvei.blocked_patients())::text[]))
      AND (course_id IS NULL OR course_id <> ALL ((SELECT rettvei.blocked_courses())::text[])))
  OR EXISTS (SELECT FROM rettvei.course_state s WHERE s.course_id = matter.course_id
                AND s.unit_id = ANY ((SELECT rettvei.my_units())::text[]))
);
