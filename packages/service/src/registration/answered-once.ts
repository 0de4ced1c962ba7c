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

export interface AnsweredOnce {
  readonly answer: KeptAnswer;
  /** Keeps the answer, if it is new; to be called before the transaction ends. */
  readonly keep: () => Promise<void>;
}

/**
 * Does the work in the transaction, or gives the answer kept under the key. Work that is refused leaves no trace, not
 * even of the key. Throws AppError `key-reused` if the key is another request's.
 */
export async function answeredOnce(
  store: Store,
  client: pg.ClientBase,
  request: KeyedRequest,
  work: () => Promise<KeptAnswer>,
): Promise<AnsweredOnce> {
  const earlier = await claimKey(client, request, store.now());
  if (earlier !== undefined && earlier.hash !== request.hash) {
    throw new AppError(
      "key-reused",
      "Idempotency-Key: expected a new key for a new request, got that of another request",
    );
  }
  if (earlier !== undefined) return { answer: earlier.answer, keep: async () => undefined };
  const answer = await work();
  return { answer, keep: () => keepAnswer(client, request.key, answer) };
}
