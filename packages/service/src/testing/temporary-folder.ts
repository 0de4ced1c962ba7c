// Knows temporary folders of tests: made closed, as mkdtemp makes them, removed at the end of the file.
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

const folders: string[] = [];

// Said once for the whole file: a hook said within a test would never run.
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "rettvei-test-")));
  folders.push(folder);
  return folder;
}
