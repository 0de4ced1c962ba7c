// Knows how a posting goes out over HTTP, and what the answer means: taken, refused for good, or to be tried again.
import type { Posting } from "./posting.ts";

export type Posted =
  | { readonly kind: "taken" }
  | { readonly kind: "not-taken"; readonly forGood: boolean; readonly why: string };

/** A refusal that comes out the same the next time; too busy and too slow do not. */
function isForGood(status: number): boolean {
  return status >= 400 && status < 500 && ![401, 403, 404, 408, 425, 429].includes(status);
}

/** Posts it once. What is wrong is told by status or kind of failure, with nothing of the message. */
export async function post(
  messageId: string,
  { url, contentType, body }: Posting,
  timeoutMs: number,
): Promise<Posted> {
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": contentType, "message-id": messageId },
      body,
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    await answer.body?.cancel();
    const { status, ok } = answer;
    if (ok) return { kind: "taken" };
    return { kind: "not-taken", forGood: isForGood(status), why: `HTTP status ${status}` };
  } catch (cause) {
    const late = cause instanceof Error && cause.name === "TimeoutError";
    return { kind: "not-taken", forGood: false, why: late ? "no answer in time" : "no connection" };
  }
}
