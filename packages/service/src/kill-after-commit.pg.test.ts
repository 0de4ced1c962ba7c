// Proves that a service killed between commit and answer has done what was asked, and does it once when asked again.
import { describe, expect, it } from "vitest";
import { dataFolder } from "./testing/data-folder.ts";
import { endPrograms, program, stop } from "./testing/program.ts";

endPrograms();

/** Kills the process with the commit of the first transaction that keeps an answer, before anybody hears of it. */
const KILL_AFTER_COMMIT = `
  const { default: pg } = await import("pg");
  const { query } = pg.Client.prototype;
  const keeping = new WeakSet();
  pg.Client.prototype.query = function (...args) {
    if (args[0]?.name === "keep-answer") keeping.add(this);
    const result = query.apply(this, args);
    if (args[0] !== "COMMIT" || !keeping.has(this)) return result;
    return result.then(() => process.kill(process.pid, "SIGKILL")).then(() => new Promise(() => undefined));
  };`;

const OPENED = {
  patientId: "p1",
  pathway: "tsb",
  unitId: "u1",
  records: [{ event: "pathway-start", occurredOn: "2026-01-05" }],
};
const EVALUATION = { records: [{ event: "evaluation", occurredOn: "2026-02-01" }] };

interface Told {
  readonly status: number;
  readonly etag: string | null;
  readonly text: string;
}

async function ask(url: string, key: string, body: unknown, version?: string): Promise<Told> {
  const answer = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "idempotency-key": key,
      ...(version === undefined ? {} : { "if-match": version }),
    },
    body: JSON.stringify(body),
  });
  const { status, headers } = answer;
  return { status, etag: headers.get("etag"), text: await answer.text() };
}

describe("a kill between commit and answer", () => {
  it("leaves a course opened, and opens no second one when the request comes again", async () => {
    const dataDir = await dataFolder();
    const first = await program(dataDir, KILL_AFTER_COMMIT);
    await expect(ask(`${first.said}api/courses`, "open-once", OPENED)).rejects.toThrow();
    await stop(first, "SIGKILL");

    const second = await program(dataDir, KILL_AFTER_COMMIT);
    const opened = await ask(`${second.said}api/courses`, "open-once", OPENED);
    const { course } = JSON.parse(opened.text);
    expect([opened.status, course.records.length]).toEqual([201, 1]);
    const version = String(opened.etag);
    const records = `api/courses/${course.courseId}/records`;
    const lost = ask(`${second.said}${records}`, "register-once", EVALUATION, version);
    await expect(lost).rejects.toThrow();
    await stop(second, "SIGKILL");

    const third = await program(dataDir);
    const again = await ask(`${third.said}${records}`, "register-once", EVALUATION, version);
    expect(again.status).toBe(201);
    const page = await fetch(`${third.said}api/courses/${course.courseId}`);
    expect(await page.json()).toEqual(JSON.parse(again.text).course);
    expect(page.headers.get("etag")).toBe(again.etag);
    expect(JSON.parse(again.text).course.records).toHaveLength(2);
    const units = await (await fetch(`${third.said}api/units`)).json();
    expect(units).toMatchObject({ units: [{ unitId: "u1", running: 1 }] });
  });
});
