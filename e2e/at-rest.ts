// Knows when a page has come to rest: everything it asked for has been answered, and what it says is drawn.
import type { Page, Request } from "playwright-core";

const PATIENCE_MS = 30_000;
/** For what comes after the first line of an answer; a page that does not care for the rest leaves it lying for ever. */
const REST_MS = 2_000;
/** What a page waits for before it can show what it is to show; a stream of news never ends. */
const WAITED_FOR: readonly string[] = ["fetch", "xhr", "script"];
export const WAITING = '.loading, [aria-busy="true"]';

/** Requests that have no end yet, with the time when an answer to them began. */
const underWay = new WeakMap<Page, Map<Request, number | undefined>>();

/** From now on it is known what the page waits for. */
export function watchRequests(page: Page): void {
  const asked = new Map<Request, number | undefined>();
  underWay.set(page, asked);
  page.on("request", (request) => {
    // Whatever the page before it asked for is not waited for any more.
    if (request.isNavigationRequest()) asked.clear();
    if (WAITED_FOR.includes(request.resourceType())) asked.set(request, undefined);
  });
  page.on("response", (response) => {
    const request = response.request();
    if (asked.has(request)) asked.set(request, performance.now());
  });
  page.on("requestfinished", (request) => asked.delete(request));
  page.on("requestfailed", (request) => asked.delete(request));
}

function asksFor(page: Page): boolean {
  const now = performance.now();
  const answered = [...(underWay.get(page)?.values() ?? [])];
  return answered.some((since) => since === undefined || now - since < REST_MS);
}

/** When everything that has changed is drawn: what follows from the size of the window is known in the frame after it. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((done) => {
        requestAnimationFrame(() => requestAnimationFrame(done));
        // Nothing is drawn of a page that is behind another.
        setTimeout(done, 1_000);
      }),
  );
}

/** Waits until the page has come to rest. One that never does is looked at as it is. */
export async function atRest(page: Page): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  const waits = async (): Promise<boolean> => {
    await drawn(page);
    const busy = await page.evaluate((one) => document.querySelector(one) !== null, WAITING);
    return busy || asksFor(page);
  };
  // What cannot be asked is on its way to another page.
  while (!page.isClosed() && performance.now() < until)
    if (!(await waits().catch(() => true))) return;
}
