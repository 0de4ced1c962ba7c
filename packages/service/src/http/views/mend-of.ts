// Knows which registration mends an oddity in a log, where one does.
import type { Finding, Position } from "@rettvei/engine";
import type { MendView } from "../schemas/course.ts";

const correct = (recordId: string | undefined): MendView | null =>
  recordId === undefined ? null : { by: "correct", recordId };

/** Null where it is for people to find out: two courses at once, or too many of a kind. */
export function mendOf(
  { rule, recordIds }: Finding,
  position: Pick<Position, "nextStep"> | undefined,
): MendView | null {
  switch (rule.kind) {
    case "missing":
      return { by: "register", event: rule.event };
    case "inactive":
      return position?.nextStep === undefined ? null : { by: "register", event: position.nextStep };
    case "repeated": {
      const last = recordIds.at(-1);
      return last === undefined ? null : { by: "void", recordId: last };
    }
    case "date-differs":
      return correct(recordIds[0]);
    case "dated-before-first":
    case "dated-after-first":
    case "outcome-missing":
    case "outcome-unknown":
    case "care-level-missing":
    case "recorded-before-occurred":
    case "not-in-edition":
    case "legal-deadline-moved":
      return correct(recordIds.at(-1));
    case "started-when-retired":
    case "parallel":
    case "transfer-without-start":
      return null;
  }
}
