// Knows how to start and stop the product the way a user does: by its command, in a process of its own.
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pass } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { waitBeforeStory } from "./day-left.ts";

// Here, where no time of a test runs: whoever starts the product takes its day, and is done on the same.
await pass(waitBeforeStory(new Date()));

export interface Product {
  /** Address without a slash at its end. */
  readonly url: string;
  readonly pid: number;
  /** When the process has ended, however it did. */
  readonly ended: Promise<unknown>;
  /** Everything it has said until now. */
  said(): string;
  stop(): Promise<void>;
}

const COMMAND = fileURLToPath(new URL("../packages/cli/bin/rettvei.js", import.meta.url));
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+(?=\/)/;
const PATIENCE_MS = 150_000;

/** Keeps what the process says. */
function listen(child: ChildProcessWithoutNullStreams): () => string {
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  return () => said;
}

/** The address that the process prints. Rejects with what it said if it ends or stays silent instead. */
function printedAddress(
  child: ChildProcessWithoutNullStreams,
  said: () => string,
): Promise<string> {
  return new Promise((found, failed) => {
    const giveUp = (why: string): void => failed(new Error(`rettvei start: ${why}\n${said()}`));
    const timer = setTimeout(() => giveUp("printed no address in time"), PATIENCE_MS);
    child.stdout.on("data", () => {
      const address = ADDRESS.exec(said())?.[0];
      if (address === undefined) return;
      clearTimeout(timer);
      found(address);
    });
    child.once("exit", (code) => giveUp(`ended with code ${code}; was the project built?`));
  });
}

/** Starts the product on a free port. Everything it keeps is under `dataDir`. */
export function startProduct(
  dataDir: string,
  courses: number,
  more: Readonly<Record<string, string>> = {},
): Promise<Product> {
  return runProduct(["--data", dataDir, "--population", String(courses)], more);
}

/** The same with the stories told, as `npm start` does. */
export function startStories(dataDir: string, courses: number): Promise<Product> {
  return runProduct(["--data", dataDir, "--population", String(courses), "--stories"], {});
}

/** A first start that is killed while it tells the stories, as soon as `far` is true. */
export async function killTelling(
  dataDir: string,
  courses: number,
  far: () => boolean,
): Promise<void> {
  const { DATABASE_URL: _, ...env } = process.env;
  const options = ["--port", "0", "--data", dataDir, "--population", String(courses)];
  const child = spawn(process.execPath, [COMMAND, "start", "--stories", ...options], { env });
  const ended = once(child, "exit");
  const looking = setInterval(() => {
    if (far()) child.kill("SIGKILL");
  }, 20);
  await ended;
  clearInterval(looking);
}

async function runProduct(
  options: readonly string[],
  more: Readonly<Record<string, string>>,
): Promise<Product> {
  const { DATABASE_URL: _, ...env } = { ...process.env, ...more };
  const args = [COMMAND, "start", "--port", "0", ...options];
  const child = spawn(process.execPath, args, { env });
  const ended = once(child, "exit");
  const said = listen(child);
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    await ended;
  };
  try {
    const url = await printedAddress(child, said);
    return { url, pid: Number(child.pid), ended, said, stop };
  } catch (cause) {
    await stop();
    throw cause;
  }
}
