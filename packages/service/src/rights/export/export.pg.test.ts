// Proves that a patient gets everything that is kept about the patient, that others get what they may read and no more,
// and that nothing is left out without a reason.
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../access/actor.ts";
import { MATTER_TYPES } from "../../facts/matter-types.ts";
import type { ExportedFact, PatientExport } from "../../http/schemas/export.ts";
import { RETENTION } from "../../kept/retention.ts";
import { by, giveTask, PRACTITIONER, patientActor } from "../../testing/people.ts";
import { GP, referral } from "../../testing/referring.ts";
import { type SeededApi, seededApi } from "../../testing/seeded-api.ts";
import { type Answer, COORDINATOR } from "../../testing/test-app.ts";
import { closeStores } from "../../testing/test-store.ts";
import { EXPORTED_MATTERS, EXPORTED_TABLES } from "./exported.ts";

closeStores("after all");
let api: SeededApi["api"];
let store: SeededApi["store"];
beforeAll(async () => {
  ({ api, store } = await seededApi());
});

async function made(url: string, body: object, headers: Record<string, string>): Promise<Answer> {
  const answer = await api.post(url, body, headers);
  expect([url, answer.status, answer.body]).toEqual([url, 201, answer.body]);
  return answer;
}

function asked(patientId: string, who: Actor, query = ""): Promise<Answer> {
  return api.get(`/api/patients/${patientId}/export${query}`, by(who));
}

/** All pages, put together. */
async function whole(patientId: string, who: Actor, reason = ""): Promise<PatientExport> {
  const pages: PatientExport[] = [];
  for (let after: number | null = 0; after !== null; after = pages.at(-1)?.next ?? null) {
    const page = await asked(patientId, who, `?after=${after}${reason}`);
    expect([page.status, page.body]).toEqual([200, page.body]);
    pages.push(page.body);
  }
  return { ...(pages[0] as PatientExport), entries: pages.flatMap(({ entries }) => entries) };
}

const REASON = "&reason=patient-asked";
const facts = ({ entries }: PatientExport): readonly ExportedFact[] =>
  entries.filter((one) => one.what === "fact");
const kinds = (found: PatientExport): readonly string[] => facts(found).map(({ kind }) => kind);

describe("the register of what an export holds", () => {
  it("names every table that something is kept in, and every type of thing that is told of", () => {
    expect(Object.keys(EXPORTED_TABLES).sort()).toEqual(Object.keys(RETENTION.tables).sort());
    const types = MATTER_TYPES.map(({ type }) => type);
    expect(Object.keys(EXPORTED_MATTERS).sort()).toEqual([...types].sort());
  });

  it("leaves no table out that is clinical, nor the log of who looked", () => {
    const lasting = Object.entries(RETENTION.tables).filter(
      ([, table]) => table.class === "clinical",
    );
    for (const [name] of [...lasting, ["audit_entry"]]) {
      expect([name, EXPORTED_TABLES[String(name)]]).toEqual([name, "in it"]);
    }
  });

  it("leaves out no column of a registration, a fact or the patient", async () => {
    await made(
      "/api/courses/n00-c1/voices",
      { about: "not-working", words: "Nei." },
      by(patientActor("n00-p1")),
    );
    const { patient, entries } = await whole("n00-p1", patientActor("n00-p1"));
    const camel = (column: string): string =>
      column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    const columns = (table: string): readonly string[] =>
      Object.keys(RETENTION.tables[table]?.columns ?? {}).map(camel);
    const registration = entries.find(({ what }) => what === "registration");
    const fact = entries.find(({ what }) => what === "fact");
    expect(Object.keys(registration ?? {})).toEqual(expect.arrayContaining([...columns("record")]));
    const told = columns("fact").filter((column) => column !== "patientId");
    expect(Object.keys(fact ?? {})).toEqual(expect.arrayContaining(told));
    expect(Object.keys(patient)).toEqual(expect.arrayContaining([...columns("patient")]));
  });
});

describe("a patient's own export", () => {
  const patient = patientActor("n01-p1");

  it("holds registrations, what was taken back, the patient's words, a referral with its attachment, and who looked", async () => {
    const base64 = Buffer.from("Jeg skrev dette selv.").toString("base64");
    const attachment = { name: "ord.txt", contentType: "text/plain", base64 };
    const sent = await made("/api/referrals", referral({ attachment }), GP);
    const { rows } = await store.database.pool.query<{ patient_id: string }>(
      "SELECT patient_id FROM rettvei.matter WHERE matter_id = $1",
      [sent.body.referralId],
    );
    const referred = patientActor(rows[0]?.patient_id ?? "");
    await api.get(`/api/referrals/${sent.body.referralId}/status`, GP);
    const found = await whole(referred.patientId ?? "", referred);
    expect(JSON.stringify(facts(found))).toContain(base64);
    expect(kinds(found)).toEqual(expect.arrayContaining(["referral-sent", "message-written"]));
    expect(found.entries.filter(({ what }) => what === "registration").length).toBeGreaterThan(0);
    const looked = found.entries.filter((one) => one.what === "access");
    expect(looked.map(({ resource }) => resource)).toContain("referral-status");
    expect(found.entries.map(({ seq }) => seq)).toEqual(
      found.entries.map(({ seq }) => seq).sort((a, b) => a - b),
    );
  });

  it("holds a correction and what it replaced", async () => {
    const { entries } = await whole("n01-p1", patient);
    const registrations = entries.filter((one) => one.what === "registration");
    expect(registrations.map(({ recordId }) => recordId)).toEqual([
      "n01-r1",
      "n01-r2",
      "n01-r3",
      "n01-r4",
    ]);
    expect(registrations.at(-1)?.corrects).toBe("n01-r2");
  });

  it("tells that access was opened and by which ground, and not in which words, nor what a leader wrote of it", async () => {
    const doctor = { ...PRACTITIONER, actorId: "vakt-9", loggedInAt: store.now().toISOString() };
    const reason = "Innlagt bevisstløs, hemmelig";
    await made("/api/patients/n01-p1/break-glass", { ground: "acute", reason }, by(doctor));
    const found = await whole("n01-p1", patient);
    expect(kinds(found)).toEqual(
      expect.arrayContaining(["break-glass-opened", "glass-review-asked"]),
    );
    expect(JSON.stringify(found)).not.toContain("hemmelig");
    expect(JSON.stringify(found)).toContain('"ground":"acute"');
  });

  it("holds an explanation that the patient asked for, which is a matter of the unit's", async () => {
    const log = await api.get("/api/patients/n01-p1/log", by(patient));
    await store.database.asOwner((client) =>
      client.query(
        "INSERT INTO rettvei.actor (actor_id, kind, name, patient_id, recorded_at) VALUES ($1, 'person', 'Testine', 'n01-p1', now())",
        [patient.actorId],
      ),
    );
    const entry = log.body.entries[0].entry;
    await made("/api/patients/n01-p1/explanations", { entry, words: "Hvorfor?" }, by(patient));
    const found = await whole("n01-p1", patient);
    expect(kinds(found)).toContain("explanation-asked");
    const [own] = facts(found).filter(({ kind }) => kind === "explanation-asked");
    expect(own?.recordedByName).toBe("Testine");
  });

  it("comes page by page, each row once, however much there is of it", async () => {
    const big = JSON.stringify({ words: "x".repeat(900_000) });
    await store.database.asOwner((client) =>
      client.query(
        `INSERT INTO rettvei.matter (matter_id, type, state, open, patient_id, course_id, last_seq)
         VALUES ('long', 'voice', 'withdrawn', false, 'n02-p1', 'n02-c1', 1);
         INSERT INTO rettvei.fact (fact_id, kind, matter_id, patient_id, course_id, happened_on, recorded_at, recorded_by, recorded_as, body)
         SELECT 'big ' || n, 'voice-said', 'long', 'n02-p1', 'n02-c1', '2024-03-20', now(), 'tester', 'patient',
                CASE WHEN n <= 12 THEN '${big}'::jsonb ELSE '{}' END FROM generate_series(1, 1300) n`,
      ),
    );
    const found = await whole("n02-p1", patientActor("n02-p1"));
    expect(facts(found)).toHaveLength(1_300);
    expect(new Set(found.entries.map(({ seq }) => seq)).size).toBe(found.entries.length);
    const first = await asked("n02-p1", patientActor("n02-p1"));
    expect(JSON.stringify(first.body).length).toBeLessThan(6_000_000);
    expect(first.body.next).not.toBeNull();
  });

  it("is in the patient's own log as an export", async () => {
    await whole("n03-p1", patientActor("n03-p1"));
    const log = await api.get("/api/patients/n03-p1/log", by(patientActor("n03-p1")));
    const what = log.body.entries.map((one: { what: string }) => one.what);
    expect(what).toContain("patient-export x");
  });
});

describe("an export for somebody else", () => {
  const patient = patientActor("n04-p1");
  const doctor = { ...PRACTITIONER, actorId: "odd-4" };
  const coordinator = { ...COORDINATOR, actorId: "ketil-4", unitIds: ["u1"] };
  const plan = {
    kind: "treatment",
    goals: [{ words: "Sove om natta", patientsOwn: true }],
    measures: [],
    nextEvaluationOn: "2024-04-14",
    madeTogether: true,
    telephone: "99 99 99 99",
  };

  beforeAll(async () => {
    await giveTask(store, { courseId: "n04-c1", patientId: "n04-p1" }, doctor, "practitioner");
    await made(
      "/api/courses/n04-c1/voices",
      { about: "not-working", words: "Stemmen" },
      by(patient),
    );
    await made("/api/patients/n04-p1/blocks", { against: "person", id: "mot-denne" }, by(patient));
    await made("/api/courses/n04-c1/plans", plan, by(doctor));
  });

  it("needs a reason, which the audit holds", async () => {
    const without = await asked("n04-p1", coordinator);
    expect([without.status, without.body.error.details[0].path]).toEqual([400, "/reason"]);
    await whole("n04-p1", coordinator, REASON);
    const { rows } = await store.database.pool.query<{ decision_ref: string; verb: string }>(
      "SELECT decision_ref, verb FROM rettvei.audit_entry WHERE actor_id = 'ketil-4' AND outcome = 'allowed' ORDER BY seq DESC LIMIT 1",
    );
    expect(rows[0]).toEqual({ decision_ref: "u1, patient-asked", verb: "x" });
  });

  it("holds what the task of whoever asks lets them read: a plan for who treats, not for the unit's coordinator", async () => {
    const treating = await whole("n04-p1", doctor, REASON);
    expect(kinds(treating)).toEqual(expect.arrayContaining(["voice-said", "assigned"]));
    expect(facts(treating).map(({ type }) => type)).toContain("plan");
    const atUnit = await whole("n04-p1", coordinator, REASON);
    expect(kinds(atUnit)).toContain("voice-said");
    expect(facts(atUnit).map(({ type }) => type)).not.toContain("plan");
    expect(atUnit.leftOut).toContainEqual({ what: "plan", why: "not-yours-to-read" });
  });

  it("tells nobody whom the patient has blocked, nor who looked", async () => {
    for (const who of [doctor, coordinator]) {
      const found = await whole("n04-p1", who, REASON);
      expect(JSON.stringify(found)).not.toContain("mot-denne");
      expect(found.entries.some(({ what }) => what === "access")).toBe(false);
      expect(found.leftOut).toContainEqual({ what: "block", why: "only-for-the-patient" });
    }
  });

  it("is not for one whom the patient has blocked, for another unit, another patient, a relative or a leader", async () => {
    const relative = { ...COORDINATOR, actorId: "r4", role: "relative", unitIds: [] } as const;
    const blocked = { ...coordinator, actorId: "mot-denne" };
    const elsewhere = { ...coordinator, actorId: "annen", unitIds: ["u9"] };
    const statuses = await Promise.all(
      [
        blocked,
        elsewhere,
        patientActor("n05-p1"),
        relative,
        { ...coordinator, role: "leader" as const },
      ].map(async (who) => (await asked("n04-p1", who, "?reason=archive")).status),
    );
    expect(statuses).toEqual([403, 404, 404, 403, 403]);
  });
});
