// Knows the main job in one command: install what is missing, build, start.

import { spawn } from "node:child_process";
import { installMissing } from "./install.mjs";
import { ROOT } from "./run.mjs";

process.chdir(ROOT);
installMissing();
const { build } = await import("./build.mjs");
await build();

const service = spawn(
  process.execPath,
  ["packages/cli/bin/rettvei.js", "start", "--stories", ...process.argv.slice(2)],
  { cwd: ROOT, stdio: "inherit" },
);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => service.kill(signal));
service.on("exit", (code) => process.exit(code ?? 1));
