-- What was told beside the registrations, where it stands, and a record that was confirmed from it.
INSERT INTO rettvei.fact (fact_id, kind, matter_id, patient_id, course_id, unit_id, happened_on, recorded_at, recorded_by,
                          recorded_as, body) VALUES
  ('f1', 'assigned', 'assignment:coordinator:c1', 'p1', 'c1', 'u1', '2024-02-14', '2024-02-14 09:00:00+01', 'a1', 'coordinator',
   '{"role": "coordinator", "personId": "a1", "personName": "Kåre Koordinator", "phone": null, "note": "ny\nlinje"}');
INSERT INTO rettvei.matter (matter_id, type, state, open, patient_id, course_id, unit_id, person_id, due_on, last_seq)
  SELECT matter_id, 'assignment', 'coordinator', true, patient_id, course_id, unit_id, 'a1', NULL, seq FROM rettvei.fact WHERE fact_id = 'f1';
INSERT INTO rettvei.record (record_id, course_id, event, occurred_on, recorded_at, recorded_by, entered, from_fact) VALUES
  ('r10', 'c1', 'evaluation', '2024-04-20', '2024-04-20 10:00:00+02', 'a1', 'confirmed', 'f1');
