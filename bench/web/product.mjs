// Knows how the product is started on a folder as a user starts it, and how a browser logs in there.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const COMMAND = fileURLToPath(new URL("../../packages/cli/bin/rettvei.js", import.meta.url));

/** `courses` synthetic ones are made in an empty folder. */
export async function startProduct(dataDir, courses = 0) {
  const { DATABASE_URL: _, ...env } = process.env;
  const options = ["start", "--port", "0", "--data", dataDir, "--population", String(courses)];
  const child = spawn(process.execPath, [COMMAND, ...options], { env });
  const ended = once(child, "exit");
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      said += chunk;
    });
  }
  const url = await new Promise((found, failed) => {
    child.stdout.on("data", () => {
      const address = /http:\/\/127\.0\.0\.1:\d+(?=\/)/.exec(said)?.[0];
      if (address !== undefined) found(address);
    });
    child.once("exit", () => failed(new Error(`rettvei start ended: ${said}`)));
  });
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  return { url, stop };
}

/** Logs the browser's context in as the persona of the test login. */
export async function logIn(context, url, subject) {
  const page = await context.request.get(`${url}/login`);
  const answer = await context.request.post(page.url(), { form: { subject } });
  if (!answer.ok()) throw new Error(`login as ${subject}: ${answer.status()}`);
}
