// Knows which part of a unit's flow an address shows.
const PERIODS = ["quarter", "three-years"] as const;

export interface FlowSearch {
  readonly pathway?: string;
  /** A year where none is said. */
  readonly period?: (typeof PERIODS)[number];
}

export function flowSearch(search: Record<string, unknown>): FlowSearch {
  const period = PERIODS.find((one) => one === search.period);
  return {
    ...(typeof search.pathway === "string" && search.pathway !== ""
      ? { pathway: search.pathway }
      : {}),
    ...(period === undefined ? {} : { period }),
  };
}
