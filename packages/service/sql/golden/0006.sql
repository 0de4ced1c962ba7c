-- The audit of a request.
INSERT INTO rettvei.audit_entry (at, request_id, actor_id, actor_kind, actor_name, hpr, role, organisation, point_of_care,
  patient_ids, course_id, resource, resource_version, verb, route, basis, decision_ref, purpose, outcome, salt) VALUES
  ('2024-04-20 10:00:00+02', 'req-1', 'a1', 'person', 'Kåre Koordinator', '9144900', 'coordinator', '983974880', 'u1',
   '{p1}', 'c1', 'course', 10, 'w', 'POST /api/courses/:courseId/records', 'unit', 'u1', 'COC', 'allowed',
   'b0a1f1c2-0000-4000-8000-000000000001');
