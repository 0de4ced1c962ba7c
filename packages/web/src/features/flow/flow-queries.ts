// Knows how the flow of a unit is asked for.
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { answered, api } from "../../app/api/client.ts";
import type { FlowSearch } from "./flow-search.ts";

const DAYS: Readonly<Record<NonNullable<FlowSearch["period"]>, number>> = {
  quarter: 90,
  "three-years": 3 * 365,
};

function asked({ pathway, period }: FlowSearch) {
  return {
    ...(pathway === undefined ? {} : { pathway }),
    ...(period === undefined ? {} : { days: DAYS[period] }),
  };
}

/** A year where no period is said: the service's own. */
export const flowQuery = (unitId: string, search: FlowSearch) =>
  queryOptions({
    queryKey: ["flow", unitId, search] as const,
    queryFn: ({ signal }) =>
      answered(
        api.GET("/api/units/{unitId}/flow", {
          params: { path: { unitId }, query: asked(search) },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
