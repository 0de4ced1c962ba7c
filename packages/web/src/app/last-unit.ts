// Knows which unit the reader looked at last, and in this window which part of its work list.
import type { WorkListSearch } from "../features/work-list/work-list-search.ts";

const KEY = "rettvei.unit";

export function lastUnit(): string | undefined {
  return localStorage.getItem(KEY) ?? undefined;
}

export function rememberUnit(unitId: string): void {
  localStorage.setItem(KEY, unitId);
}

export function forgetUnit(): void {
  localStorage.removeItem(KEY);
}

export interface SeenList {
  /** Undefined: one's own. */
  readonly unitId: string | undefined;
  readonly search: WorkListSearch;
}

let seen: SeenList | undefined;

export function rememberList(list: SeenList): void {
  seen = list;
}

/** The work list that this window showed last; undefined before any. */
export function lastList(): SeenList | undefined {
  return seen;
}
