// Knows where Chromium is, and how a page is opened so that everything wrong on it is noticed.
import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { watchRequests } from "./at-rest.ts";
import { jitter } from "./jitter.ts";
import type { SignedIn } from "./sign-in.ts";

const USUAL_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Path of Chromium: `CHROME_PATH`, else the first usual place that has it. */
export function findChromium(): string | undefined {
  const told = process.env.CHROME_PATH;
  return told === undefined || told === "" ? USUAL_PLACES.find((path) => existsSync(path)) : told;
}

/**
 * What the browser itself is to do without. Of two such lists Chromium takes the last, so what playwright-core leaves out
 * is said again. The lists below its address field are pages of their own: made anew with each window, and never seen,
 * they took a third of the time of a look at a screen.
 */
const WITHOUT = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "AimEnabled",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "ThirdPartyStoragePartitioning",
];

export function openBrowser(executablePath: string): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  // Chromium refuses its own sandbox to root; the pages are the product's own.
  const sandbox = isRoot ? ["--no-sandbox"] : [];
  const without = `--disable-features=${WITHOUT.join(",")}`;
  const args = ["--lang=nb-NO", "--disable-gpu", without, ...sandbox];
  return chromium.launch({ executablePath, args, env: { ...process.env, LANGUAGE: "nb" } });
}

/** A guard, not a measure: a machine that does much else is slow. */
const PATIENCE_MS = 45_000;

export interface View {
  readonly width: number;
  readonly scheme: "light" | "dark";
}

export interface Watched {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors and warnings, uncaught errors, and requests to any other host, as they came. */
  readonly troubles: readonly string[];
}

/** A page of its own, as a first visitor has it. */
export async function openPage(
  browser: Browser,
  url: string,
  { width, scheme }: View,
  cookies: SignedIn["cookies"],
): Promise<Watched> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height: 800 },
    colorScheme: scheme,
    locale: "nb-NO",
    timezoneId: "Europe/Oslo",
    reducedMotion: "reduce",
  });
  await context.addCookies(cookies.map((cookie) => ({ ...cookie, url })));
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  watchRequests(page);
  await jitter(page);
  const troubles: string[] = [];
  page.on("pageerror", (error) => troubles.push(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    if (!["error", "warning"].includes(message.type())) return;
    troubles.push(`${message.text()} (${message.location().url})`);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(url)) troubles.push(`request to ${request.url()}`);
  });
  return { page, context, troubles };
}
