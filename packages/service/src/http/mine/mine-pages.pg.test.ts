// The pages of "Mitt forløp": sent to whom they are for, through the guarded API, and to nobody else.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { by, PRACTITIONER, patientActor } from "../../testing/people.ts";
import { type SeededApi, seededApi } from "../../testing/seeded-api.ts";
import { temporaryFolder } from "../../testing/temporary-folder.ts";
import { closeStores } from "../../testing/test-store.ts";

closeStores("after all");
let api: SeededApi["api"];
let store: SeededApi["store"];
const patient = by(patientActor("n00-p1"));

/** What the web application builds, in its shortest form: a page that tells what it was given. */
const SERVER = `export async function renderPage({ path, courseId, language, ask, script, styles }) {
  if (path === "/mitt/ukjent") return undefined;
  const { status, body } = await ask("/api/my-pathway");
  const ids = (body.courses ?? []).map((one) => one.courseId);
  const html = "<p>" + JSON.stringify({ path, courseId, language, status, ids, script, styles }) + "</p>";
  return { html, failed: status >= 500 };
}`;
const MANIFEST = {
  "src/mine-client.tsx": { file: "assets/mine-1.js", css: ["assets/mine-1.css"], imports: ["_t"] },
  _t: { file: "assets/t.js", css: ["assets/t.css"] },
};

beforeAll(async () => {
  const webDir = temporaryFolder();
  mkdirSync(join(webDir, "server"));
  writeFileSync(join(webDir, "index.html"), "<title>app</title>");
  writeFileSync(join(webDir, "server", "mine-server.js"), SERVER);
  writeFileSync(join(webDir, "manifest.json"), JSON.stringify(MANIFEST));
  ({ api, store } = await seededApi(webDir));
});

describe("a page", () => {
  it("is sent with its content in it, in the browser's language, and kept by no cache", async () => {
    const headers = { ...patient, "accept-language": "nn-NO,nn;q=0.9" };
    const { status, headers: sent, body } = await api.get("/mitt/plan?forlop=n00-c1", headers);
    expect([status, sent["content-type"], sent["cache-control"]]).toEqual([
      ...[200, "text/html; charset=utf-8", "no-store"],
    ]);
    expect(JSON.parse(body.slice(3, -4))).toEqual({
      ...{ path: "/mitt/plan", courseId: "n00-c1", language: "nn", status: 200 },
      ...{ ids: ["n00-c1"], script: "/assets/mine-1.js" },
      styles: ["/assets/t.css", "/assets/mine-1.css"],
    });
  });

  it("is read through the guard: each reading is in the patient's log", async () => {
    const count = async () => {
      const { rows } = await store.database.pool.query(
        "SELECT count(*)::int AS n FROM rettvei.audit_entry WHERE route = 'GET /api/my-pathway' AND actor_id = 'person-n00-p1'",
      );
      return rows[0].n as number;
    };
    const before = await count();
    await api.get("/mitt", patient);
    expect(await count()).toBe(before + 1);
  });

  it("is where patients begin, and never staff", async () => {
    const cookie = { cookie: "any=1" };
    const first = await api.get("/", { ...patient, ...cookie });
    expect([first.status, first.headers.location]).toEqual([303, "/mitt"]);
    expect((await api.get("/", { ...by(PRACTITIONER), ...cookie })).body).toContain("app");
    const staff = await api.get("/mitt", by(PRACTITIONER));
    expect([staff.status, staff.headers.location]).toEqual([303, "/"]);
    const nobody = await api.get("/mitt/plan", { "x-test-actor": "" });
    expect([nobody.status, nobody.headers.location]).toEqual([
      303,
      "/login?returnTo=%2Fmitt%2Fplan",
    ]);
  });

  it("that there is not leads to the first one", async () => {
    const { status, headers } = await api.get("/mitt/ukjent", patient);
    expect([status, headers.location]).toEqual([303, "/mitt"]);
  });

  it("keeps the language that its reader chooses, without a script", async () => {
    const chosen = await api.get("/mitt/plan?sprak=en", patient);
    expect([chosen.status, chosen.headers.location]).toEqual([303, "/mitt/plan"]);
    const cookie = String(chosen.headers["set-cookie"]).split(";")[0] ?? "";
    expect((await api.get("/mitt", { ...patient, cookie })).body).toContain('"language":"en"');
  });

  it("is a page that says so where the service cannot answer, and holds nothing of a patient", async () => {
    await store.database.asOwner((client) =>
      client.query("ALTER TABLE rettvei.audit_entry RENAME TO audit_entry_away"),
    );
    const { status, headers, body } = await api.get("/mitt/plan", patient);
    await store.database.asOwner((client) =>
      client.query("ALTER TABLE rettvei.audit_entry_away RENAME TO audit_entry"),
    );
    expect([status, headers["content-type"]]).toEqual([503, "text/html; charset=utf-8"]);
    expect(JSON.parse(body.slice(3, -4))).toMatchObject({ path: "/mitt/plan", ids: [] });
    expect((await api.get("/mitt/plan", patient)).status).toBe(200);
  });

  it("is made by what only the service reads", async () => {
    for (const url of ["/server/mine-server.js", "/manifest.json"])
      expect((await api.get(url, patient)).status).toBe(404);
  });
});

describe("the calendar file", () => {
  it("holds the dates to come, and of somebody else's course nothing", async () => {
    const said = { about: "not-working", words: "Gruppa er for stor." };
    await api.post("/api/courses/n00-c1/voices", said, patient);
    const { status, headers, body } = await api.get("/mitt/datoer.ics", patient);
    expect([status, headers["content-type"]]).toEqual([200, "text/calendar; charset=utf-8"]);
    expect(body).toContain("DTSTART;VALUE=DATE:20240323");
    expect(body).not.toMatch(/n00|Gruppa|Testine/);
    expect((await api.get("/mitt/datoer.ics?forlop=n01-c1", patient)).status).toBe(404);
  });
});

describe("the file of everything about me", () => {
  it("is whole, for the patient alone, and each page of it is in the patient's log", async () => {
    const { status, headers, body } = await api.get("/mitt/alt-om-meg.json", patient);
    expect([status, headers["content-disposition"]]).toEqual([
      200,
      'attachment; filename="alt-om-meg.json"',
    ]);
    const file = typeof body === "string" ? JSON.parse(body) : body;
    const { body: page } = await api.get("/api/patients/n00-p1/export", patient);
    const kept = (entries: readonly { what: string }[]) =>
      entries.filter(({ what }) => what !== "access");
    expect(kept(file.entries)).toEqual(kept(page.entries));
    expect(kept(file.entries).length).toBeGreaterThan(0);
    expect(file.patient).toEqual(page.patient);
    const others = page.entries.filter(
      ({ what, resource }: { what: string; resource?: string }) =>
        what === "access" && resource === "patient-export",
    );
    expect(others.length).toBeGreaterThan(0);
    const staff = await api.get("/mitt/alt-om-meg.json", by(PRACTITIONER));
    expect([staff.status, staff.headers.location]).toEqual([303, "/"]);
  });
});
