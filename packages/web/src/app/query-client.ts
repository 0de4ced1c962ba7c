// Knows when an answer of the service is asked for again.
import { QueryClient } from "@tanstack/react-query";
import { ApiError } from "./api/request.ts";

const RETRIES = 2;

/** Only what may pass by itself is tried again: no answer, or a fault of the service. */
function worthAnother(failures: number, error: Error): boolean {
  const passing = error instanceof ApiError && (error.status === 0 || error.status >= 500);
  return passing && failures < RETRIES;
}

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: worthAnother, retryDelay: 400, staleTime: 5_000, networkMode: "always" },
      mutations: { networkMode: "always" },
    },
  });
}
