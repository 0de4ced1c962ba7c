// Knows how the engine judges every rule of every log, and what its verdicts say of the one indicator.
import { libraryOf, readBundle } from "@rettvei/definitions";
import { pinnedCourse, verdictsOf } from "@rettvei/engine";
import { AS_OF } from "./eight-record-logs.mjs";

const RULE = "phv-voksne.assessment";

function isCounted({ rule, to, limitDays, careLevel }) {
  return (
    rule.id === RULE && to !== undefined && limitDays !== undefined && careLevel === "poliklinikk"
  );
}

export function engineContender() {
  const library = libraryOf(readBundle());
  return (logs) => {
    let verdicts = 0;
    let denominator = 0;
    let numerator = 0;
    for (const log of logs) {
      const judged = pinnedCourse(log, library, AS_OF);
      if (judged === undefined) continue;
      const all = verdictsOf(judged);
      verdicts += all.length;
      for (const verdict of all) {
        if (!isCounted(verdict)) continue;
        denominator++;
        if (verdict.verdict === "met") numerator++;
      }
    }
    return { denominator, numerator, verdicts };
  };
}
