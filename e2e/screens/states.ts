// Knows the states in which a screen is looked at, and how each is brought about between browser and service.
import type { Page, Route } from "playwright-core";
import { atRest, WAITING } from "../at-rest.ts";

export const STATES = ["filled", "empty", "error", "loading"] as const;
export type State = (typeof STATES)[number];

/** Who asks, and the words of pathways, are there in every state: without them there is no screen. */
const ALWAYS = /^\/api\/(session|texts)$/;

/** An answer that never ends: read to its end it would outlive the page that asked. */
const STREAM = "/api/changes";

/** The same answer with nothing in its lists. */
export function emptied(body: unknown): unknown {
  if (typeof body !== "object" || body === null) return body;
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => [key, Array.isArray(value) ? [] : value]),
  );
}

async function answerEmpty(route: Route): Promise<void> {
  if (new URL(route.request().url()).pathname === STREAM) return route.continue();
  const response = await route.fetch();
  const isJson = (response.headers()["content-type"] ?? "").includes("json");
  if (!response.ok() || !isJson) return route.fulfill({ response });
  await route.fulfill({ response, json: emptied(await response.json()) });
}

const REFUSAL = { error: { code: "internal", message: "the service could not answer" } };

async function answerIn(state: State, route: Route): Promise<void> {
  if (state === "empty") return answerEmpty(route);
  if (state === "error") return route.fulfill({ status: 500, json: REFUSAL });
  // Never answered: what is shown meanwhile is what is looked at.
}

/** From now on the page is given its answers as the state says. */
export async function bringAbout(page: Page, state: State): Promise<void> {
  if (state === "filled") return;
  await page.route(
    (url) => url.pathname.startsWith("/api/") && !ALWAYS.test(url.pathname),
    (route) => (route.request().method() === "GET" ? answerIn(state, route) : route.continue()),
  );
}

const TOLD: Readonly<Record<State, string>> = {
  filled: "h1",
  empty: "h1",
  error: "[role=alert]",
  loading: WAITING,
};

/** When the screen has come to show the state. */
export async function shown(page: Page, state: State, still: boolean): Promise<void> {
  await page
    .locator(still ? "h1" : TOLD[state])
    .first()
    .waitFor();
  if (state === "loading" && !still) return;
  await page.waitForFunction((waiting) => document.querySelector(waiting) === null, WAITING);
  await atRest(page);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
