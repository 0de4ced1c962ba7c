// Proves backups: whole though the service works on, refused if a byte is other, and restored as it was at a moment.
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { asKnownAt, type LogRecord } from "@rettvei/engine";
import { course } from "@rettvei/testkit";
import { beforeAll, describe, expect, it } from "vitest";
import { startService } from "../start-service.ts";
import { readPatientCourses } from "../store/course-logs.ts";
import { loadPopulation } from "../store/load-population.ts";
import { keepUnits } from "../store/units.ts";
import { dataFolder } from "../testing/data-folder.ts";
import { endPrograms, program } from "../testing/program.ts";
import { register, registerAtLast } from "../testing/registering.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { COORDINATOR } from "../testing/test-app.ts";
import { asPopulation, closeStores, type TestStore, testStore } from "../testing/test-store.ts";
import { drill } from "./drill.ts";
import { restore } from "./restore-backup.ts";
import { backUp } from "./write-backup.ts";

closeStores("after all");
endPrograms();

const COURSES = 12;
const SECRET_SIGNS = "Bjørg\\tØ\nÅse \\N 😀";

let store: TestStore;
let folder: string;
const place = () => ({ dataDir: "/nowhere", databaseUrl: store.url });
const evaluation = (occurredOn: string) => ({ event: "evaluation", occurredOn }) as never;

async function logs(of: TestStore["database"]["pool"]) {
  const ids = Array.from({ length: COURSES }, (_, n) => `p${n}`);
  return readPatientCourses(of, ids);
}

beforeAll(async () => {
  store = await testStore("2026-03-01");
  folder = join(temporaryFolder(), "backup");
  const all = Array.from(
    { length: COURSES },
    (_, n) =>
      course("tsb", { courseId: `c${n}`, patientId: `p${n}` })
        .with("pathway-start", "2026-02-01", { unitId: "u1", recordId: `s${n}` })
        .with("first-attendance", "2026-02-09", { careLevel: "dogn", recordId: `f${n}` }).log,
  );
  await loadPopulation(store, asPopulation(all));
  const unit = { unitId: "u1", name: SECRET_SIGNS, kind: "dps", hfName: null, rhfName: null };
  await keepUnits(store, [{ ...unit, synthetic: true }]);
});

describe("a backup", () => {
  it("taken again and again while others register holds every record once, and proves it", async () => {
    store.setToday("2026-03-02");
    let working = true;
    let written = 0;
    const writers = Array.from({ length: 6 }, async (_, n) => {
      while (working) {
        await registerAtLast(store, `c${n}`, [evaluation("2026-03-01")]);
        written++;
      }
    });
    for (let taken = 0; taken < 4; taken++) await backUp(place(), folder, store.now);
    working = false;
    await Promise.all(writers);
    store.setToday("2026-03-05");
    await register(store, "c7", [evaluation("2026-03-04"), { voids: "f7" }]);
    const last = await backUp(place(), folder, store.now);
    expect(written).toBeGreaterThan(10);
    expect(readdirSync(folder).sort()).toEqual(["000001", "000002", "000003", "000004", "000005"]);
    expect(last.manifest.span.after).toBeGreaterThan(COURSES * 2);

    const { backups, restored, sameStates } = await drill(folder, await dataFolder());
    expect({ backups, sameStates }).toEqual({ backups: 5, sameStates: COURSES });
    expect(restored).toMatchObject({
      unit: 1,
      patient: COURSES,
      course: COURSES,
      record: COURSES * 2 + written + 2,
    });
  });

  it("waits for what has its number and is not yet committed, whichever table it is of", async () => {
    const to = join(temporaryFolder(), "waiting");
    const own = await store.database.pool.connect();
    await own.query("BEGIN");
    await own.query(
      `INSERT INTO rettvei.audit_entry (at, request_id, actor_id, actor_kind, actor_name, role, organisation, point_of_care,
         patient_ids, resource, verb, route, basis, decision_ref, purpose, outcome)
       VALUES (now(), 'late', 'a', 'person', 'A', 'coordinator', 'o', 'u1', '{}', 'course', 'r', 'GET /', 'unit', 'u1', 'COC', 'allowed')`,
    );
    await registerAtLast(store, "c9", [evaluation("2026-03-01")]);
    const taking = backUp(place(), to, store.now);
    await new Promise((resolve) => setTimeout(resolve, 700));
    await own.query("COMMIT");
    own.release();
    const { manifest } = await taking;
    expect(manifest.files.find(({ table }) => table === "audit_entry")?.rows).toBe(1);
  });

  it("is restored as it was known at a moment, serves at once, and gives no number twice", async () => {
    const dataDir = await dataFolder();
    const until = "2026-03-04T00:00:00.000Z";
    await restore(folder, dataDir, new Date(until));
    const service = await startService({
      dataDir,
      port: 0,
      now: () => new Date("2026-03-06T11:00:00Z"),
      authenticate: () => async () => COORDINATOR,
    });
    try {
      const was = await logs(store.database.pool);
      const is = await logs(service.store.database.pool);
      const known = was.map((log) => asKnownAt(log, until as LogRecord["recordedAt"]));
      expect(is.map(({ courseId, records }) => [courseId, records])).toEqual(
        known.map(({ courseId, records }) => [courseId, records]),
      );
      const [cut, whole] = [is, was].map((all) => all.find((one) => one.courseId === "c7"));
      expect([cut?.records.length, whole?.records.length]).toEqual([2, 4]);
      const { patient } = await register(service.store, "c7", [evaluation("2026-03-05")]);
      const [{ log } = { log: undefined }] = patient.courses;
      expect(log?.lastSeq).toBeGreaterThan(whole?.lastSeq ?? Number.NaN);
      const units = await (await fetch(`${service.url}api/units`)).json();
      expect(units).toMatchObject({ units: [{ name: SECRET_SIGNS, running: COURSES }] });
    } finally {
      await service.close();
    }
  });

  it("of the embedded database is taken while a service runs on it, and disturbs nothing", async () => {
    const dataDir = await dataFolder();
    const { said } = await program(dataDir);
    const headers = { "content-type": "application/json", "idempotency-key": "while-it-runs" };
    const records = [{ event: "pathway-start", occurredOn: "2026-01-05" }];
    const body = JSON.stringify({
      courseId: "c1",
      patientId: "p1",
      pathway: "tsb",
      unitId: "u1",
      records,
    });
    const ask = () => fetch(`${said}api/courses`, { method: "POST", headers, body });
    const opened = await (await ask()).text();
    const to = join(temporaryFolder(), "live");
    const { manifest } = await backUp({ dataDir, databaseUrl: undefined }, to, () => new Date());
    // The seal grows while the service runs, sooner or later.
    const files = manifest.files.filter(({ table }) => !/^audit_(leaf|checkpoint)$/.test(table));
    expect(manifest.files).toHaveLength(files.length + 2);
    expect(files.map(({ table, rows }) => [table, rows])).toEqual([
      ["unit", 0],
      ["patient", 1],
      ["course", 1],
      ["fact", 0],
      ["record", 1],
      ["audit_entry", 1],
      ["actor", 0],
      ["actor_identity", 0],
      ["role_grant", 0],
      ["role_grant_end", 0],
      ["answered_request", 1],
    ]);
    expect(await (await ask()).text()).toBe(opened);
  });
});

describe("a damaged backup is refused before anything is restored", () => {
  const damages: Readonly<Record<string, (copy: string) => void>> = {
    "one byte of the records is other": (copy) => {
      const file = join(copy, "000001/record.copy");
      const bytes = readFileSync(file);
      bytes[10] = (bytes[10] ?? 0) ^ 1;
      writeFileSync(file, bytes);
    },
    "a file is longer": (copy) =>
      appendFileSync(join(copy, "000005/course.copy"), "c99\tp0\ttsb\n"),
    "a file is missing": (copy) => rmSync(join(copy, "000003/unit.copy")),
    "an increment is missing": (copy) => rmSync(join(copy, "000003"), { recursive: true }),
    "an increment stands in place of another": (copy) => {
      rmSync(join(copy, "000003"), { recursive: true });
      renameSync(join(copy, "000004"), join(copy, "000003"));
      renameSync(join(copy, "000005"), join(copy, "000004"));
    },
    "the snapshot is missing": (copy) => rmSync(join(copy, "000001"), { recursive: true }),
    "a manifest says another number of rows": (copy) => {
      const file = join(copy, "000002/manifest.json");
      writeFileSync(file, readFileSync(file, "utf8").replace(/"rows": \d/, '"rows": 9'));
    },
    "a manifest is cut off": (copy) => writeFileSync(join(copy, "000002/manifest.json"), "{"),
    "there is none": (copy) => rmSync(copy, { recursive: true }),
  };

  it.each(Object.entries(damages))("%s", async (_, damage) => {
    const [copy, dataDir] = [join(temporaryFolder(), "copy"), join(temporaryFolder(), "data")];
    cpSync(folder, copy, { recursive: true });
    damage(copy);
    const tried = restore(copy, dataDir, undefined);
    await expect(tried).rejects.toMatchObject({ code: "backup-damaged" });
    expect(() => readdirSync(dataDir)).toThrow();
  });
});

describe("restoring", () => {
  it("into a data directory that holds a database is refused", async () => {
    const dataDir = temporaryFolder();
    mkdirSync(join(dataDir, "postgres"));
    await expect(restore(folder, dataDir, undefined)).rejects.toMatchObject({
      code: "data-directory",
      message: expect.stringContaining("nothing there was changed"),
    });
    expect(readdirSync(join(dataDir, "postgres"))).toEqual([]);
  });
});
