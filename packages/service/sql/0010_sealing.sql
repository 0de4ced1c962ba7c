-- The seal of the audit: the hash of each entry as a leaf of one growing tree, and signed checkpoints of its root.

CREATE TABLE rettvei.audit_leaf (
  -- Place in the tree, from 0 without a gap, in the order of sealing.
  place bigint PRIMARY KEY,
  seq   bigint NOT NULL UNIQUE,
  hash  bytea NOT NULL CHECK (length(hash) = 32)
);

CREATE TABLE rettvei.audit_checkpoint (
  -- Number of leaves that the root is of.
  size      bigint PRIMARY KEY,
  sealed_at timestamptz NOT NULL,
  -- Hashes of the complete subtrees at the right edge, largest first: all that adding leaves needs.
  edge      bytea[] NOT NULL,
  -- The checkpoint as it is given away: origin, size, root, signature.
  note      text NOT NULL
);

CREATE TRIGGER audit_leaf_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rettvei.audit_leaf
  FOR EACH STATEMENT EXECUTE FUNCTION rettvei.refuse_change();
ALTER TABLE rettvei.audit_leaf ENABLE ALWAYS TRIGGER audit_leaf_is_append_only;
CREATE TRIGGER audit_checkpoint_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rettvei.audit_checkpoint
  FOR EACH STATEMENT EXECUTE FUNCTION rettvei.refuse_change();
ALTER TABLE rettvei.audit_checkpoint ENABLE ALWAYS TRIGGER audit_checkpoint_is_append_only;

DO $$
BEGIN
  GRANT SELECT, INSERT ON rettvei.audit_leaf, rettvei.audit_checkpoint TO rettvei_service;
EXCEPTION
  WHEN undefined_object THEN NULL;
END;
$$;
