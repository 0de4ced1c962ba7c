// Knows that the audit says all that it must of everything that was answered.
import { byStatement } from "./invariant.ts";

const SAID = [
  ...["request_id", "actor_id", "actor_name", "role", "organisation", "point_of_care"],
  ...["resource", "verb", "route", "basis", "decision_ref", "purpose"],
];

// A patient, and a machine that only hands something in, has no enterprise and no unit here.
export const AUDIT_WHOLE = byStatement(
  "Every audit entry says who, in which role and where, what, why and on which ground, with nothing left blank.",
  `SELECT 'audit entry ' || seq || ': expected ' || blank || ', got none' AS trouble
   FROM rettvei.audit_entry a
   CROSS JOIN LATERAL (
     ${SAID.map((column) => `SELECT '${column}' AS blank WHERE btrim(a.${column}) = ''`).join("\n     UNION ALL ")}
     UNION ALL SELECT 'actor_id' WHERE a.outcome = 'allowed' AND a.actor_id = '-'
     UNION ALL SELECT 'role' WHERE a.outcome = 'allowed' AND a.role = '-'
     UNION ALL SELECT 'organisation' WHERE a.outcome = 'allowed' AND a.organisation = '-'
       AND a.role IN ('practitioner', 'coordinator', 'leader', 'municipality', 'log-controller')
     UNION ALL SELECT 'point_of_care' WHERE a.outcome = 'allowed' AND a.point_of_care = '-'
       AND a.role IN ('practitioner', 'coordinator', 'leader')
   ) blanks
   ORDER BY seq`,
);
