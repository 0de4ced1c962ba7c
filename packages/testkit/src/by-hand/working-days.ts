// Knows which days design section 5 counts as free, typed in by hand.
import type { WorkingDayRules } from "@rettvei/engine";

export const FREE_DAYS: WorkingDayRules = {
  weekend: [6, 7],
  fixed: ["01-01", "05-01", "05-17", "12-25", "12-26"],
  easterOffsets: [-3, -2, 1, 39, 50],
};
