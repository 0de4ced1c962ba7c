// Knows how the service is asked over HTTP, by a client that keeps its connection, and how long that takes.
import { Agent, get } from "node:http";
import { performance } from "node:perf_hooks";
import { json } from "node:stream/consumers";

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** The body, and milliseconds from the asking until all of it is there and parsed. */
export async function getJson(url) {
  const before = performance.now();
  const response = await new Promise((resolve, reject) => {
    get(url, { agent }, resolve).on("error", reject);
  });
  const body = await json(response);
  if (response.statusCode !== 200) {
    throw new Error(`${url}: expected 200, got ${response.statusCode}`);
  }
  return { body, ms: performance.now() - before };
}

export function closeConnections() {
  agent.destroy();
}
