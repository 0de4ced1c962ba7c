// Knows how the product itself is started on a data directory and stopped again, as a user would.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const CLI = fileURLToPath(new URL("../../packages/cli/bin/rettvei.js", import.meta.url));

async function addressOf(child) {
  for await (const line of createInterface({ input: child.stdout })) {
    const [address] = /http:\S+/.exec(line) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error("rettvei start: expected an address, got its end");
}

export async function startProduct(dataDir) {
  const args = [CLI, "start", "--port", "0", "--data", dataDir, "--population", "0"];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  child.stderr.resume();
  const url = await addressOf(child);
  child.stdout.resume();
  const stop = async () => {
    child.kill("SIGTERM");
    await once(child, "exit");
  };
  return { url, pid: child.pid, stop };
}
