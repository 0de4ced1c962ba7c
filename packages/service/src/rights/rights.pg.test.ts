// Proves a patient's rights over HTTP: blocks, who acts for whom and at which age, opened access, and the own log.
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../access/actor.ts";
import { by, giveTask, LEADER, PRACTITIONER, patientActor } from "../testing/people.ts";
import { type SeededApi, seededApi } from "../testing/seeded-api.ts";
import { type Answer, COORDINATOR } from "../testing/test-app.ts";
import { closeStores } from "../testing/test-store.ts";

closeStores("after all");
let api: SeededApi["api"];
let store: SeededApi["store"];
beforeAll(async () => {
  ({ api, store } = await seededApi());
});

const page = (n: string, who: Actor): Promise<Answer> => api.get(`/api/courses/${n}-c1`, by(who));

async function statusOf(n: string, who: Actor): Promise<number> {
  return (await page(n, who)).status;
}

async function post(url: string, body: object, who: Actor, version?: number): Promise<Answer> {
  const answer = await api.post(url, body, by(who, version));
  expect([url, answer.status, answer.body]).toEqual([url, 201, answer.body]);
  return answer;
}

const versionOf = ({ headers }: Answer): number => Number(String(headers.etag).replaceAll('"', ""));

/** Whoever logged in at noon, when the tests' clock stands still. */
function loggedIn(who: Actor, actorId: string): Actor {
  return { ...who, actorId, loggedInAt: store.now().toISOString() };
}

function born(n: string, date: string | null, year: number | null = null): Promise<unknown> {
  return store.database.asOwner((client) =>
    client.query(
      "UPDATE rettvei.patient SET birth_date = $2, birth_year = $3, person_number = NULL WHERE patient_id = $1",
      [`${n}-p1`, date, year],
    ),
  );
}

function relative(actorId: string): Actor {
  return { ...COORDINATOR, actorId, role: "relative", organisation: "-", unitIds: [] };
}

describe("a block", () => {
  const patient = patientActor("n00-p1");
  const coordinator = { ...COORDINATOR, actorId: "ketil", unitIds: ["u1"] };

  it.each([
    ["a person", { against: "person", id: "ketil" }],
    ["a unit", { against: "unit", id: "u1" }],
    ["an organisation", { against: "organisation", id: "TESTHF" }],
    ["a person, of one course", { against: "person", id: "ketil", courseId: "n00-c1" }],
  ])("against %s holds at the next request, also for what is written later, until it is lifted", async (_, body) => {
    expect(await statusOf("n00", coordinator)).toBe(200);
    const set = await post("/api/patients/n00-p1/blocks", body, patient);
    const refused = await page("n00", coordinator);
    expect([refused.status, refused.body.error.code]).toEqual([403, "blocked"]);
    expect(JSON.stringify(refused.body)).not.toMatch(/n00|Testine|tsb/);
    const list = await api.get("/api/units/u1/work-list", by(coordinator));
    const ids = list.body.rows.map(({ courseId }: { courseId: string }) => courseId);
    expect([ids.includes("n00-c1"), ids.length > 0]).toEqual([false, true]);
    expect(await statusOf("n00", patient)).toBe(200);
    const lifted = `/api/blocks/${set.body.id}/lifted`;
    await post(lifted, {}, patient, versionOf(set));
    expect(await statusOf("n00", coordinator)).toBe(200);
  });

  it("covers a registration made after it, by somebody whom it does not name", async () => {
    const set = await post(
      "/api/patients/n01-p1/blocks",
      { against: "person", id: "ketil" },
      patientActor("n01-p1"),
    );
    await api.register("n01-c1", [{ event: "evaluation", occurredOn: "2024-03-19" }]);
    expect(await statusOf("n01", coordinator)).toBe(403);
    const seen = await api.get("/api/patients/n01-p1/blocks", by(COORDINATOR));
    expect(seen.body.blocks).toMatchObject([{ state: "in-force", against: null, id: null }]);
    const own = await api.get("/api/patients/n01-p1/blocks", by(patientActor("n01-p1")));
    expect(own.body.blocks).toMatchObject([
      { blockId: set.body.id, against: "person", id: "ketil" },
    ]);
  });

  it("is the patient's to set, and nobody else's", async () => {
    const url = "/api/patients/n02-p1/blocks";
    const body = { against: "unit", id: "u1" };
    expect((await api.post(url, body, by(COORDINATOR))).status).toBe(403);
    expect((await api.post(url, body, by(patientActor("n03-p1")))).status).toBe(404);
  });
});

describe("access in an unforeseen situation", () => {
  const reason = "Innlagt bevisstløs i natt";
  const url = "/api/patients/n04-p1/break-glass";
  const body = { ground: "acute", reason };

  it("opens one patient to one person for an hour to the millisecond, tagged in the log that the patient sees at once", async () => {
    const doctor = loggedIn(PRACTITIONER, "vakt-1");
    expect(await statusOf("n04", doctor)).toBe(404);
    const opened = await post(url, body, doctor);
    expect(opened.body.until).toBe("2024-03-20T12:00:00.000Z");
    expect(await statusOf("n04", doctor)).toBe(200);
    expect(await statusOf("n05", doctor)).toBe(404);
    expect(await statusOf("n04", { ...doctor, actorId: "vakt-2" })).toBe(404);
    const log = await api.get("/api/patients/n04-p1/log", by(patientActor("n04-p1")));
    const mine = log.body.entries.filter(({ name }: { name: string }) => name === doctor.name);
    expect(
      mine.map((one: { what: string; outcome: string; unforeseen: boolean }) => [
        one.what,
        one.outcome,
        one.unforeseen,
      ]),
    ).toEqual([
      ["course r", "refused", false],
      ["course r", "allowed", true],
      ["break-glass w", "allowed", true],
      ["course r", "refused", false],
    ]);
    expect(JSON.stringify(log.body)).not.toContain(reason);
    store.setInstant("2024-03-20T11:59:59.999Z");
    expect(await statusOf("n04", doctor)).toBe(200);
    store.setInstant("2024-03-20T12:00:00.000Z");
    expect(await statusOf("n04", doctor)).toBe(404);
    store.setToday("2024-03-20");
  });

  it("asks for a ground, a reason of ten letters and a login of the last quarter of an hour", async () => {
    const doctor = loggedIn(PRACTITIONER, "vakt-3");
    for (const bad of [
      { ground: "curious", reason },
      { ground: "acute", reason: "haster" },
      { ground: "acute" },
    ]) {
      expect((await api.post(url, bad, by(doctor))).status).toBe(400);
    }
    for (const loggedInAt of ["2024-03-20T10:44:59.999Z", undefined]) {
      const { loggedInAt: _, ...who } = doctor;
      const old = loggedInAt === undefined ? who : { ...who, loggedInAt };
      const refused = await api.post(url, body, by(old));
      expect([refused.status, refused.body.error.code]).toEqual([403, "log-in-again"]);
    }
    expect((await api.post(url, body, by(COORDINATOR))).status).toBe(403);
    expect((await api.post("/api/patients/nobody/break-glass", body, by(doctor))).status).toBe(404);
  });

  it("ends with the next patient and by hand, and cannot be gone on with: three an hour, then it is locked and care is not", async () => {
    const doctor = loggedIn(PRACTITIONER, "vakt-4");
    await giveTask(store, { courseId: "n09-c1", patientId: "n09-p1" }, doctor, "practitioner");
    await post("/api/patients/n06-p1/break-glass", body, doctor);
    await post("/api/patients/n07-p1/break-glass", body, doctor);
    expect([await statusOf("n06", doctor), await statusOf("n07", doctor)]).toEqual([404, 200]);
    const third = await post("/api/patients/n06-p1/break-glass", body, doctor);
    const fourth = await api.post("/api/patients/n08-p1/break-glass", body, by(doctor));
    expect([fourth.status, fourth.body.error.code]).toEqual([403, "break-glass-locked"]);
    expect([await statusOf("n06", doctor), await statusOf("n09", doctor)]).toEqual([200, 200]);
    const ended = `/api/break-glass/${third.body.glassId}/ended`;
    const other = { ...doctor, actorId: "vakt-5" };
    expect((await api.post(ended, {}, by(other))).status).toBe(404);
    await post(ended, {}, doctor);
    expect(await statusOf("n06", doctor)).toBe(404);
  });

  it("holds against a block only where life is in danger", async () => {
    const doctor = loggedIn(PRACTITIONER, "vakt-6");
    await post(
      "/api/patients/n08-p1/blocks",
      { against: "person", id: "vakt-6" },
      patientActor("n08-p1"),
    );
    await post("/api/patients/n08-p1/break-glass", body, doctor);
    expect((await page("n08", doctor)).body.error.code).toBe("blocked");
    await post("/api/patients/n08-p1/break-glass", { ground: "danger-to-life", reason }, doctor);
    expect(await statusOf("n08", doctor)).toBe(200);
  });

  it("is looked into by the unit's leader within seven days, and by nobody of what they opened themselves", async () => {
    const list = "/api/units/u1/break-glass-reviews";
    const doctor = loggedIn(PRACTITIONER, "vakt-7");
    await post(
      "/api/patients/n07-p1/break-glass",
      { ground: "on-call", reason: "Ringte legevakta" },
      doctor,
    );
    const { body: before } = await api.get(list, by(LEADER));
    const one = before.reviews.find(({ ground }: { ground: string }) => ground === "on-call");
    expect(before.statistics).toEqual([{ month: "2024-03", openings: before.reviews.length }]);
    expect(one).toMatchObject({
      state: "waiting",
      dueOn: "2024-03-27",
      reason: "Ringte legevakta",
    });
    expect((await api.get(list, by({ ...LEADER, unitIds: ["u9"] }))).status).toBe(404);
    const reviewed = `/api/break-glass-reviews/${one.reviewId}/reviewed`;
    const result = { result: "justified", words: "Vakthavende lege." };
    const self = { ...LEADER, actorId: "vakt-7" };
    expect((await api.post(reviewed, result, by(self, one.version))).status).toBe(403);
    await post(reviewed, result, LEADER, one.version);
    const { body: after } = await api.get(list, by(LEADER));
    expect(
      after.reviews.filter((each: { state: string }) => each.state === "justified"),
    ).toHaveLength(1);
  });
});

describe("somebody who acts for a patient", () => {
  const guardian = (personId: string, atChildsAddress = true): object => ({
    ...{ actsAs: "guardian", personId, personName: "Mor", atChildsAddress },
    ...{ purpose: "Foreldreansvar", until: "2040-01-01" },
  });

  it.each([
    ["before the twelfth birthday sees all", "2012-03-21", 200],
    ["on the twelfth birthday sees nothing", "2012-03-20", 404],
    ["before the twelfth birthday on 29 February sees all, on 1 March nothing", "2012-02-29", 404],
    ["on the sixteenth birthday sees nothing", "2008-03-20", 404],
  ])("as a guardian %s", async (what, date, status) => {
    await born("n10", date);
    const personId = `mor-${what.length}-${date}`;
    await post("/api/patients/n10-p1/representations", guardian(personId), COORDINATOR);
    expect(await statusOf("n10", relative(personId))).toBe(status);
  });

  it("as a guardian sees at most what is released from twelve to sixteen, and nothing of it from the birthday's midnight in Oslo", async () => {
    await born("n10", "2008-03-21");
    const mother = relative("mor-2");
    await giveTask(
      store,
      { courseId: "n10-c1", patientId: "n10-p1" },
      PRACTITIONER,
      "practitioner",
    );
    await post("/api/patients/n10-p1/representations", guardian("mor-2"), COORDINATOR);
    expect(await statusOf("n10", mother)).toBe(404);
    const url = "/api/courses/n10-c1/guardian-view";
    const before = { ageGroup: "young", guardiansSee: false, said: null };
    expect((await api.get(url, by(PRACTITIONER))).body).toEqual(before);
    const view = { view: "released", reason: "Barnet vil det" };
    await post(url, view, PRACTITIONER);
    expect(await statusOf("n10", mother)).toBe(200);
    const said = { ...view, on: "2024-03-20" };
    const now = { ageGroup: "young", guardiansSee: true, said };
    expect((await api.get(url, by(PRACTITIONER))).body).toEqual(now);
    expect((await api.get(url, by(COORDINATOR))).status).toBe(403);
    store.setInstant("2024-03-20T22:59:59.999Z");
    expect(await statusOf("n10", mother)).toBe(200);
    store.setInstant("2024-03-20T23:00:00.000Z");
    expect(await statusOf("n10", mother)).toBe(404);
    store.setToday("2024-03-20");
  });

  it("as a guardian of a small child sees nothing that was withheld, nor anything where no guardian lives with the child or the address is confidential", async () => {
    await born("n11", "2015-05-05");
    const url = "/api/patients/n11-p1/representations";
    const mother = relative("mor-3");
    await post(url, guardian("mor-3", false), COORDINATOR);
    expect(await statusOf("n11", mother)).toBe(404);
    const father = await post(url, guardian("far-3", true), COORDINATOR);
    expect(await statusOf("n11", mother)).toBe(200);
    await giveTask(
      store,
      { courseId: "n11-c1", patientId: "n11-p1" },
      PRACTITIONER,
      "practitioner",
    );
    const withheld = { view: "withheld", reason: "Hensynet til barnet" };
    await post("/api/courses/n11-c1/guardian-view", withheld, PRACTITIONER);
    expect(await statusOf("n11", mother)).toBe(404);
    const shown = await api.get("/api/courses/n11-c1/guardian-view", by(PRACTITIONER));
    expect(shown.body).toMatchObject({ ageGroup: "child", guardiansSee: false, said: withheld });
    await post(
      "/api/courses/n11-c1/guardian-view",
      { ...withheld, view: "released" },
      PRACTITIONER,
    );
    expect(await statusOf("n11", mother)).toBe(200);
    const address = "/api/patients/n11-p1/confidential-address";
    await post(address, { confidential: true }, COORDINATOR);
    expect(await statusOf("n11", mother)).toBe(404);
    await post(address, { confidential: false }, COORDINATOR);
    await post(`/api/representations/${father.body.id}/ended`, {}, COORDINATOR, versionOf(father));
    expect(await statusOf("n11", mother)).toBe(404);
  });

  it("by consent sees until it is withdrawn or over, and a consent is for a year at most", async () => {
    const patient = patientActor("n05-p1");
    await born("n05", null, 1990);
    const url = "/api/patients/n05-p1/representations";
    const consent = {
      actsAs: "consent",
      personId: "bror",
      personName: "Bror",
      purpose: "Støtte",
      until: "2024-03-21",
    };
    expect((await api.post(url, { ...consent, until: "2025-03-22" }, by(patient))).status).toBe(
      422,
    );
    expect((await api.post(url, guardian("bror"), by(patient))).status).toBe(422);
    const given = await post(url, consent, patient);
    expect(await statusOf("n05", relative("bror"))).toBe(200);
    store.setToday("2024-03-22");
    expect(await statusOf("n05", relative("bror"))).toBe(404);
    store.setToday("2024-03-20");
    await post(`/api/representations/${given.body.id}/ended`, {}, patient, versionOf(given));
    expect(await statusOf("n05", relative("bror"))).toBe(404);
  });
});

describe("the patient's own log", () => {
  it("holds every access, with who, where, when and why in plain words, and is nobody else's", async () => {
    const patient = patientActor("n03-p1");
    const url = "/api/patients/n03-p1/log";
    const { body: before } = await api.get(url, by(patient));
    for (let n = 0; n < 5; n++) await statusOf("n03", COORDINATOR);
    const { body } = await api.get(url, by(patient));
    const { rows } = await store.database.pool.query(
      "SELECT count(*)::int AS n FROM rettvei.audit_entry WHERE 'n03-p1' = ANY (patient_ids)",
    );
    // The log that is read now is written when it is answered.
    expect(body.entries.length).toBe(rows[0].n - 1);
    expect(body.entries.length).toBe(before.entries.length + 6);
    expect(body.entries[0]).toMatchObject({
      ...{ name: COORDINATOR.name, role: "coordinator", organisation: "TESTHF", unit: "u0" },
      ...{ what: "course r", outcome: "allowed", unforeseen: false },
      why: { nb: "Personen arbeider ved enheten der du får hjelp." },
    });
    for (const who of [COORDINATOR, LEADER, PRACTITIONER])
      expect((await api.get(url, by(who))).status).toBe(403);
    expect((await api.get(url, by(patientActor("n04-p1")))).status).toBe(404);
  });

  it("lets the patient ask for an explanation, which the unit of whoever looked gives by a day", async () => {
    const patient = patientActor("n03-p1");
    const { body } = await api.get("/api/patients/n03-p1/log", by(patient));
    const found = body.entries.find(({ what }: { what: string }) => what === "course r");
    const { entry, unit } = found;
    const url = "/api/patients/n03-p1/explanations";
    const asked = await post(url, { entry, words: "Hvorfor?" }, patient);
    expect(asked.body).toMatchObject({ state: "waiting", dueOn: "2024-04-03", answer: null });
    const other = await api.post(
      "/api/patients/n04-p1/explanations",
      { entry, words: "?" },
      by(patientActor("n04-p1")),
    );
    expect(other.status).toBe(404);
    const ofUnit = `/api/units/${unit}/explanations`;
    const waiting = await api.get(ofUnit, by(LEADER));
    const at = expect.stringMatching(/^2024-03-20T/);
    expect(waiting.body.asked).toEqual([
      {
        ...{ explanationId: asked.body.explanationId, version: versionOf(asked) },
        patient: { patientId: "n03-p1", name: "Testine Skinnbakken 3", birthYear: 1990 },
        words: "Hvorfor?",
        ...{ lookedByName: expect.any(String), role: "coordinator", at, unforeseen: false },
        dueOn: "2024-04-03",
      },
    ]);
    const elsewhere = { ...LEADER, unitIds: ["u9"] };
    expect((await api.get(ofUnit, by(elsewhere))).status).toBe(404);
    const block = { against: "person", id: LEADER.actorId };
    const set = await post("/api/patients/n03-p1/blocks", block, patient);
    expect((await api.get(ofUnit, by(LEADER))).body.asked).toEqual([]);
    await post(`/api/blocks/${set.body.id}/lifted`, {}, patient, versionOf(set));
    const explained = `/api/explanations/${asked.body.explanationId}/explained`;
    const words = { words: "Hun følger opp forløpet ditt." };
    const away = { ...LEADER, unitIds: ["u9"] };
    expect((await api.post(explained, words, by(away, versionOf(asked)))).status).toBe(404);
    const answer = await post(explained, words, LEADER, versionOf(asked));
    expect(answer.body).toMatchObject({ state: "explained", answer: words.words });
    expect((await api.get(ofUnit, by(LEADER))).body.asked).toEqual([]);
    const { entries } = (await api.get("/api/patients/n03-p1/log", by(patient))).body;
    const looks = entries.map(({ what }: { what: string }) => what);
    expect(looks).toContain("explanation r");
  });
});

describe("without its audit", () => {
  it("nothing is answered, kept or opened: 503 and no byte of a patient", async () => {
    const doctor = loggedIn(PRACTITIONER, "vakt-9");
    await store.database.asOwner((client) =>
      client.query(`CREATE FUNCTION rettvei.audit_is_down() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'down'; END $$;
        CREATE TRIGGER down BEFORE INSERT ON rettvei.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION rettvei.audit_is_down()`),
    );
    const answers = [
      await page("n02", COORDINATOR),
      await api.get("/api/units/u1/work-list"),
      await api.register("n02-c1", [{ event: "evaluation", occurredOn: "2024-03-19" }]),
      await api.post(
        "/api/patients/n02-p1/break-glass",
        { ground: "acute", reason: "Bevisstløs i natt" },
        by(doctor),
      ),
      await page("n02", doctor),
    ];
    for (const { status, body } of answers) {
      expect(["audit-unavailable", "bad-input"]).toContain(body.error.code);
      if (body.error.code === "audit-unavailable") expect(status).toBe(503);
      expect(JSON.stringify(body)).not.toMatch(/n02|Testine/);
    }
    await store.database.asOwner((client) =>
      client.query("DROP TRIGGER down ON rettvei.audit_entry"),
    );
    expect(await statusOf("n02", doctor)).toBe(404);
    expect((await page("n02", COORDINATOR)).body.records).toHaveLength(4);
  });
});
