-- Inner nodes of the audit's tree, each of 256 below it: what a proof of one entry needs in place of all leaves. Made from the leaves by the
-- sealing, and made again wherever they are missing; nobody has to believe them, for a proof that rests on a wrong one does not meet the root.
CREATE TABLE rettvei.audit_node (
  -- 1 above leaves, 2 above nodes of level 1, and so on.
  level smallint NOT NULL CHECK (level > 0),
  -- Place among those of its level, from 0 without a gap.
  place bigint NOT NULL,
  hash  bytea NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (level, place)
);

DO $$
BEGIN
  GRANT SELECT, INSERT ON rettvei.audit_node TO rettvei_service;
EXCEPTION
  WHEN undefined_object THEN NULL;
END;
$$;
