// Knows that nobody was given anything without a decision.
import { byStatement } from "./invariant.ts";

export const ACCESS_DECIDED = byStatement(
  "Everything that was answered was answered on a ground, to somebody who is known.",
  `SELECT 'audit entry ' || seq || ': expected a ground and who asked, got ' || basis || ' for ' || actor_kind AS trouble
   FROM rettvei.audit_entry
   WHERE outcome = 'allowed' AND (basis = 'none' OR decision_ref = '' OR actor_kind = 'nobody')
   ORDER BY seq`,
);
