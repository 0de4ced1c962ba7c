-- A node of the audit's tree.
INSERT INTO rettvei.audit_node (level, place, hash) VALUES (1, 0, decode(repeat('cd', 32), 'hex'));
