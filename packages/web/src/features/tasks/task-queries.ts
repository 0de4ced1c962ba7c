// Knows how what waits is asked for.
import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "../../app/api/client.ts";

export const myTasksQuery = queryOptions({
  queryKey: ["tasks", "mine"],
  queryFn: ({ signal }) => answered(api.GET("/api/tasks", { signal })),
});

export function unitTasksQuery(unitId: string) {
  return queryOptions({
    queryKey: ["tasks", "unit", unitId],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/units/{unitId}/tasks", { params: { path: { unitId } }, signal })),
  });
}
