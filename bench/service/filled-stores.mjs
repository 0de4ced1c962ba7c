// Knows the stores of different sizes: each made once, and used by every measurement of the run.
import { execFileSync } from "node:child_process";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { count, seconds } from "../report/figures.mjs";

const PROGRAM = fileURLToPath(new URL("./fill-store.mjs", import.meta.url));

/** Data directory of a store of so many running courses below the folder; filled if it is not there. */
export function filledStore(folder, courses) {
  const dataDir = join(folder, `running-${courses}`);
  const ready = `${dataDir}.ready`;
  if (existsSync(ready)) return dataDir;
  rmSync(dataDir, { recursive: true, force: true });
  console.error(`Making a store of ${count(courses)} running courses …`);
  const before = Date.now();
  execFileSync(process.execPath, [PROGRAM, dataDir, String(courses)], { stdio: "inherit" });
  console.error(`… made in ${seconds((Date.now() - before) / 1000)}.`);
  writeFileSync(ready, "");
  return dataDir;
}
