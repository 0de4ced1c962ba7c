// Proves what is read over HTTP: units, work lists, courses, texts, editions. Answers are held to the API document.
import { beforeAll, describe, expect, it } from "vitest";
import { PERSON_NUMBER, type SeededApi, seededApi } from "../testing/seeded-api.ts";
import { closeStores, judging } from "../testing/test-store.ts";

closeStores("after all");
let api: SeededApi["api"];
beforeAll(async () => {
  ({ api } = await seededApi());
});

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
    expect(body.findings).toMatchObject([
      { id: "start-date-mismatch", mend: { by: "correct", recordId: "n01-r4" } },
    ]);
    expect(body.phases.filter(({ state }: { state: string }) => state === "current")).toHaveLength(
      1,
    );
    const events = body.registrable.map(({ event }: { event: string }) => event);
    expect(events).toContain("clinical-decision");
    expect(events).not.toContain("ocd-team-referral-received");
  });

  it("is shown as it was known on a day: judged as of it, without what was written later", async () => {
    const { body, headers } = await api.get("/api/courses/n01-c1?known-on=2024-02-13");
    expect(headers.etag).toBeUndefined();
    expect([body.asOf, body.knownOn]).toEqual(["2024-02-13", "2024-02-13"]);
    const states = body.records.map((one: { recordId: string; state: string }) => [
      one.recordId,
      one.state,
    ]);
    // Neither the correction of the second, written the day after, nor what happened later.
    expect(states).toEqual([
      ["n01-r1", "counts"],
      ["n01-r2", "counts"],
    ]);
    const ids = body.verdicts.map(({ ruleId }: { ruleId: string }) => ruleId);
    expect(ids).toContain("tsb.referral-assessment");
    expect(ids).not.toContain("tsb.assessment");
    const later = await api.get("/api/courses/n01-c1?known-on=2024-02-14");
    expect(later.body.records.map(({ state }: { state: string }) => state)).toEqual([
      "counts",
      "replaced",
      "counts",
    ]);
    const now = await api.get("/api/courses/n01-c1?known-on=2024-03-20");
    const today = await api.get("/api/courses/n01-c1");
    expect({ ...now.body, knownOn: null }).toEqual(today.body);
  });

  it("before anything was written of it is empty; nobody knows what comes after today", async () => {
    const { status, body } = await api.get("/api/courses/n01-c1?known-on=2024-01-01");
    expect([status, body.records, body.verdicts, body.position.running]).toEqual([
      200,
      [],
      [],
      false,
    ]);
    for (const day of ["2024-03-21", "2024-02-30", ""]) {
      const refused = await api.get(`/api/courses/n01-c1?known-on=${day}`);
      expect([refused.status, refused.body.error.details[0].path]).toEqual([400, "/known-on"]);
    }
  });

  it("never carries a person number", async () => {
    const answers = await Promise.all(
      ["/api/courses/n01-c1", "/api/units/u1/work-list"].map((url) => api.get(url)),
    );
    expect(JSON.stringify(answers.map(({ body }) => body))).not.toContain(PERSON_NUMBER);
  });

  it("that is not there is 404, also for registration", async () => {
    expect((await api.get("/api/courses/none")).status).toBe(404);
    const records = [{ event: "closure", occurredOn: "2024-03-01" }];
    const version = { "if-match": '"1"' };
    const written = await api.post("/api/courses/none/records", { records }, version);
    expect(written.status).toBe(404);
    expect((await api.post("/api/courses/none/preview", { records })).status).toBe(404);
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
