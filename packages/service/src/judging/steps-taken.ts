// Knows which steps of a course were taken, and how long each took: its verdicts that something has closed.
import type { CalendarDate, Verdict } from "@rettvei/engine";

/** As it is kept with the state of its course. */
export interface StepTaken {
  readonly rule: string;
  /** The day it was taken. */
  readonly on: CalendarDate;
  /** From the day it began, as the rule counts. */
  readonly days: number;
  /** Longer than recommended, or a deadline breached; null where no limit is known. */
  readonly over: boolean | null;
  /** Where it began. */
  readonly unit: string | null;
}

function overOf({ verdict }: Verdict): boolean | null {
  if (verdict === "not-met") return true;
  return verdict === "met" ? false : null;
}

export function stepsTaken(verdicts: readonly Verdict[]): readonly StepTaken[] {
  return verdicts.flatMap((verdict) => {
    const { rule, to, days, unitId } = verdict;
    if (to === undefined || days === undefined) return [];
    const step = { rule: rule.id, on: to.occurredOn, days, over: overOf(verdict) };
    return [{ ...step, unit: unitId ?? null }];
  });
}
