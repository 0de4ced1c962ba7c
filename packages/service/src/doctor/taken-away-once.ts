// Knows that a record is taken away or replaced at most once, by one written after it: what is superseded is never current.
import { byStatement } from "./invariant.ts";

export const TAKEN_AWAY_ONCE = byStatement(
  "No record is voided or corrected twice, or by one written before it.",
  `WITH taking AS (
     SELECT coalesce(voids, corrects) AS record_id, seq FROM rettvei.record WHERE num_nonnulls(voids, corrects) > 0
   )
   SELECT 'record ' || record_id || ': expected to be voided or corrected once, got ' || count(*) || ' times' AS trouble
   FROM taking GROUP BY record_id HAVING count(*) > 1
   UNION ALL
   SELECT 'record ' || r.record_id || ': expected to be voided or corrected by a later one, got an earlier one'
   FROM taking t JOIN rettvei.record r USING (record_id) WHERE t.seq <= r.seq`,
);
