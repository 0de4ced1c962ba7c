// Knows temporary folders of tests: made closed, as mkdtemp makes them, removed at the end of the file.
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "rettvei-test-")));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
