// Knows which records a selector of an edition picks.
import type { RecordSelector } from "@rettvei/engine";
import type { ToldRecord } from "./told-course.ts";

function picks(selector: RecordSelector, { record }: ToldRecord): boolean {
  if (record.event !== selector.event) return false;
  const outcome = record.outcome;
  if (selector.outcomes !== undefined && !selector.outcomes.includes(outcome ?? null)) return false;
  return outcome === undefined || !(selector.exceptOutcomes ?? []).includes(outcome);
}

export function picked(
  told: readonly ToldRecord[],
  selector: RecordSelector,
): readonly ToldRecord[] {
  return told.filter((one) => picks(selector, one));
}

export function ofEvent(told: readonly ToldRecord[], event: string): readonly ToldRecord[] {
  return told.filter((one) => one.record.event === event);
}
