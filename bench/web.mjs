// Knows the measurement of the web application in Chromium: bytes of script, first paint of a list, answers to the hand.
import { execFileSync } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { units } from "@rettvei/demo";
import { chromium } from "playwright-core";
import { findChromium } from "../scripts/chromium.mjs";
import { count, milliseconds } from "./report/figures.mjs";
import { median } from "./rounds.mjs";
import { logIn, startProduct } from "./web/product.mjs";
import { noting, watchScripts } from "./web/watch-page.mjs";

const FILL = fileURLToPath(new URL("./web/fill-list.mjs", import.meta.url));
const ROUNDS = 5;
const ROW = '[role="row"] a, .work-card a, tbody a';
const KEYS = ["End", "PageUp", "PageUp", "Home", "PageDown", "PageDown", "ArrowDown", "ArrowUp"];
const STAFF_LIMIT = 230_000;
const POPULATION = 200;
const PATIENT_LIMIT = 140_000;

function filledList(folder, courses) {
  const dataDir = join(folder, `list-${courses}`);
  if (existsSync(`${dataDir}.ready`)) return dataDir;
  rmSync(dataDir, { recursive: true, force: true });
  execFileSync(process.execPath, [FILL, dataDir, String(courses)], { stdio: "inherit" });
  writeFileSync(`${dataDir}.ready`, "");
  return dataDir;
}

async function visit(browser, url, path, { subject, shows }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await logIn(context, url, subject);
  const page = await context.newPage();
  const bytes = await watchScripts(page);
  await page.addInitScript(noting, shows);
  await page.goto(`${url}${path}`);
  await page.waitForFunction(() => window.measured.painted !== undefined);
  return { page, bytes, close: () => context.close() };
}

/** Keys that move through the list, each until the page has come to rest. */
async function moveThrough(page) {
  await page.locator(ROW).first().focus();
  for (const key of KEYS) {
    await page.keyboard.press(key);
    await page.waitForTimeout(150);
  }
  // The browser tells of an answer a while after it.
  await page.waitForTimeout(500);
  return page.evaluate(() => window.measured.slowest);
}

async function staffVisit(browser, url, unitId) {
  const asked = { subject: `coordinator-${unitId}`, shows: ROW };
  const { page, bytes, close } = await visit(browser, url, `/units/${unitId}`, asked);
  const painted = await page.evaluate(() => window.measured.painted);
  await page.waitForLoadState("load");
  const scripts = bytes();
  const slowest = await moveThrough(page);
  await close();
  return { painted, scripts, slowest };
}

/** A patient whom the test login offers. */
async function patientSubject(browser, url) {
  const context = await browser.newContext();
  const login = await context.request.get(`${url}/login`);
  const found = /value="(patient-[^"]+)"/.exec(await login.text())?.[1];
  await context.close();
  if (found === undefined) throw new Error("test login: expected a patient among the personas");
  return found;
}

/** Of a patient of the synthetic population. */
async function patientScripts(browser, dataDir) {
  const { url, stop } = await startProduct(dataDir, POPULATION);
  const subject = await patientSubject(browser, url);
  const { page, bytes, close } = await visit(browser, url, "/mitt", { subject, shows: "h1" });
  await page.waitForLoadState("networkidle");
  const scripts = bytes();
  await close();
  await stop();
  return scripts;
}

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(0)} kB`;

export async function measureWeb({ courses = 20_000, stores }) {
  const product = await startProduct(filledList(stores, courses));
  const isRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: isRoot ? ["--no-sandbox"] : [],
  });
  const [{ id: unitId }] = units();
  const visits = [];
  for (let round = 0; round < ROUNDS; round++)
    visits.push(await staffVisit(browser, product.url, unitId));
  const version = browser.version();
  await product.stop();
  const patient = await patientScripts(browser, join(stores, "patients"));
  await browser.close();
  const staff = Math.max(...visits.map(({ scripts }) => scripts));
  const painted = median(visits.map((one) => one.painted));
  const slowest = Math.max(...visits.map((one) => one.slowest));
  return {
    title: "The web application",
    setting: [
      `Chromium ${version}, headless; service, database and browser share the machine; a list of ${count(courses)} rows at one unit`,
      `${ROUNDS} first visits, each with an empty cache; scripts as they are sent, compressed; painted: from navigation to the frame with the first row`,
      `answers: the longest time from a key (${[...new Set(KEYS)].join(", ")}) to the next paint, as the browser's Event Timing tells it, in steps of 8 ms`,
    ],
    columns: ["", "scripts", "first row painted", "slowest answer"],
    rows: [
      ["first staff page", kilobytes(staff), milliseconds(painted), milliseconds(slowest)],
      ["first patient page", kilobytes(patient), "–", "–"],
    ],
    targets: [
      {
        reach: `script of the first staff page at most ${kilobytes(STAFF_LIMIT)}`,
        measured: kilobytes(staff),
        held: staff <= STAFF_LIMIT,
      },
      {
        reach: `script of the patient's page at most ${kilobytes(PATIENT_LIMIT)}`,
        measured: kilobytes(patient),
        held: patient <= PATIENT_LIMIT,
      },
      {
        reach: "first list painted within 1 s of navigation",
        measured: milliseconds(painted),
        held: painted <= 1000,
      },
      {
        reach: `interaction to next paint at most 100 ms on ${count(courses)} rows`,
        measured: milliseconds(slowest),
        held: slowest <= 100,
      },
    ],
  };
}
