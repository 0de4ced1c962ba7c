// Proves backup, drill and restore as an operator does them: by the commands, while the product runs.
import { execFile } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeCourses } from "./made-courses.ts";
import { type Product, startProduct } from "./product.ts";
import { OPERATOR, signIn } from "./sign-in.ts";

const COMMAND = fileURLToPath(new URL("../packages/cli/bin/rettvei.js", import.meta.url));
const COURSES = 40;
const MADE = 6;

async function rettvei(...args: readonly string[]): Promise<string> {
  const { DATABASE_URL: _, ...env } = process.env;
  const { stdout } = await promisify(execFile)(process.execPath, [COMMAND, ...args], { env });
  return stdout;
}

async function unitsOf(url: string): Promise<unknown> {
  const { ask } = await signIn(url, OPERATOR);
  return (await ask("/api/units")).json();
}

describe("an operator", () => {
  const folder = mkdtempSync(join(tmpdir(), "rettvei-e2e-"));
  const [data, backup, restored] = ["data", "backup", "restored"].map((name) => join(folder, name));
  const running: Product[] = [];

  async function start(dataDir: string): Promise<Product> {
    const product = await startProduct(dataDir, COURSES);
    running.push(product);
    return product;
  }

  beforeAll(async () => {
    await start(String(data));
  });

  afterAll(async () => {
    for (const product of running) await product.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("takes backups while the product runs, proves them, and goes on from one elsewhere", async () => {
    const url = running[0]?.url ?? "";
    const take = () => rettvei("backup", "--to", String(backup), "--data", String(data));
    expect(await take()).toMatch(/^Snapshot .*000001: records 1 to \d+\n$/);
    await makeCourses(url);
    expect(await take()).toMatch(/^Increment .*000002: records \d+ to \d+\n$/);
    const proved = await rettvei("restore", "--from", String(backup), "--drill");
    expect(proved).toContain("Drill: 2 backups restored and compared, all the same");
    expect(proved).toContain(`${COURSES + MADE} courses judged again: all as in the backup.`);

    const told = await rettvei("restore", "--from", String(backup), "--data", String(restored));
    expect(told).toContain(`of ${COURSES + MADE} courses`);
    expect(await rettvei("doctor", "--data", String(data))).toMatch(/\nAll \d+ hold\.\n$/);
    // The key of the seal is in no backup: it is kept and put back beside what is restored.
    copyFileSync(join(String(data), "seal-key.pem"), join(String(restored), "seal-key.pem"));
    const second = await start(String(restored));
    expect(await rettvei("doctor", "--data", String(restored))).toMatch(/\nAll \d+ hold\.\n$/);
    expect(await unitsOf(second.url)).toEqual(await unitsOf(url));
  });

  it("is refused a restore over what is there, in one line", async () => {
    const over = rettvei("restore", "--from", String(backup), "--data", String(data));
    await expect(over).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^rettvei: data directory: expected an empty one, .*\n$/),
    });
  });
});
