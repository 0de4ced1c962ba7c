// Knows which questions the log control asks the service.
import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "../../app/api/client.ts";

export const LOG_CONTROL_KEY = ["log-control"] as const;

export function reviewsQuery(decided: boolean) {
  return queryOptions({
    queryKey: [...LOG_CONTROL_KEY, "list", decided],
    queryFn: ({ signal }) =>
      answered(
        api.GET("/api/log-control/reviews", {
          params: { query: decided ? { decided } : {} },
          signal,
        }),
      ),
  });
}

export function reviewQuery(reviewId: string) {
  return queryOptions({
    queryKey: [...LOG_CONTROL_KEY, "one", reviewId],
    queryFn: ({ signal }) =>
      answered(
        api.GET("/api/log-control/reviews/{reviewId}", { params: { path: { reviewId } }, signal }),
      ),
  });
}
