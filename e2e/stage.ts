// Knows what the stories play on: the product on an empty folder with its population, courses made for them, and a browser.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { findChromium, openBrowser, openPage, type View, type Watched } from "./browser.ts";
import { type MadeCourses, makeCourses } from "./made-courses.ts";
import { type Product, startProduct } from "./product.ts";
import { type Ask, coordinatorAt, type SignedIn, signIn } from "./sign-in.ts";

const chromium = findChromium();

export const noChromium = chromium === undefined;

/** Ends the name of a story, so that a run without Chromium says what it left out and how to mend it. */
export const skipNote = noChromium
  ? " (browser tests skipped: no Chromium found; install one with `apt-get install -y chromium`, or set CHROME_PATH)"
  : "";

const DESKTOP: View = { width: 1280, scheme: "light" };

export interface Stage {
  readonly made: MadeCourses;
  readonly browser: Browser;
  readonly url: () => string;
  /** Asks the service as the coordinator of the unit, at another machine. */
  readonly ask: Ask;
  /** A page of its own, as a first visitor has it who has logged in as the coordinator of the unit. */
  readonly open: (view?: View) => Promise<Watched>;
  /** Stops the program and starts it again on the same folder. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function setStage(courses: number): Promise<Stage> {
  const dataDir = mkdtempSync(join(tmpdir(), "rettvei-e2e-"));
  const browser = await openBrowser(chromium ?? "");
  let product: Product = await startProduct(dataDir, courses);
  const made = await makeCourses(product.url).catch(async (cause: unknown) => {
    await product.stop();
    throw cause;
  });
  const enter = (): Promise<SignedIn> => signIn(product.url, coordinatorAt(made.unitId));
  let signedIn = await enter();
  return {
    made,
    browser,
    url: () => product.url,
    ask: (path, init) => signedIn.ask(path, init),
    open: (view = DESKTOP) => openPage(browser, product.url, view, signedIn.cookies),
    restart: async () => {
      await product.stop();
      product = await startProduct(dataDir, courses);
      signedIn = await enter();
    },
    close: async () => {
      await browser.close();
      await product.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
