// Knows that records, facts and the audit have one order: no number twice, and none to be given a second time.
import { byStatement } from "./invariant.ts";

export const NUMBERS_ONCE = byStatement(
  "Each number is of one record, fact or audit entry, and will not be given again.",
  `WITH numbered AS (
     SELECT seq FROM rettvei.record UNION ALL SELECT seq FROM rettvei.fact UNION ALL SELECT seq FROM rettvei.audit_entry
   ), given AS (
     SELECT last_value FROM pg_sequences
     WHERE format('%I.%I', schemaname, sequencename) = pg_get_serial_sequence('rettvei.record', 'seq')
   )
   SELECT 'number ' || seq || ': expected one row, got ' || count(*) AS trouble
   FROM numbered GROUP BY seq HAVING count(*) > 1
   UNION ALL
   SELECT 'numbers: expected the next to be above ' || max(seq) || ', got ' || coalesce((SELECT last_value FROM given), 0)
   FROM numbered HAVING max(seq) > coalesce((SELECT last_value FROM given), 0)`,
);
