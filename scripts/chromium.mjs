// Knows where a Chromium is, and how Debian's is installed where there is none.
import { existsSync } from "node:fs";
import { tryRun } from "./run.mjs";

const PLACES = [
  process.env.CHROME_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

export function findChromium() {
  return PLACES.find((place) => place !== undefined && existsSync(place));
}

/** Installs Debian's Chromium when root; else tells the command, and the browser tests are skipped by name. */
export function ensureChromium() {
  if (findChromium() !== undefined) return;
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync("/usr/bin/apt-get")) {
    console.error("Installing Chromium for the browser tests …");
    const quiet = { stdio: ["ignore", "ignore", "inherit"] };
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    tryRun("apt-get", ["update", "-qq"], { ...quiet, env });
    tryRun("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], {
      ...quiet,
      env,
    });
  }
  if (findChromium() === undefined) {
    console.error("No Chromium found: the browser tests will be skipped.");
    console.error("To run them: sudo apt-get install chromium   (or set CHROME_PATH)");
  }
}
