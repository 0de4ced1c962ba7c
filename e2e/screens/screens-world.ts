// Knows the world in which screens are looked at one after another: a product, its people, and a browser.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { findChromium, openBrowser, openPage, type View, type Watched } from "../browser.ts";
import { type Product, startProduct } from "../product.ts";
import { type SignedIn, signIn } from "../sign-in.ts";
import { type Population, populationAt } from "./population.ts";
import type { Screen } from "./screens.ts";

const COURSES = 300;

export interface ScreensWorld {
  readonly dataDir: string;
  readonly product: Product;
  readonly population: Population;
  readonly browser: Browser;
  /** A page of its own, of somebody who is to see the screen. */
  readonly openFor: (screen: Screen, view: View) => Promise<Watched>;
  readonly close: () => Promise<void>;
}

export async function screensWorld(courses = COURSES): Promise<ScreensWorld> {
  const dataDir = mkdtempSync(join(tmpdir(), "rettvei-screens-"));
  const product = await startProduct(dataDir, courses);
  const browser = await openBrowser(findChromium() ?? "");
  const close = async (): Promise<void> => {
    await browser.close();
    await product.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  const population = await populationAt(product.url).catch(async (cause: unknown) => {
    await close();
    throw cause;
  });
  const people = new Map<string, SignedIn>();
  const openFor = async (screen: Screen, view: View): Promise<Watched> => {
    const subject = screen.persona(population);
    const person = people.get(subject) ?? (await signIn(product.url, subject));
    people.set(subject, person);
    return openPage(browser, product.url, view, person.cookies);
  };
  return { dataDir, product, population, browser, openFor, close };
}
