// Proves registration over HTTP and what it refuses. Answers are held to the API document.
import { beforeAll, describe, expect, it } from "vitest";
import { type SeededApi, seededApi } from "../testing/seeded-api.ts";
import { closeStores } from "../testing/test-store.ts";

closeStores("after all");
let api: SeededApi["api"];
beforeAll(async () => {
  ({ api } = await seededApi());
});

describe("registration", () => {
  it("answers with the course as it is now and what changed; a preview says the same beforehand", async () => {
    const records = [
      { event: "clinical-decision", occurredOn: "2024-03-12", outcome: "treatment-tsb" },
    ];
    const preview = await api.post("/api/courses/n02-c1/preview", { records });
    expect([preview.status, preview.body.course.lastRecordSeq > 0]).toEqual([200, true]);
    const { status, body } = await api.register("n02-c1", records);
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
    const { body } = await api.register("n03-c1", records);
    expect(body.course.records.at(-1)).toMatchObject({ event: "evaluation", state: "future" });
    expect(body.changed).toEqual([]);
  });

  it("shows a voided record and the record that voids it", async () => {
    const { body } = await api.register("n04-c1", [{ voids: "n04-r3" }]);
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
    const unknown = await api.register("n05-c1", [
      { event: "13897012345", occurredOn: "2024-02-29", condition: "Testine is ill since long" },
    ]);
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
    const post = (records: object[]) => api.register("n06-c1", records);
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
