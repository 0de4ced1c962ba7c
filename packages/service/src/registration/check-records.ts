// Knows what is wrong with new records: words the vocabulary lacks, and what the rules of a log refuse.
import {
  type Edition,
  type EventRecord,
  isVoid,
  type Library,
  type LogRecord,
} from "@rettvei/engine";
import type { Problem } from "../app-error.ts";

/** A word as it may be shown again: never a long text, and nothing that may be a person's number. */
export function shown(value: string): string {
  if (/^[\w.:-]{1,64}$/.test(value) && !/\d{9,}/.test(value)) return `"${value}"`;
  return `a text of ${value.length} characters`;
}

function outcomeProblem(edition: Edition, event: EventRecord, path: string): Problem | undefined {
  const definition = edition.events.find(({ id }) => id === event.event);
  const { outcome } = event;
  if (definition === undefined || outcome === undefined) return undefined;
  if (definition.outcomes.some(({ id }) => id === outcome)) return undefined;
  const ids = definition.outcomes.map(({ id }) => id).join(", ");
  const expected = ids === "" ? `no outcome for ${definition.id}` : `one of ${ids}`;
  return { path: `${path}/outcome`, expected, found: shown(outcome) };
}

/** Words of the records that the vocabulary of the course's edition does not hold. */
export function unknownWords(
  records: readonly LogRecord[],
  edition: Edition,
  library: Library,
): readonly Problem[] {
  return records.flatMap((record, at) => {
    if (isVoid(record)) return [];
    const path = `/records/${at}`;
    const problems: Problem[] = [];
    if (!edition.events.some(({ id }) => id === record.event)) {
      const expected = `one of ${edition.events.map(({ id }) => id).join(", ")}`;
      problems.push({ path: `${path}/event`, expected, found: shown(record.event) });
    }
    const outcome = outcomeProblem(edition, record, path);
    if (outcome !== undefined) problems.push(outcome);
    if (record.condition !== undefined && !library.pathways.has(record.condition)) {
      const expected = `one of ${[...library.pathways.keys()].join(", ")}`;
      problems.push({ path: `${path}/condition`, expected, found: shown(record.condition) });
    }
    return problems;
  });
}

function targetOf(record: LogRecord): string | undefined {
  return isVoid(record) ? record.voids : record.corrects;
}

/** Ids that records of one course take away. */
function takenAway(records: readonly LogRecord[]): ReadonlySet<string> {
  return new Set(records.flatMap((record) => targetOf(record) ?? []));
}

/**
 * New records that may not join the log: what one takes away or replaces must be there, written before it,
 * and not taken away yet, or two who correct at once would leave two records in place of one.
 */
export function refused(
  records: readonly LogRecord[],
  existing: readonly LogRecord[],
): readonly Problem[] {
  const there = new Set(existing.map(({ recordId }) => recordId));
  const gone = new Set(takenAway(existing));
  const problems: Problem[] = [];
  records.forEach((record, at) => {
    const target = targetOf(record);
    if (target !== undefined) {
      const path = `/records/${at}/${isVoid(record) ? "voids" : "corrects"}`;
      if (!there.has(target)) {
        problems.push({ path, expected: "a record of this course", found: shown(target) });
      } else if (gone.has(target)) {
        const expected = "a record that still counts";
        problems.push({ path, expected, found: "one already voided or corrected" });
      }
      gone.add(target);
    }
    there.add(record.recordId);
  });
  return problems;
}

function contentOf(record: LogRecord): string {
  const { recordedAt: _, ...content } = record;
  if (isVoid(record)) return JSON.stringify(content);
  const { recordedOn: __, ...event } = content as Omit<EventRecord, "recordedAt">;
  const told = Object.entries(event).filter(([, value]) => value !== undefined);
  return JSON.stringify(told.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether two records say the same, whenever they were written. */
export function sameContent(a: LogRecord, b: LogRecord): boolean {
  return contentOf(a) === contentOf(b);
}
