// Knows how a page is given a slow line and a slow machine, so that what answers race for is seen: off unless asked for.
import { createHash } from "node:crypto";
import type { CDPSession, Page } from "playwright-core";

/** The longest that a request or its answer is held, in milliseconds; and how many times slower the machine is. */
const LONGEST_MS = Number(process.env.RETTVEI_JITTER_MS ?? 0);
const SLOWER = Number(process.env.RETTVEI_SLOW ?? 1);
const SEED = process.env.RETTVEI_SEED ?? String(Math.floor(Math.random() * 1_000_000));

/** A stream of news has no end that could be waited for, and its news is not to wait for anything. */
const STREAM = "/api/changes";

interface Paused {
  readonly requestId: string;
  readonly request: { readonly method: string; readonly url: string };
  readonly responseStatusCode?: number;
  readonly responseErrorReason?: string;
}

/** How long it is held: the same for the same seed and the same request at the same place of its kind. */
function drawn(what: string): number {
  const bytes = createHash("sha256").update(`${SEED} ${what}`).digest();
  return (bytes.readUInt32BE(0) / 0x1_0000_0000) * LONGEST_MS;
}

async function holdAnswers(session: CDPSession): Promise<void> {
  const seen = new Map<string, number>();
  session.on("Fetch.requestPaused", (paused: Paused) => {
    const { pathname } = new URL(paused.request.url);
    const isAnswer = paused.responseStatusCode ?? paused.responseErrorReason;
    const what = `${isAnswer === undefined ? "request" : "answer"} ${paused.request.method} ${pathname}`;
    const nth = (seen.get(what) ?? 0) + 1;
    seen.set(what, nth);
    const pass = (): void => {
      // Whoever asked may have gone meanwhile.
      session.send("Fetch.continueRequest", { requestId: paused.requestId }).catch(() => undefined);
    };
    if (pathname === STREAM) pass();
    else setTimeout(pass, drawn(`${what} ${nth}`));
  });
  const stages = ["Request", "Response"] as const;
  await session.send("Fetch.enable", {
    patterns: stages.map((requestStage) => ({ urlPattern: "*/api/*", requestStage })),
  });
}

/** From now on what the page asks of the API is passed on late, and what is answered passed back late, in any order. */
export async function jitter(page: Page): Promise<void> {
  if (LONGEST_MS <= 0 && SLOWER <= 1) return;
  console.info(`jitter: up to ${LONGEST_MS} ms, ${SLOWER} times slower, seed ${SEED}`);
  const session = await page.context().newCDPSession(page);
  if (SLOWER > 1) await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  if (LONGEST_MS > 0) await holdAnswers(session);
}
