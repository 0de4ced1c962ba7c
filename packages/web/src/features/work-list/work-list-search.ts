// Knows which part of a work list an address shows: words of views and filters, and ids of pathways and phases.
import type { CareLevel } from "@rettvei/engine";

const VIEWS = ["mine", "not-assigned", "over", "in-and-out"] as const;
export type View = (typeof VIEWS)[number];

const CARE_LEVELS = ["poliklinikk", "dag", "dogn", "unknown"] as const satisfies readonly (
  | CareLevel
  | "unknown"
)[];
export type CareLevelChoice = (typeof CARE_LEVELS)[number];

export const STANDINGS = ["statutory", "recommendation", "target", "planned", "local"] as const;
export type StandingChoice = (typeof STANDINGS)[number];

export interface WorkListSearch {
  /** All of the unit where none is said. */
  readonly view?: View;
  readonly group?: "undated";
  readonly pathway?: string;
  readonly phase?: string;
  readonly careLevel?: CareLevelChoice;
  readonly standing?: StandingChoice;
}

function oneOf<W extends string>(words: readonly W[], said: unknown): W | undefined {
  return words.find((word) => word === said);
}

/** Leaves out what is undefined. */
function only<T extends object>(given: T): { [K in keyof T]: NonNullable<T[K]> } {
  const said = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as { [K in keyof T]: NonNullable<T[K]> };
}

export function workListSearch(search: Record<string, unknown>): WorkListSearch {
  const id = (said: unknown) => (typeof said === "string" ? said : undefined);
  return only({
    view: oneOf(VIEWS, search.view),
    group: oneOf(["undated"] as const, search.group),
    pathway: id(search.pathway),
    phase: id(search.phase),
    careLevel: oneOf(CARE_LEVELS, search.careLevel),
    standing: oneOf(STANDINGS, search.standing),
  });
}

/** The filters of it, without the view. */
export function filtersOf({ view: _, group: __, ...filters }: WorkListSearch): WorkListSearch {
  return filters;
}

export function isFiltered(search: WorkListSearch): boolean {
  return Object.keys(filtersOf(search)).length > 0;
}
