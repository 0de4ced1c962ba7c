// Knows that the audit is as it was sealed, as far as that shows from inside the database.
import { verifyAudit } from "../audit/seal/verify-audit.ts";
import type { Invariant } from "./invariant.ts";

export const AUDIT_AS_SEALED: Invariant = {
  says: "The audit is as it was sealed.",
  troubles: async ({ client, verifier }) => {
    const { rows } = await client.query("SELECT 1 FROM rettvei.audit_checkpoint LIMIT 1");
    if (verifier === undefined)
      return rows.length === 0 ? [] : ["seal: expected the key that verifies it, got none"];
    const { faults } = await verifyAudit(client, verifier);
    return faults.map(({ at, what }) => `audit entry ${at}: ${what}`);
  },
};
