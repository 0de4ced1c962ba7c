// Knows all editions and which of them a course follows.
import type { DayNumber } from "../calendar/calendar-date.ts";
import { type WorkingDayRules, workingCalendar } from "../calendar/working-days.ts";
import type { CountedRecord } from "../log/counting.ts";
import { type CompiledEdition, compileEdition } from "./compiled-edition.ts";
import type { Edition } from "./edition.ts";

/** Compiled editions of all pathways. */
export interface Library {
  readonly pathways: ReadonlyMap<string, PathwayEditions>;
}

export interface PathwayEditions {
  readonly pathway: string;
  /** Editions that were or are in force, earliest first; never empty. */
  readonly inForce: readonly [CompiledEdition, ...CompiledEdition[]];
  /** Never in force; only ever used by name. */
  readonly drafts: readonly CompiledEdition[];
}

/** Compiles editions once. Throws if a pathway has no edition that was ever in force. */
export function compileLibrary(
  editions: readonly Edition[],
  workingDays: WorkingDayRules,
): Library {
  const calendar = workingCalendar(workingDays);
  const pathways = new Map<string, PathwayEditions>();
  for (const pathway of new Set(editions.map((edition) => edition.pathway))) {
    const own = editions
      .filter((edition) => edition.pathway === pathway)
      .sort((a, b) => (a.edition < b.edition ? -1 : 1))
      .map((edition) => compileEdition(edition, calendar));
    const [first, ...later] = own.filter((compiled) => compiled.edition.status === "in-force");
    if (first === undefined)
      throw new Error(`pathway ${pathway}: expected an edition in force, got none`);
    const drafts = own.filter((compiled) => compiled.edition.status === "draft");
    pathways.set(pathway, { pathway, inForce: [first, ...later], drafts });
  }
  return { pathways };
}

/** The edition in force on a day; before the first edition, the first. */
export function editionOn(editions: PathwayEditions, day: DayNumber): CompiledEdition {
  let found = editions.inForce[0];
  for (const candidate of editions.inForce) {
    if (candidate.fromDay <= day) found = candidate;
  }
  return found;
}

/** The edition with this first date, drafts included; undefined if there is none. */
export function editionNamed(editions: PathwayEditions, date: string): CompiledEdition | undefined {
  return [...editions.inForce, ...editions.drafts].find(
    (compiled) => compiled.edition.edition === date,
  );
}

/**
 * The edition a course is pinned to: in force on the date of its first start, or of its earliest
 * record if it has none. `counted` are the records that count, in order; undefined if none does.
 */
export function pinnedEdition(
  editions: PathwayEditions,
  counted: readonly CountedRecord[],
): CompiledEdition | undefined {
  const { start } = editions.inForce[0];
  const pinning = counted.find((at) => at.event === start) ?? counted[0];
  return pinning && editionOn(editions, pinning.day);
}
