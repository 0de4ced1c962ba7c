// Knows that nothing is lost in silence: what is open has somebody who has it, and a day by which something is to be done.
import { byStatement } from "./invariant.ts";

// A task in a course lasts until it is handed over, a sharing until it is ended: neither waits for anything; a block and a hidden address are nobody's task.
export const OPEN_MATTERS_OWNED = byStatement(
  "Everything that is open has an owner and a due date.",
  `SELECT type || ' ' || matter_id || ': expected an owner and a due date, got ' ||
     CASE WHEN unit_id IS NULL AND person_id IS NULL THEN 'no owner' ELSE 'no due date' END AS trouble
   FROM rettvei.matter
   WHERE open AND type NOT IN ('block', 'confidential-address')
     AND ((unit_id IS NULL AND person_id IS NULL) OR (due_on IS NULL AND type NOT IN ('assignment', 'sharing')))
   ORDER BY matter_id`,
);
