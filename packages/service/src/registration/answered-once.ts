// Knows how a request that writes has one effect and one answer, however often it is sent.
import type pg from "pg";
import { AppError } from "../app-error.ts";
import {
  claimKey,
  type KeptAnswer,
  type KeyedRequest,
  keepAnswer,
} from "../store/answered-requests.ts";
import type { Store } from "../store/store.ts";

/**
 * Does the work and keeps its answer in the transaction, or gives the answer kept under the key. Work that is
 * refused leaves no trace, not even of the key. Throws AppError `key-reused` if the key is another request's.
 */
export async function answeredOnce(
  store: Store,
  client: pg.ClientBase,
  request: KeyedRequest,
  work: () => Promise<KeptAnswer>,
): Promise<KeptAnswer> {
  const earlier = await claimKey(client, request, store.now());
  if (earlier !== undefined && earlier.hash !== request.hash) {
    throw new AppError(
      "key-reused",
      "Idempotency-Key: expected a new key for a new request, got that of another request",
    );
  }
  if (earlier !== undefined) return earlier.answer;
  const answer = await work();
  await keepAnswer(client, request.key, answer);
  return answer;
}
