-- A judged state, as it may have been kept; it is judged again where the program judges by something else.
INSERT INTO rettvei.course_state (course_id, patient_id, pathway, last_seq, judged_by, edition, edition_hash, judged_for,
  valid_until, running, unit_id, next_on, errors, warnings, infos) VALUES
  ('c1', 'p1', 'tsb', 5, 'an earlier program', '2023-01-01', 'x', '2024-04-02', 'infinity', true, 'u1', '2024-04-21', 0, 0, 0);
