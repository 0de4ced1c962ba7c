// Knows when an answer of the service is asked for again.
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { sessionQuery } from "./api/queries.ts";
import { ApiError, isLoggedOut } from "./api/request.ts";

const RETRIES = 2;
const RETRY_MS = 400;

/** Only what may pass by itself is tried again: no answer, or a fault of the service. */
function worthAnother(failures: number, error: Error): boolean {
  const passing = error instanceof ApiError && (error.status === 0 || error.status >= 500);
  return passing && failures < RETRIES;
}

export function newQueryClient(): QueryClient {
  /** The session knows what to do when it is over. */
  const onError = (error: unknown, { options }: { readonly options: { queryKey?: unknown } }) => {
    if (!isLoggedOut(error) || options.queryKey === sessionQuery.queryKey) return;
    void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error, query) => onError(error, query) }),
    mutationCache: new MutationCache({ onError: (error) => onError(error, { options: {} }) }),
    defaultOptions: {
      queries: {
        retry: worthAnother,
        retryDelay: RETRY_MS,
        staleTime: 5_000,
        networkMode: "always",
      },
      // What writes has a key, so that what was done without our hearing of it is not done twice.
      mutations: { retry: worthAnother, retryDelay: RETRY_MS, networkMode: "always" },
    },
  });
  return client;
}
