-- Who may log in, as whom, in which role, and a role that was taken back.
INSERT INTO rettvei.actor (actor_id, kind, name, hpr, patient_id, recorded_at) VALUES
  ('a1', 'person', 'Kåre Koordinator', '9144900', NULL, '2024-01-01 00:00:00+01'),
  ('m1', 'machine', 'EPJ', NULL, NULL, '2024-01-01 00:00:00+01');
INSERT INTO rettvei.actor_identity (issuer, subject, actor_id, recorded_at) VALUES
  ('https://issuer.example', 'sub-1', 'a1', '2024-01-01 00:00:00+01');
INSERT INTO rettvei.role_grant (grant_id, actor_id, role, organisation, unit_ids, valid_from, valid_to, recorded_at, recorded_by) VALUES
  ('g1', 'a1', 'coordinator', '983974880', '{u1,u2}', '2024-01-01 00:00:00+01', '2026-12-31 00:00:00+01', '2024-01-01 00:00:00+01', 'leader');
INSERT INTO rettvei.role_grant_end (grant_id, ended_at, recorded_at, recorded_by) VALUES
  ('g1', '2026-06-30 00:00:00+02', '2026-06-30 00:00:00+02', 'leader');
