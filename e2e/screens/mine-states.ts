// Knows how each state of a page of "Mitt forløp" is brought about: between the API and what writes the page.
import type { Page } from "playwright-core";
import { emptied, type State } from "./states.ts";

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly version: undefined;
}

interface Wanted {
  readonly path: string;
  readonly courseId: string | undefined;
  readonly language: string;
  readonly ask: (url: string) => Promise<Answer>;
  readonly script: string;
  readonly styles: readonly string[];
}

interface Rendered {
  readonly html: string;
  readonly failed: boolean;
}

const BUILT = new URL("../../packages/web/dist/server/mine-server.js", import.meta.url);
const PAGE = /^\/mitt(\/[a-z-]+)?$/;
const SCRIPT = /^\/assets\/mine-[^/]+\.js$/;
/** Whose courses there are is known in every state but the error: without it there is no page to empty. */
const ALWAYS = /^\/api\/(session|my-pathway|courses\/[^/]+\/my-pathway)$/;

/** The same code that the service writes the page with. */
async function renderPage(wanted: Wanted): Promise<Rendered> {
  const built = await import(/* @vite-ignore */ BUILT.href);
  return (built as { renderPage: (wanted: Wanted) => Promise<Rendered> }).renderPage(wanted);
}

function answering(page: Page, origin: string, state: State): Wanted["ask"] {
  return async (url) => {
    const known = url === "/api/session" || (state === "empty" && ALWAYS.test(url));
    if (state === "error" && !known) return { status: 500, body: undefined, version: undefined };
    const answer = await page.request.get(`${origin}${url}`);
    const body: unknown = await answer.json();
    return { status: answer.status(), body: known ? body : emptied(body), version: undefined };
  };
}

const all = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].flatMap(([, found]) => found ?? []);

/** The page written anew from the answers of the state, with the scripts and styles of the one that was sent. */
async function writeAnew(page: Page, state: State): Promise<void> {
  await page.route(
    ({ pathname }) => PAGE.test(pathname),
    async (route) => {
      const { origin, pathname: path, searchParams } = new URL(route.request().url());
      const courseId = searchParams.get("forlop") ?? undefined;
      const sent = await route.fetch();
      const html = await sent.text();
      const [language = "nb"] = all(html, /<html lang="(\w+)"/g);
      const [script = ""] = all(html, /<script type="module" src="([^"]+)"/g);
      const styles = all(html, /<link rel="stylesheet" href="([^"]+)"/g);
      const ask = answering(page, origin, state);
      const wanted = { path, courseId, language, ask, script, styles };
      const { html: body, failed } = await renderPage(wanted);
      await route.fulfill({ response: sent, status: failed ? 503 : 200, body });
    },
  );
}

/** Its script never comes: what can be read and done meanwhile is what is looked at. */
async function keepScriptAway(page: Page): Promise<void> {
  await page.route(
    ({ pathname }) => SCRIPT.test(pathname),
    (route) => route.abort(),
  );
}

export async function bringAboutMine(page: Page, state: State): Promise<void> {
  if (state === "loading") return keepScriptAway(page);
  if (state !== "filled") await writeAnew(page, state);
}

export async function shownMine(page: Page, state: State): Promise<void> {
  await page.locator(state === "error" ? "main [role=alert]" : "h1").waitFor();
  // The button to log out is there once the script has run.
  const script = page.locator("header button");
  if (state !== "loading") await script.waitFor();
  else if ((await script.count()) > 0) throw new Error("the script was to stay away, and ran");
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
