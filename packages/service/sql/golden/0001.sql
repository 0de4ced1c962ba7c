-- What a database of the first release may hold. Nobody in it exists.
INSERT INTO rettvei.unit (unit_id, name, kind, hf_name, rhf_name, synthetic) VALUES
  ('u1', 'Ålesund DPS', 'dps', 'Helse Møre og Romsdal HF', 'Helse Midt-Norge RHF', false),
  ('u2', 'Áltá "ruoŧŧa" \ tabulator	og ny
linje', 'tsb-ward', NULL, NULL, true);
INSERT INTO rettvei.patient (patient_id, name, birth_year, person_number) VALUES
  ('p1', 'Testine Skinnbakken', 1984, '13897012345'),
  ('p2', 'Ærlig Øystein Åse', 2009, NULL),
  ('p3', NULL, NULL, NULL);
INSERT INTO rettvei.course (course_id, patient_id, pathway) VALUES
  ('c1', 'p1', 'tsb'), ('c2', 'p1', 'gravide-rus'), ('c3', 'p2', 'phv-barn-unge'), ('c4', 'p3', 'tsb');
INSERT INTO rettvei.record (record_id, course_id, event, outcome, occurred_on, recorded_at, care_level, unit_id,
                            severity, granted_for, legal_deadline, condition, voids, corrects, code) VALUES
  ('r1', 'c1', 'referral-received', NULL, '2024-02-13', '2024-02-13 08:15:00.123+01', NULL, 'u1', NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  ('r2', 'c1', 'pathway-start', NULL, '2024-02-13', '2024-02-13 08:16:00+01', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'B01'),
  ('r3', 'c1', 'referral-assessed', 'right-granted', '2024-02-20', '2024-02-20 15:59:59.999+01', NULL, NULL, NULL, 'treatment', '2024-06-30', NULL, NULL, NULL, NULL),
  ('r4', 'c1', 'first-attendance', NULL, '2024-03-31', '2024-03-31 03:30:00+02', 'poliklinikk', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  ('r5', 'c1', 'pathway-start', NULL, '2024-02-14', '2024-04-02 10:00:00+02', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'r2', NULL),
  ('r6', 'c2', 'pathway-start', NULL, '2024-02-29', '2024-02-29 23:59:00+01', NULL, 'u2', NULL, NULL, NULL, 'tsb', NULL, NULL, NULL),
  ('r7', 'c3', 'pathway-start', NULL, '2025-12-31', '2026-01-01 00:00:00+01', NULL, 'u1', 'serious', NULL, NULL, NULL, NULL, NULL, NULL),
  ('r8', 'c3', 'first-attendance', NULL, '2026-01-07', '2026-01-07 12:00:00+01', 'dogn', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  ('r9', 'c3', NULL, NULL, NULL, '2026-01-08 12:00:00+01', NULL, NULL, NULL, NULL, NULL, NULL, 'r8', NULL, NULL);
