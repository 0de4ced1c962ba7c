// Proves registration: checked, durable, judged at once, and safe where several people register together.
import { isVoid } from "@rettvei/engine";
import { anyLog, course } from "@rettvei/testkit";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { loadPopulation } from "../store/load-population.ts";
import { expectFresh, keptRecords, keptStates } from "../testing/kept.ts";
import { openCourse, preview, register, registerAtLast } from "../testing/registering.ts";
import {
  asPopulation,
  closeStores,
  renamed,
  type TestStore,
  testStore,
} from "../testing/test-store.ts";
import type { NewRecord } from "./new-records.ts";

closeStores("after all");
let store: TestStore;
beforeAll(async () => {
  store = await testStore("2024-03-20");
});

let courses = 0;

/** A running course of somebody new; answers its id. */
async function newCourse(patientId = `p${courses + 1}`): Promise<string> {
  const id = `n${++courses}`;
  const log = course("tsb", { courseId: id, patientId })
    .with("pathway-start", "2024-02-20", { unitId: "u1", recordId: `${id}-start` })
    .with("first-attendance", "2024-02-20", {
      careLevel: "poliklinikk",
      recordId: `${id}-first`,
    }).log;
  await loadPopulation(store, asPopulation([log]));
  return id;
}

function event(name: string, occurredOn: string, more: object = {}): NewRecord {
  return { event: name, occurredOn, ...more } as NewRecord;
}

const recordsOf = (courseId: string) => keptRecords(store, courseId);
const expectStatesFresh = (patientId: string) => expectFresh(store, patientId);

describe("registering", () => {
  it("keeps the record, judges the course at once and tells what changed", async () => {
    const id = await newCourse();
    const { changed } = await register(store, id, [
      event("clinical-decision", "2024-03-12", { outcome: "treatment-tsb" }),
    ]);
    expect(changed).toEqual([
      {
        ruleId: "tsb.assessment",
        before: { verdict: "not-met", dueOn: "2024-03-12" },
        after: { verdict: "met", dueOn: "2024-03-12" },
      },
      {
        ruleId: "tsb.first-evaluation",
        before: null,
        after: { verdict: "not-met", dueOn: "2024-03-19" },
      },
    ]);
    expect(await recordsOf(id)).toHaveLength(3);
    await expectStatesFresh(`p${courses}`);
  });

  it("writes down when it was, as an instant, and its date in Oslo", async () => {
    const id = await newCourse();
    await register(store, id, [event("evaluation", "2024-03-19")]);
    expect((await recordsOf(id)).at(-1)).toMatchObject({
      recordedAt: "2024-03-20T11:00:00.000Z",
      recordedOn: "2024-03-20",
    });
  });

  it("of the same record sent again keeps one, and refuses its id with other content", async () => {
    const id = await newCourse();
    const sent = event("evaluation", "2024-03-19", { recordId: `${id}-x` });
    await register(store, id, [sent]);
    const again = await register(store, id, [sent]);
    expect(again.changed).toEqual([]);
    expect(await recordsOf(id)).toHaveLength(3);
    const other = event("evaluation", "2024-03-18", { recordId: `${id}-x` });
    await expect(register(store, id, [other])).rejects.toMatchObject({ code: "record-conflict" });
    const elsewhere = await newCourse();
    await expect(register(store, elsewhere, [sent])).rejects.toMatchObject({
      code: "record-conflict",
    });
    expect(await recordsOf(elsewhere)).toHaveLength(2);
  });

  it("takes corrections and voids of the course's own records, once each", async () => {
    const id = await newCourse();
    await register(store, id, [
      event("first-attendance", "2024-03-01", { corrects: `${id}-first`, careLevel: "dogn" }),
    ]);
    const twice = event("first-attendance", "2024-03-02", { corrects: `${id}-first` });
    await expect(register(store, id, [twice])).rejects.toMatchObject({
      code: "record-refused",
      problems: [expect.objectContaining({ path: "/records/0/corrects" })],
    });
    await expect(register(store, id, [{ voids: `${id}-first` }])).rejects.toMatchObject({
      code: "record-refused",
    });
    await expect(register(store, id, [{ voids: "of-somebody-else" }])).rejects.toMatchObject({
      code: "record-refused",
    });
    await register(store, id, [{ voids: `${id}-start` }]);
    expect((await recordsOf(id)).filter(isVoid)).toHaveLength(1);
    await expectStatesFresh(`p${courses}`);
  });

  it("takes a record and its correction in one go, in the order given", async () => {
    const id = await newCourse();
    await register(store, id, [
      event("evaluation", "2024-03-01", { recordId: `${id}-a` }),
      event("evaluation", "2024-03-02", { recordId: `${id}-b`, corrects: `${id}-a` }),
      { recordId: `${id}-c`, voids: `${id}-b` },
    ]);
    expect((await recordsOf(id)).slice(2).map(({ recordId }) => recordId)).toEqual([
      `${id}-a`,
      `${id}-b`,
      `${id}-c`,
    ]);
  });

  it("of several records of which one is refused keeps none", async () => {
    const id = await newCourse();
    const records = [event("evaluation", "2024-03-01"), { voids: "not-there" }];
    await expect(register(store, id, records)).rejects.toMatchObject({ code: "record-refused" });
    expect(await recordsOf(id)).toHaveLength(2);
  });

  it("tells every word that the vocabulary lacks", async () => {
    const id = await newCourse();
    const refused = register(store, id, [
      event("coffee", "2024-03-01"),
      event("closure", "2024-03-01", { outcome: "treatment-tsb", condition: "elsewhere" }),
      event("evaluation", "2024-03-01", { outcome: "completed" }),
    ]);
    await expect(refused).rejects.toMatchObject({
      code: "bad-input",
      problems: [
        "/records/0/event",
        "/records/1/outcome",
        "/records/1/condition",
        "/records/2/outcome",
      ].map((path) => expect.objectContaining({ path })),
    });
  });

  it("of two people who correct the same record at once lets one win", async () => {
    const id = await newCourse();
    const correct = (day: string) =>
      register(store, id, [event("first-attendance", day, { corrects: `${id}-first` })]);
    const tries = await Promise.allSettled([
      correct("2024-03-01"),
      correct("2024-03-02"),
      correct("2024-03-03"),
    ]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await recordsOf(id)).toHaveLength(3);
  });

  it("by many at once for one patient loses nothing, and keeps the state that all of it gives", async () => {
    const [a, b] = [await newCourse("many"), await newCourse("many")];
    const days = Array.from({ length: 20 }, (_, n) => `2024-03-${String(n + 1).padStart(2, "0")}`);
    await Promise.all(
      days.map((day, n) =>
        registerAtLast(store, n % 2 ? a : b, [event("activity-performed", day)]),
      ),
    );
    expect(await recordsOf(a)).toHaveLength(12);
    expect(await recordsOf(b)).toHaveLength(12);
    await expectStatesFresh("many");
  });

  it("changes the findings of the patient's other courses too", async () => {
    const first = await newCourse("two");
    const before = await keptStates(store, "two");
    const second = await newCourse("two");
    await register(store, second, [event("evaluation", "2024-03-01")]);
    await expectStatesFresh("two");
    await register(store, first, [event("closure", "2024-03-02", { outcome: "completed" })]);
    await expectStatesFresh("two");
    expect(before).toHaveLength(1);
  });

  it("keeps, record by record, the states that judging from scratch gives", async () => {
    const logs = fc.sample(anyLog(), { numRuns: 25, seed: 5 });
    for (const [n, drawn] of logs.entries()) {
      const log = renamed(drawn, `s${n}`);
      const opened = {
        courseId: log.courseId,
        patientId: log.patientId,
        pathway: log.pathway,
        unitId: "u1",
      };
      await openCourse(store, { ...opened, records: [event("referral-received", "2023-01-01")] });
      const events = log.records.flatMap((record) =>
        isVoid(record) || record.corrects !== undefined ? [] : [record],
      );
      for (const { recordedAt: _, recordedOn: __, ...record } of events) {
        await register(store, log.courseId, [record]).catch((refused: { code?: string }) => {
          expect(refused.code).toBe("bad-input"); // an outcome that the edition lacks
        });
      }
      await expectStatesFresh(log.patientId);
    }
  });
});

describe("a preview", () => {
  it("tells what registering would change, and writes nothing", async () => {
    const id = await newCourse();
    const records = [event("clinical-decision", "2024-03-12", { outcome: "treatment-tsb" })];
    const before = await keptStates(store, `p${courses}`);
    const previewed = await preview(store, id, records);
    expect(await recordsOf(id)).toHaveLength(2);
    expect(await keptStates(store, `p${courses}`)).toEqual(before);
    const { changed } = await register(store, id, records);
    expect(previewed.changed).toEqual(changed);
  });
});

describe("opening a course", () => {
  it("makes the patient known and gives records without a unit the course's", async () => {
    await openCourse(store, {
      courseId: "open-1",
      patientId: "open-p",
      pathway: "tsb",
      unitId: "u7",
      records: [
        event("referral-received", "2024-03-01"),
        event("pathway-start", "2024-03-01", { unitId: "u8" }),
      ],
    });
    expect(await recordsOf("open-1")).toMatchObject([{ unitId: "u7" }, { unitId: "u8" }]);
    await expectStatesFresh("open-p");
  });

  it("sent again opens no second one, and refuses a course id in use by another", async () => {
    const opened = {
      courseId: "open-2",
      patientId: "open-p2",
      pathway: "tsb",
      unitId: "u7",
      records: [event("referral-received", "2024-03-01", { recordId: "open-2-r" })],
    };
    await openCourse(store, opened);
    await openCourse(store, opened);
    expect(await recordsOf("open-2")).toHaveLength(1);
    await expect(openCourse(store, { ...opened, patientId: "open-p3" })).rejects.toMatchObject({
      code: "course-conflict",
    });
    const more = [...opened.records, event("evaluation", "2024-03-02")];
    await expect(openCourse(store, { ...opened, records: more })).rejects.toMatchObject({
      code: "course-conflict",
    });
    expect(await recordsOf("open-2")).toHaveLength(1);
    const { rows } = await store.database.pool.query(
      "SELECT 1 FROM rettvei.patient WHERE patient_id = 'open-p3'",
    );
    expect(rows).toEqual([]);
  });

  it("refuses a pathway that is not known", async () => {
    const opened = {
      courseId: "open-4",
      patientId: "p",
      pathway: "somatikk",
      unitId: "u",
      records: [],
    };
    await expect(openCourse(store, opened)).rejects.toMatchObject({
      code: "bad-input",
      problems: [expect.objectContaining({ path: "/pathway" })],
    });
  });
});
