// Knows that no audit tells of a change that is not there.
import { byStatement } from "./invariant.ts";

export const AUDIT_OF_SOMETHING = byStatement(
  "Every audit entry of a change names a record or fact that is there.",
  `SELECT 'audit entry ' || seq || ': expected the record or fact ' || resource_version || ', got none' AS trouble
   FROM rettvei.audit_entry a
   WHERE outcome = 'allowed' AND verb IN ('w', 'd') AND resource_version IS NOT NULL
     AND NOT EXISTS (SELECT FROM rettvei.record r WHERE r.seq = a.resource_version)
     AND NOT EXISTS (SELECT FROM rettvei.fact f WHERE f.seq = a.resource_version)
   ORDER BY seq`,
);
