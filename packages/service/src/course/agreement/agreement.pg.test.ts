// Agreements with municipalities over HTTP: whom to call, when to look at it anew, and who may write it.
import { beforeAll, describe, expect, it } from "vitest";
import { by, LEADER, MUNICIPALITY, PRACTITIONER, patientActor } from "../../testing/people.ts";
import { type SeededApi, seededApi } from "../../testing/seeded-api.ts";
import { COORDINATOR } from "../../testing/test-app.ts";
import { closeStores } from "../../testing/test-store.ts";

closeStores("after all");
let api: SeededApi["api"];
let store: SeededApi["store"];
beforeAll(async () => {
  ({ api, store } = await seededApi());
});

const CONTENT = {
  text: "Vi ringer hverandre før utskrivning.",
  contacts: [{ side: "trust", name: "Kari Koordinator", telephone: "99 99 99 99" }],
};
const NEW = {
  unitId: "u1",
  title: "Utskrivning",
  municipalUnitId: "k1",
  municipality: "Testvik",
  reviewOn: "2024-06-01",
  ...CONTENT,
};

const make = (body: object, actor = LEADER) => api.post("/api/agreements", body, by(actor));

async function listed(query = "", actor = COORDINATOR): Promise<readonly string[]> {
  const { body } = await api.get(`/api/agreements${query}`, by(actor));
  return body.agreements.map((one: { agreementId: string }) => one.agreementId);
}

describe("an agreement", () => {
  it("is on the list of those to review from its date, until it was reviewed", async () => {
    const first = (await make(NEW)).body;
    const second = (await make({ ...NEW, municipalUnitId: "k2", reviewOn: "2024-05-01" })).body;
    expect(first).toMatchObject({ state: "in-force", madeOn: "2024-03-20", reviews: [] });
    expect(await listed()).toEqual([second.agreementId, first.agreementId]);
    expect(await listed("", MUNICIPALITY)).toEqual([first.agreementId]);
    expect(await listed("?due=true")).toEqual([]);
    store.setToday("2024-05-31");
    expect(await listed("?due=true")).toEqual([second.agreementId]);
    store.setToday("2024-06-01");
    expect(await listed("?due=true")).toEqual([second.agreementId, first.agreementId]);
    const review = { ...CONTENT, reviewOn: "2025-06-01", whatChanged: "Nytt nummer." };
    const url = `/api/agreements/${first.agreementId}`;
    const reviewed = await api.post(`${url}/reviewed`, review, by(LEADER, first.version));
    expect(reviewed.body).toMatchObject({
      reviewOn: "2025-06-01",
      reviews: [{ on: "2024-06-01", whatChanged: "Nytt nummer." }],
    });
    expect(await listed("?due=true")).toEqual([second.agreementId]);
    const stale = await api.post(`${url}/reviewed`, review, by(LEADER, first.version));
    expect([stale.status, stale.body.error.code]).toEqual([409, "stale"]);
    const reason = { reason: "Slått sammen." };
    const ended = await api.post(`${url}/ended`, reason, by(LEADER, reviewed.body.version));
    expect(ended.body).toMatchObject({ state: "ended", endedBecause: "Slått sammen." });
    expect(await listed()).toEqual([second.agreementId]);
    const again = await api.post(`${url}/ended`, reason, by(LEADER, ended.body.version));
    expect(again.body.error.code).toBe("not-now");
    store.setToday("2024-03-20");
  });

  it("is written by leaders of its unit, read in the house and by its municipality", async () => {
    expect((await make(NEW, COORDINATOR)).status).toBe(403);
    expect((await make({ ...NEW, unitId: "elsewhere" })).status).toBe(404);
    expect((await make({ ...NEW, contacts: [] })).status).toBe(400);
    expect((await api.get("/api/agreements", by(PRACTITIONER))).status).toBe(200);
    expect((await api.get("/api/agreements", by(patientActor("n00-p1")))).status).toBe(403);
  });
});
