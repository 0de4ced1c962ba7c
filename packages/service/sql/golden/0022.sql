-- A referral that somebody is still writing.
INSERT INTO rettvei.referral_draft (draft_id, writer_id, content, version, saved_at) VALUES
  ('d1', 'a1', '{"pathway":"tsb","patientWords":"Jeg vil sove."}', 2, '2026-06-01 08:00:00+02');
