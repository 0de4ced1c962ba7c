// Knows data folders of tests that start servers of their own: all use the run's one copy of the server's programs.
import { chmodSync, symlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { inject } from "vitest";
import { serverBinaries } from "../embedded/server-binaries.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** An empty data folder, but for a link to programs that would take longer to copy than the test to run. */
export async function dataFolder(): Promise<string> {
  const folder = temporaryFolder();
  const shared = inject("testClusterFolder");
  if (shared === undefined) return folder;
  chmodSync(shared, 0o711);
  const [binaries] = await serverBinaries(shared);
  const copy = binaries === undefined ? "" : dirname(dirname(binaries.binDir));
  if (dirname(copy) === shared) symlinkSync(copy, join(folder, basename(copy)));
  return folder;
}
