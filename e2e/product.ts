// Knows how to start and stop the product the way a user does: by its command, in a process of its own.
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export interface Product {
  /** Address without a slash at its end. */
  readonly url: string;
  readonly pid: number;
  /** When the process has ended, however it did. */
  readonly ended: Promise<unknown>;
  stop(): Promise<void>;
}

const COMMAND = fileURLToPath(new URL("../packages/cli/bin/rettvei.js", import.meta.url));
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+(?=\/)/;
const PATIENCE_MS = 90_000;

/** The address that the process prints. Rejects with what it said if it ends or stays silent instead. */
function printedAddress(child: ChildProcessWithoutNullStreams): Promise<string> {
  return new Promise((found, failed) => {
    let said = "";
    const giveUp = (why: string): void => failed(new Error(`rettvei start: ${why}\n${said}`));
    const timer = setTimeout(() => giveUp("printed no address in time"), PATIENCE_MS);
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const address = ADDRESS.exec(said)?.[0];
      if (address === undefined) return;
      clearTimeout(timer);
      found(address);
    });
    child.once("exit", (code) => giveUp(`ended with code ${code}; was the project built?`));
  });
}

/** Starts the product on a free port. Everything it keeps is under `dataDir`. */
export async function startProduct(
  dataDir: string,
  courses: number,
  more: Readonly<Record<string, string>> = {},
): Promise<Product> {
  const options = ["--port", "0", "--data", dataDir, "--population", String(courses)];
  const { DATABASE_URL: _, ...env } = { ...process.env, ...more };
  const child = spawn(process.execPath, [COMMAND, "start", ...options], { env });
  const ended = once(child, "exit");
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    await ended;
  };
  try {
    return { url: await printedAddress(child), pid: Number(child.pid), ended, stop };
  } catch (cause) {
    await stop();
    throw cause;
  }
}
