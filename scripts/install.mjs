// Knows whether the libraries of the lock file are installed, and installs what is missing.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { run } from "./run.mjs";

const MARK = "node_modules/.installed-lock";

function lockHash() {
  return createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
}

/** Installs by the lock file unless what is there was installed by this very lock file. */
export function installMissing() {
  const wanted = lockHash();
  if (existsSync(MARK) && readFileSync(MARK, "utf8") === wanted) return;
  console.error("Installing what is missing (npm ci) …");
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  writeFileSync(MARK, wanted);
}
