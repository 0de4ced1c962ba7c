-- A judged state that tells who coordinates.
INSERT INTO rettvei.course_state (course_id, patient_id, pathway, last_seq, judged_by, judged_for, valid_until, running, unit_id,
  errors, warnings, infos, first_on, coordinator_id) VALUES
  ('c2', 'p1', 'gravide-rus', 6, 'an earlier program', '2024-04-02', 'infinity', true, 'u2', 0, 0, 0, '2024-02-29', 'a1');
