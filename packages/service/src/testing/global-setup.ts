// Knows the beginning and end of a test run on PostgreSQL: a folder for one embedded server, stopped at the end.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { embeddedServer } from "../embedded/embedded-server.ts";

/** The server itself is started by the first file that needs it. */
export default function setup(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "rettvei-run-"));
  project.provide("testClusterFolder", folder);
  return async () => {
    if (existsSync(join(folder, "postgres"))) await (await embeddedServer(folder)).stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
