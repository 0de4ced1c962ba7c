// Knows that what was written by somebody who asked has its audit, which was written with it.
import { byStatement } from "./invariant.ts";

// The audit's number comes right after those of what the request wrote; what the service does in a job, nobody asked for.
export const WRITING_AUDITED = byStatement(
  "Every record and fact that somebody wrote has the audit of its writing.",
  `WITH written AS (
     SELECT 'record ' || r.record_id AS what, r.seq, r.recorded_by AS actor_id, c.patient_id
     FROM rettvei.record r JOIN rettvei.course c USING (course_id) WHERE r.recorded_by IS NOT NULL
     UNION ALL
     SELECT 'fact ' || fact_id, seq, recorded_by, patient_id FROM rettvei.fact
   )
   SELECT what || ': expected an audit entry of its writing, got none' AS trouble
   FROM written w
   WHERE actor_id <> 'service' AND NOT EXISTS (
     SELECT FROM rettvei.audit_entry a
     WHERE a.outcome = 'allowed' AND a.verb <> 'r' AND a.actor_id = w.actor_id
       AND w.seq <= a.resource_version AND a.resource_version < a.seq
       AND (w.patient_id IS NULL OR w.patient_id = ANY (a.patient_ids)))
   ORDER BY w.seq`,
);
