// Log control over HTTP: what has a sign is opened once, explained by the leader, decided by somebody else than who looked.
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../access/actor.ts";
import { by, giveTask, LEADER, PRACTITIONER } from "../testing/people.ts";
import { type SeededApi, seededApi } from "../testing/seeded-api.ts";
import { COORDINATOR } from "../testing/test-app.ts";
import { closeStores } from "../testing/test-store.ts";
import { examineYesterday } from "./nightly-log-control.ts";

closeStores("after all");

const CONTROLLER: Actor = {
  ...COORDINATOR,
  actorId: "cato",
  name: "Cato Kontroll",
  role: "log-controller",
  unitIds: [],
};
const TODAY = "2024-03-20";
const DAYS = { from: TODAY, to: TODAY };
const LIST = "/api/log-control/reviews";

let api: SeededApi["api"];
let store: SeededApi["store"];

/** A practitioner whose name is a patient's, and who has no task in the course that she opens. */
const NAMESAKE: Actor = {
  ...PRACTITIONER,
  actorId: "nina",
  name: "Nina Skinnbakken",
  loggedInAt: "2024-03-20T10:55:00Z",
};

beforeAll(async () => {
  ({ api, store } = await seededApi());
  // The family name is the last word of a name.
  await store.database.asOwner((client) =>
    client.query(
      "UPDATE rettvei.patient SET name = 'Testine Skinnbakken' WHERE patient_id = 'n03-p1'",
    ),
  );
  await giveTask(store, { courseId: "n00-c1", patientId: "n00-p1" }, PRACTITIONER, "practitioner");
  await api.get("/api/courses/n00-c1", by(PRACTITIONER));
  const glass = { ground: "acute", reason: "Innlagt bevisstløs i natt" };
  const opened = await api.post("/api/patients/n03-p1/break-glass", glass, by(NAMESAKE));
  expect(opened.status).toBe(201);
  expect((await api.get("/api/courses/n03-c1", by(NAMESAKE))).status).toBe(200);
});

const reviews = async (actor = CONTROLLER, query = "") =>
  (await api.get(`${LIST}${query}`, by(actor))).body;

describe("log control", () => {
  it("opens what has a sign, with what it is a sign by, and does so once", async () => {
    const first = await api.post("/api/log-control/examinations", DAYS, by(CONTROLLER));
    expect([first.status, first.body]).toEqual([201, { looked: 3, flagged: 2, opened: 1 }]);
    const again = await api.post("/api/log-control/examinations", DAYS, by(CONTROLLER));
    expect(again.body.opened).toBe(0);
    const { waiting, bySign, reviews: all } = await reviews();
    expect([waiting, bySign]).toEqual([
      1,
      [
        { sign: "break-glass", open: 1 },
        { sign: "same-surname", open: 1 },
      ],
    ]);
    expect(all[0]).toMatchObject({
      lookedByName: "Nina Skinnbakken",
      patient: { patientId: "n03-p1", name: "Testine Skinnbakken" },
      state: "waiting",
      looks: 2,
      dueOn: "2024-03-27",
      mine: false,
    });
  });

  it("shows accesses and never what was read", async () => {
    const [{ reviewId }] = (await reviews()).reviews;
    const { body } = await api.get(`${LIST}/${reviewId}`, by(CONTROLLER));
    expect(body.accesses.map(({ what }: { what: string }) => what)).toEqual([
      "break-glass w",
      "course r",
    ]);
    expect(JSON.stringify(body)).not.toMatch(/bevisstløs|first-attendance|tsb/);
    expect((await api.get("/api/courses/n03-c1", by(CONTROLLER))).status).toBe(403);
    expect((await api.get("/api/patients/n03-p1/log", by(CONTROLLER))).status).toBe(403);
  });

  it("asks the leader, who does not learn whose record it was, and decides with the answer", async () => {
    const [{ reviewId, version }] = (await reviews()).reviews;
    const url = `${LIST}/${reviewId}`;
    const asked = await api.post(`${url}/asked`, { words: "Hvorfor?" }, by(CONTROLLER, version));
    expect(asked.body.state).toBe("asked");
    const questions = "/api/units/u1/access-questions";
    const { body } = await api.get(questions, by(LEADER));
    expect(body.asked).toHaveLength(1);
    expect(JSON.stringify(body)).not.toContain("n03");
    const explain = (actor: Actor) =>
      api.post(
        `/api/access-questions/${reviewId}/explained`,
        { words: "Hun hadde vakt." },
        by(actor, body.asked[0].version),
      );
    expect((await explain({ ...LEADER, unitIds: ["u0"] })).status).toBe(404);
    expect((await explain(LEADER)).body.state).toBe("explained");
    expect((await api.get(questions, by(LEADER))).body.asked).toEqual([]);

    const page = (await api.get(url, by(CONTROLLER))).body;
    expect(page.explained.words).toBe("Hun hadde vakt.");
    const outcome = { outcome: "justified", words: "Bekreftet av lederen." };
    const decide = (actor: Actor) =>
      api.post(`${url}/decided`, outcome, by(actor, page.review.version));
    // Who looked cannot decide, whatever other role they hold; nor can another organisation.
    expect((await decide({ ...CONTROLLER, actorId: NAMESAKE.actorId })).body.error.code).toBe(
      "not-allowed",
    );
    expect((await decide({ ...CONTROLLER, organisation: "OTHERHF" })).status).toBe(404);
    expect((await decide(CONTROLLER)).body.state).toBe("justified");
    expect((await decide(CONTROLLER)).status).toBe(409);
    expect((await reviews()).reviews).toEqual([]);
    expect((await reviews(CONTROLLER, "?decided=true")).reviews).toHaveLength(1);
    expect((await reviews({ ...CONTROLLER, organisation: "OTHERHF" })).waiting).toBe(0);
  });

  it("goes through yesterday by itself, where somebody controls the log, and once", async () => {
    store.setToday("2024-03-21");
    await store.database.pool.query(
      `INSERT INTO rettvei.actor (actor_id, kind, name, recorded_at) VALUES ('cato', 'person', 'Cato', now());
       INSERT INTO rettvei.role_grant (grant_id, actor_id, role, organisation, unit_ids, valid_from, valid_to, recorded_at, recorded_by)
       VALUES ('g-cato', 'cato', 'log-controller', 'TESTHF', '{}', '2024-01-01', '2025-01-01', now(), 'test')`,
    );
    const count = async () => {
      const { rows } = await store.database.pool.query(
        "SELECT count(*)::int AS n FROM rettvei.fact WHERE kind = 'accesses-examined' AND recorded_by = 'service'",
      );
      return rows[0].n;
    };
    await examineYesterday(store);
    await examineYesterday(store);
    expect(await count()).toBe(1);
    expect((await reviews()).examined).toMatchObject({ from: TODAY, to: TODAY });
    store.setToday(TODAY);
  });

  it("is no other role's, and takes no more than a month at a time", async () => {
    for (const actor of [COORDINATOR, LEADER, PRACTITIONER])
      expect((await api.get(LIST, by(actor))).status).toBe(403);
    const long = { from: "2024-01-01", to: "2024-03-01" };
    expect((await api.post("/api/log-control/examinations", long, by(CONTROLLER))).status).toBe(
      400,
    );
  });
});
