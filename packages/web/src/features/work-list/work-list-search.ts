// Knows which part of a work list an address shows.
export interface WorkListSearch {
  readonly group?: "undated";
  readonly pathway?: string;
  readonly phase?: string;
}

export function workListSearch(search: Record<string, unknown>): WorkListSearch {
  return {
    ...(search.group === "undated" ? { group: "undated" } : {}),
    ...(typeof search.pathway === "string" ? { pathway: search.pathway } : {}),
    ...(typeof search.phase === "string" ? { phase: search.phase } : {}),
  };
}
