-- The seal of an audit entry, and a checkpoint.
INSERT INTO rettvei.audit_leaf (place, seq, hash)
  SELECT 0, seq, decode(repeat('ab', 32), 'hex') FROM rettvei.audit_entry WHERE request_id = 'req-1';
INSERT INTO rettvei.audit_checkpoint (size, sealed_at, edge, note) VALUES
  (1, '2026-06-01 08:00:00+02', ARRAY[decode(repeat('ab', 32), 'hex')], E'rettvei\n1\nroot\n\n— rettvei-audit sig\n');
