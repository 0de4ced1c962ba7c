// Knows how a battery asks the product: one request that writes, told apart into answered and unknown.
import { type Ask, coordinatorAt, signIn } from "../sign-in.ts";

export interface WriteRequest {
  readonly path: string;
  readonly key: string;
  readonly body: object;
  /** ETag of the course that is changed. */
  readonly version?: string | undefined;
}

export interface Written {
  readonly courseId: string;
  readonly version: string;
}

const PATIENCE_MS = 20_000;
/** The first unit of the synthetic organisation. */
const UNIT = "9900001";

const asking = new Map<string, Promise<Ask>>();

/** Asks as the coordinator of the unit, who logs in anew wherever the service is. Rejects while it cannot be reached. */
export async function askAt(url: string): Promise<Ask> {
  const found = asking.get(url) ?? signIn(url, coordinatorAt(UNIT)).then(({ ask }) => ask);
  asking.set(url, found);
  found.catch(() => asking.delete(url));
  return found;
}

function headersOf({ key, version }: WriteRequest): Readonly<Record<string, string>> {
  return {
    "content-type": "application/json",
    "idempotency-key": key,
    ...(version === undefined ? {} : { "if-match": version }),
  };
}

/** What was written; undefined if nobody can tell whether it was. Throws where the service refuses. */
export async function write(url: string, request: WriteRequest): Promise<Written | undefined> {
  try {
    const ask = await askAt(url);
    const answer = await ask(request.path, {
      method: "POST",
      headers: headersOf(request),
      body: JSON.stringify(request.body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await answer.text();
    if (answer.status === 503) return undefined; // the database is away: nothing else may be said of it
    if (answer.status !== 201) return refused(answer.status, text);
    const { course } = JSON.parse(text) as { readonly course: { readonly courseId: string } };
    return { courseId: course.courseId, version: answer.headers.get("etag") ?? "" };
  } catch (cause) {
    if (cause instanceof RefusedError) throw cause;
    return undefined; // the connection broke: done or not, the same request tells when it is sent again
  }
}

class RefusedError extends Error {}

function refused(status: number, text: string): never {
  throw new RefusedError(`a registration that must be taken was refused: ${status} ${text}`);
}

/** A unit to register at; undefined while the service cannot tell. */
export async function someUnit(url: string): Promise<string | undefined> {
  const answer = await askAt(url)
    .then((ask) => ask("/api/units"))
    .catch(() => undefined);
  return answer?.ok === true ? UNIT : undefined;
}

/** Whether the service answers, database and all. */
export async function isWell(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(2_000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}
