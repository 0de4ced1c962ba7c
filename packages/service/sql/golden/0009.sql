-- A login on its way, a session, and a proof that was used.
INSERT INTO rettvei.login_attempt (attempt_hash, state, nonce, verifier, return_to, begun_at) VALUES
  ('\x01', 's', 'n', 'v', '/', '2026-06-01 00:00:00+02');
INSERT INTO rettvei.session (session_hash, login_id, actor_id, grant_id, auth_time, created_at, last_used_at, ends_at, ended_at) VALUES
  ('\x02', 'l1', 'a1', 'g1', '2026-06-01 08:00:00+02', '2026-06-01 08:00:00+02', '2026-06-01 08:10:00+02', '2026-06-01 18:00:00+02', NULL);
INSERT INTO rettvei.used_proof (proof_hash, used_at) VALUES ('\x03', '2026-06-01 08:00:00+02');
