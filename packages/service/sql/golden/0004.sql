-- The answer to a request.
INSERT INTO rettvei.answered_request (key, request_hash, status, version, answer, answered_at) VALUES
  ('0b7e6c1e-8d52-4f0e-9d4c-2f3a1c5b6d7e', 'h', 201, 9, '{"course":{"courseId":"c3"}}', '2026-01-08 12:00:00+01');
