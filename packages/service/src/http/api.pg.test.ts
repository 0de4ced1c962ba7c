// Proves the HTTP contract on a real database; every answer is also held to the API document.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { course } from "@rettvei/testkit";
import { Validator } from "@seriousme/openapi-schema-validator";
import { beforeAll, describe, expect, it } from "vitest";
import { loadPopulation } from "../store/load-population.ts";
import { keepUnits } from "../store/units.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { type TestApp, testApp } from "../testing/test-app.ts";
import { closeStores, judging, renamed, type TestStore, testStore } from "../testing/test-store.ts";

closeStores("after all");
const webDir = temporaryFolder();
let store: TestStore;
let api: TestApp;

const BASE = course("tsb")
  .with("referral-received", "2024-02-13", { unitId: "u1" })
  .with("pathway-start", "2024-02-13")
  .with("first-attendance", "2024-02-20", { careLevel: "poliklinikk" })
  .correcting("r2", "pathway-start", "2024-02-14");

beforeAll(async () => {
  store = await testStore("2024-03-20");
  mkdirSync(join(webDir, "assets"));
  writeFileSync(join(webDir, "index.html"), "<title>app</title>");
  writeFileSync(join(webDir, "assets/app-1a2b.js"), "1");
  api = await testApp(store, { webDir });
  const logs = Array.from({ length: 12 }, (_, n) =>
    renamed(BASE.log, `n${String(n).padStart(2, "0")}`),
  );
  const patients = logs.map((log, n) => ({
    patientId: log.patientId,
    name: `Testine Skinnbakken ${n}`,
    birthYear: 1990,
    personNumber: "13897012345",
  }));
  await loadPopulation(
    store,
    logs.map((log, n) => ({ log, patient: patients[n] ?? fail(n) })),
  );
  await keepUnits(store, [
    {
      unitId: "u1",
      name: "Ålesund DPS",
      kind: "dps",
      hfName: "HF",
      rhfName: "RHF",
      synthetic: true,
    },
    { unitId: "u0", name: "Åmot DPS", kind: "dps", hfName: null, rhfName: null, synthetic: true },
    {
      unitId: "u9",
      name: "Østfold DPS",
      kind: "dps",
      hfName: null,
      rhfName: null,
      synthetic: false,
    },
  ]);
});

function fail(n: number): never {
  throw new Error(`no patient ${n}`);
}

describe("the service", () => {
  it("says that it is well, and as of which day", async () => {
    const { status, body } = await api.get("/api/health");
    expect([status, body]).toEqual([
      200,
      { status: "ok", asOf: "2024-03-20", database: "external", editionHash: judging.bundle.hash },
    ]);
  });

  it("lists units in Norwegian order with their running courses", async () => {
    const { body } = await api.get("/api/units");
    const units = body.units.map(({ name, running }: { name: string; running: number }) => [
      name,
      running,
    ]);
    expect(units).toEqual([
      ["Østfold DPS", 0],
      ["Ålesund DPS", 12],
      ["Åmot DPS", 0],
    ]);
  });
});

describe("a work list", () => {
  it("tells phase, next step, next date, its kind, days over and why", async () => {
    const { body } = await api.get("/api/units/u1/work-list?limit=1");
    expect(body).toMatchObject({
      asOf: "2024-03-20",
      unit: { unitId: "u1", name: "Ålesund DPS", hfName: "HF" },
      counts: { dated: 12, undated: 0, over: 12 },
      rows: [
        {
          courseId: "n00-c1",
          patient: { patientId: "n00-p1", name: "Testine Skinnbakken 0", birthYear: 1990 },
          nextStep: "referral-assessed",
          nextDate: { on: "2024-02-27", kind: "statutory" },
          daysLeft: -22,
          why: {
            ruleId: "tsb.referral-assessment",
            fromOn: "2024-02-13",
            limitDays: 10,
            evidence: "verified",
          },
          lastEventOn: "2024-02-20",
          daysSinceLastEvent: 29,
          findings: { error: 0, warning: 1, info: 0 },
        },
      ],
    });
  });

  it("goes on page by page to its end", async () => {
    const ids: string[] = [];
    let next: string | null = "";
    while (next !== null) {
      const after: string = next === "" ? "" : `&after=${next}`;
      const { body } = await api.get(`/api/units/u1/work-list?limit=5${after}`);
      ids.push(...body.rows.map((row: { courseId: string }) => row.courseId));
      next = body.next;
    }
    expect(ids).toHaveLength(12);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it("shows only a pathway or a phase if asked to", async () => {
    const rows = async (query: string) =>
      (await api.get(`/api/units/u1/work-list?${query}`)).body.rows.length;
    expect(await rows("pathway=tsb&phase=assessment")).toBe(12);
    expect(await rows("pathway=psykose")).toBe(0);
    expect(await rows("phase=closing")).toBe(0);
    expect(await rows("group=undated")).toBe(0);
  });

  it("refuses a query with every field that is wrong", async () => {
    const { status, body } = await api.get("/api/units/u1/work-list?group=x&limit=0&colour=red");
    expect(status).toBe(400);
    const paths = body.error.details.map(({ path }: { path: string }) => path).sort();
    expect(paths).toEqual(["/colour", "/group", "/limit"]);
    for (const after of ["x", "W10", Buffer.from('["2024-02-30","c"]').toString("base64url")]) {
      const refused = await api.get(`/api/units/u1/work-list?after=${after}`);
      expect([refused.status, refused.body.error.details[0].path]).toEqual([400, "/after"]);
    }
  });

  it("of a unit nobody knows is empty, under its id", async () => {
    const { status, body } = await api.get("/api/units/nowhere/work-list");
    expect([status, body.unit.name, body.rows]).toEqual([200, "nowhere", []]);
  });
});

describe("a course", () => {
  it("is shown with its verdicts, each with rule, records, limit and source, and all its records", async () => {
    const { status, body } = await api.get("/api/courses/n01-c1");
    expect(status).toBe(200);
    expect(body.edition).toMatchObject({ edition: "2023-01-01", status: "in-force" });
    expect(body.position).toMatchObject({
      running: true,
      unitId: "u1",
      unitName: "Ålesund DPS",
      nextDate: { on: "2024-02-27", kind: "statutory", daysLeft: -22 },
      noPublishedTime: false,
    });
    const assessment = body.verdicts.find(
      ({ ruleId }: { ruleId: string }) => ruleId === "tsb.assessment",
    );
    expect(assessment).toMatchObject({
      verdict: "not-met",
      open: true,
      limitDays: 21,
      dueOn: "2024-03-12",
      days: 29,
      overBy: 8,
      from: { recordId: "n01-r3", event: "first-attendance", on: "2024-02-20" },
      limitCase: { careLevel: "poliklinikk", severity: null },
      limitSource: { evidence: "verified" },
    });
    expect(assessment.source.title.length).toBeGreaterThan(5);
    expect(body.records.map(({ state }: { state: string }) => state)).toEqual([
      "counts",
      "replaced",
      "counts",
      "counts",
    ]);
    expect(body.findings.map(({ id }: { id: string }) => id)).toEqual(["start-date-mismatch"]);
    expect(body.phases.filter(({ state }: { state: string }) => state === "current")).toHaveLength(
      1,
    );
    const events = body.registrable.map(({ event }: { event: string }) => event);
    expect(events).toContain("clinical-decision");
    expect(events).not.toContain("ocd-team-referral-received");
  });

  it("never carries a person number", async () => {
    const answers = await Promise.all(
      ["/api/courses/n01-c1", "/api/units/u1/work-list"].map((url) => api.get(url)),
    );
    expect(JSON.stringify(answers.map(({ body }) => body))).not.toContain("13897012345");
  });

  it("that is not there is 404, also for registration", async () => {
    expect((await api.get("/api/courses/none")).status).toBe(404);
    const records = [{ event: "closure", occurredOn: "2024-03-01" }];
    expect((await api.post("/api/courses/none/records", { records })).status).toBe(404);
    expect((await api.post("/api/courses/none/preview", { records })).status).toBe(404);
  });
});

describe("registration", () => {
  it("answers with the course as it is now and what changed; a preview says the same beforehand", async () => {
    const records = [
      { event: "clinical-decision", occurredOn: "2024-03-12", outcome: "treatment-tsb" },
    ];
    const preview = await api.post("/api/courses/n02-c1/preview", { records });
    expect([preview.status, preview.body.course.lastRecordSeq > 0]).toEqual([200, true]);
    const { status, body } = await api.post("/api/courses/n02-c1/records", { records });
    expect(status).toBe(201);
    expect(body.changed).toEqual(preview.body.changed);
    expect(body.changed.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual([
      "tsb.assessment",
      "tsb.first-evaluation",
    ]);
    expect(body.course.records).toHaveLength(5);
    expect(body.course.lastRecordSeq).toBeGreaterThan(preview.body.course.lastRecordSeq);
    expect((await api.get("/api/courses/n02-c1")).body).toEqual(body.course);
  });

  it("marks a record dated ahead, which does not count yet", async () => {
    const records = [{ event: "evaluation", occurredOn: "2024-04-20" }];
    const { body } = await api.post("/api/courses/n03-c1/records", { records });
    expect(body.course.records.at(-1)).toMatchObject({ event: "evaluation", state: "future" });
    expect(body.changed).toEqual([]);
  });

  it("shows a voided record and the record that voids it", async () => {
    const { body } = await api.post("/api/courses/n04-c1/records", {
      records: [{ voids: "n04-r3" }],
    });
    expect(body.course.records.slice(-3)).toMatchObject([
      { recordId: "n04-r3", state: "voided" },
      { corrects: "n04-r2", state: "counts" },
      { voids: "n04-r3", event: null, name: null, occurredOn: null, state: "counts" },
    ]);
  });

  it("refuses bad input with every field that is wrong, and shows no long text or number again", async () => {
    const { status, body } = await api.post("/api/courses/n05-c1/records", {
      extra: 1,
      records: [
        {
          event: 7,
          occurredOn: "2024-02-30",
          careLevel: "home",
          shoeSize: 43,
          legalDeadline: "soon",
        },
        { voids: "n05-r1", event: "closure" },
        {},
        { event: "13897012345", occurredOn: "2024-02-29", outcome: "x\u0000y", unitId: "" },
      ],
    });
    expect(status).toBe(400);
    const told = body.error.details.map(({ path }: { path: string }) => path).sort();
    expect(told).toEqual([
      "/extra",
      "/records/0/careLevel",
      "/records/0/event",
      "/records/0/legalDeadline",
      "/records/0/occurredOn",
      "/records/0/shoeSize",
      "/records/1/event",
      "/records/2/event",
      "/records/2/occurredOn",
      "/records/3/outcome",
      "/records/3/unitId",
    ]);
    const unknown = await api.post("/api/courses/n05-c1/records", {
      records: [
        { event: "13897012345", occurredOn: "2024-02-29", condition: "Testine is ill since long" },
      ],
    });
    expect(unknown.status).toBe(400);
    expect(JSON.stringify(unknown.body)).not.toMatch(/13897012345|Testine/);
    expect((await api.get("/api/courses/n05-c1")).body.records).toHaveLength(4);
  });

  it("tells every one of a hundred bad records", async () => {
    const records = Array.from({ length: 100 }, () => ({ event: "closure", occurredOn: "today" }));
    const { body } = await api.post("/api/courses/n05-c1/records", { records });
    expect(body.error.details).toHaveLength(100);
  });

  it("refuses what is no JSON, or too much of it", async () => {
    const url = "/api/courses/n05-c1/records";
    const headers = { "content-type": "application/json" };
    const broken = await api.app.inject({ method: "POST", url, headers, payload: '{ "records": ' });
    expect([broken.statusCode, broken.json().error.code]).toEqual([400, "bad-input"]);
    const large = await api.app.inject({
      method: "POST",
      url,
      headers,
      payload: `"${"x".repeat(300_000)}"`,
    });
    expect([large.statusCode, large.json().error.code]).toEqual([413, "bad-input"]);
    const form = await api.app.inject({
      method: "POST",
      url,
      headers: { "content-type": "text/plain" },
      payload: "x",
    });
    expect([400, 415]).toContain(form.statusCode);
  });

  it("answers 409 for an id with other content and 422 for what the log does not take", async () => {
    const post = (records: object[]) => api.post("/api/courses/n06-c1/records", { records });
    const conflict = await post([
      { recordId: "n06-r1", event: "closure", occurredOn: "2024-03-01" },
    ]);
    expect([conflict.status, conflict.body.error.code]).toEqual([409, "record-conflict"]);
    const refused = await post([{ voids: "n07-r1" }]);
    expect([refused.status, refused.body.error.details[0].path]).toEqual([422, "/records/0/voids"]);
  });

  it("opens a course", async () => {
    const opened = {
      patientId: "new-p",
      pathway: "psykose",
      unitId: "u9",
      records: [{ event: "pathway-start", occurredOn: "2024-03-19" }],
    };
    const { status, body } = await api.post("/api/courses", opened);
    expect(status).toBe(201);
    expect(body.course).toMatchObject({
      patient: { patientId: "new-p", name: null },
      position: { unitId: "u9", running: true },
    });
    const list = await api.get("/api/units/u9/work-list?group=undated");
    expect(list.body.rows.map((row: { courseId: string }) => row.courseId)).toEqual([
      body.course.courseId,
    ]);
    const wrong = await api.post("/api/courses", { ...opened, pathway: "somatikk" });
    expect([wrong.status, wrong.body.error.details[0].path]).toEqual([400, "/pathway"]);
  });

  it("opens a course whose only record lies ahead: nothing counts yet", async () => {
    const { body } = await api.post("/api/courses", {
      courseId: "ahead",
      patientId: "ahead-p",
      pathway: "tsb",
      unitId: "u9",
      records: [{ event: "pathway-start", occurredOn: "2024-05-01" }],
    });
    expect(body.course).toMatchObject({
      position: { running: false, phase: null },
      verdicts: [],
      findings: [],
    });
  });
});

describe("texts and editions", () => {
  it("are sent once and then known by their tag", async () => {
    for (const url of ["/api/texts", "/api/editions", "/api/editions/tsb/2023-01-01"]) {
      const first = await api.get(url);
      expect(first.status).toBe(200);
      const again = await api.app.inject({
        url,
        headers: { "if-none-match": String(first.headers.etag) },
      });
      expect([again.statusCode, again.body]).toEqual([304, ""]);
      const stale = await api.get(url, { "if-none-match": '"other"' });
      expect(stale.status).toBe(200);
    }
  });

  it("name every pathway, phase, event, outcome, rule and finding that the editions hold", async () => {
    const { body } = await api.get("/api/texts");
    for (const edition of judging.bundle.editions) {
      expect(body.pathways).toHaveProperty([edition.pathway]);
      for (const { id } of edition.phases)
        expect(body.phases).toHaveProperty([`${edition.pathway}/${id}`]);
      for (const { id } of edition.rules) expect(body.rules).toHaveProperty([id]);
      for (const { id } of edition.findings) expect(body.findings).toHaveProperty([id]);
      for (const { id, outcomes } of edition.events) {
        for (const outcome of outcomes)
          expect(body.events[id].outcomes).toHaveProperty([outcome.id]);
      }
    }
  });

  it("come with every source they refer to", async () => {
    const { body } = await api.get("/api/editions/tsb/2023-01-01");
    const refs = [...JSON.stringify(body.edition).matchAll(/"ref":"([^"]+)"/g)].map(
      ([, ref]) => ref,
    );
    expect(refs.length).toBeGreaterThan(10);
    expect(Object.keys(body.sources).sort()).toEqual([...new Set(refs)].sort());
    expect((await api.get("/api/editions/tsb/1999-01-01")).status).toBe(404);
    expect((await api.get("/api/editions/tsb/yesterday")).status).toBe(400);
  });
});

describe("the API document", () => {
  it("is valid OpenAPI 3.1 and lists every route", async () => {
    const { body } = await api.get("/api/openapi.json");
    const { valid, errors } = await new Validator().validate(body);
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
    expect(body.openapi).toBe("3.1.0");
    const documented = Object.entries<object>(body.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method} ${path}`),
    );
    expect(documented.sort()).toEqual([
      "get /api/courses/{courseId}",
      "get /api/editions",
      "get /api/editions/{pathway}/{edition}",
      "get /api/health",
      "get /api/openapi.json",
      "get /api/texts",
      "get /api/units",
      "get /api/units/{unitId}/work-list",
      "post /api/courses",
      "post /api/courses/{courseId}/preview",
      "post /api/courses/{courseId}/records",
    ]);
    const routes = (await testApp(store)).app.printRoutes();
    expect([...routes.matchAll(/\((GET|POST)\b/g)]).toHaveLength(documented.length);
  });
});

describe("the web application", () => {
  it("is served at / and at every address of its own, with its files cached for good", async () => {
    for (const url of ["/", "/courses/n01-c1", "/units/u1?group=undated"]) {
      const { status, body, headers } = await api.get(url);
      expect([status, body, headers["cache-control"]]).toEqual([
        200,
        "<title>app</title>",
        "no-cache",
      ]);
    }
    const file = await api.get("/assets/app-1a2b.js");
    expect([file.status, file.headers["cache-control"]]).toEqual([
      200,
      "public, max-age=31536000, immutable",
    ]);
  });

  it("takes the place of nothing else", async () => {
    for (const url of ["/api/nothing", "/api", "/assets/none.js", "/..%2f..%2fetc/passwd.txt"]) {
      const { status, body } = await api.get(url);
      expect([url, status, body.error.code]).toEqual([url, 404, "not-found"]);
    }
  });

  it("is let do nothing but its own work by the headers of every answer", async () => {
    for (const url of ["/", "/api/units", "/api/nothing"]) {
      const { headers } = await api.get(url);
      expect(headers["content-security-policy"]).toMatch(/^default-src 'self';/);
      expect(headers["content-security-policy"]).not.toContain("unsafe");
      expect(headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
      });
    }
    expect((await api.get("/api/courses/n01-c1")).headers["cache-control"]).toBe("no-store");
  });
});

describe("requests from elsewhere", () => {
  it.each([
    ["a name that somebody pointed here", { host: "evil.example:4000" }],
    ["a page of another site", { host: "localhost:4000", origin: "http://evil.example" }],
    ["a page at another port", { host: "localhost:4000", origin: "http://localhost:3000" }],
    ["a page of no origin", { host: "localhost:4000", origin: "null" }],
  ])("are refused: %s", async (_, headers) => {
    const { statusCode, json } = await api.app.inject({ url: "/api/units", headers });
    expect([statusCode, json().error.code]).toEqual([403, "host-refused"]);
  });

  it.each([
    { host: "127.0.0.1:4000", origin: "http://127.0.0.1:4000" },
    { host: "[::1]:4000", origin: "http://[::1]:4000" },
    { host: "localhost" },
  ])("are answered where they come from this machine's own pages: %o", async (headers) => {
    expect((await api.app.inject({ url: "/api/units", headers })).statusCode).toBe(200);
  });
});

describe("the log", () => {
  it("names routes and kinds of trouble, never an address, a patient or what a database said", async () => {
    const lines: string[] = [];
    const logger = { level: "info", stream: { write: (line: string) => lines.push(line) } };
    const logged = await testApp(store, { logger });
    await logged.get("/api/courses/n01-c1?secret=1").catch(() => undefined);
    await logged.post("/api/courses/n01-c1/records", {
      records: [{ event: "Testine", occurredOn: "x" }],
    });
    await logged.app.inject({ url: "/api/%zz?name=Testine" });
    const { pool } = store.database;
    const broken = {
      ...store,
      database: {
        ...store.database,
        pool: Object.create(pool, {
          query: { value: () => Promise.reject(new Error("detail: Testine n01-p1")) },
        }),
      },
    };
    const failing = await testApp(broken, { logger });
    const { statusCode, body } = await failing.app.inject({ url: "/api/courses/n01-c1" });
    expect([statusCode, JSON.parse(body).error.code]).toEqual([500, "internal"]);
    const log = lines.join("");
    expect(log).toContain("/api/courses/:courseId");
    expect(log).toContain('"status":500');
    expect(log + body).not.toMatch(/n01|Testine|secret/);
  });
});
