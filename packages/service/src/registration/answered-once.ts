// Knows how a request that writes has one effect and one answer, however often it is sent.
import type pg from "pg";
import { AppError } from "../app-error.ts";
import {
  claimKey,
  earlierRequest,
  type KeptAnswer,
  type KeyedRequest,
  keepAnswer,
} from "../store/answered-requests.ts";
import { inOneGo } from "../store/in-one-go.ts";
import type { Store } from "../store/store.ts";

export interface AnsweredOnce {
  readonly answer: KeptAnswer;
  /** Keeps the answer, if it is new; to be called before the transaction ends. */
  readonly keep: () => Promise<void>;
}

/** What is done once. */
interface Work<Read> {
  /** What it has to know first, which is asked together with the key; it writes nothing. */
  readonly reads: () => Promise<Read>;
  readonly does: (read: Read) => Promise<KeptAnswer>;
}

/**
 * Does the work in the transaction, or gives the answer kept under the key. Work that is refused leaves no trace, not
 * even of the key. Throws AppError `key-reused` if the key is another request's.
 */
export async function answeredOnce<Read>(
  store: Store,
  client: pg.ClientBase,
  request: KeyedRequest,
  { reads, does }: Work<Read>,
): Promise<AnsweredOnce> {
  const now = store.now();
  const [isNew, [read]] = await inOneGo<[boolean, [PromiseSettledResult<Read>]]>(
    client,
    () => claimKey(client, request, now),
    // A key that is taken has its answer, whatever can be read by now.
    () => Promise.allSettled([reads()]),
  );
  const earlier = isNew ? undefined : await earlierRequest(client, request, now);
  if (earlier !== undefined && earlier.hash !== request.hash) {
    throw new AppError(
      "key-reused",
      "Idempotency-Key: expected a new key for a new request, got that of another request",
    );
  }
  if (earlier !== undefined) return { answer: earlier.answer, keep: async () => undefined };
  if (read.status === "rejected") throw read.reason;
  const answer = await does(read.value);
  return { answer, keep: () => keepAnswer(client, request.key, answer) };
}
