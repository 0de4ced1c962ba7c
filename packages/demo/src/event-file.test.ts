// Knows how an event file must look: columns, quoting, joined codes, and nothing lost.
import { type CourseLog, type Instant, isVoid, parseCalendarDate } from "@rettvei/engine";
import { describe, expect, test } from "vitest";
import { EVENT_FILE_COLUMNS, eventFileLines } from "./event-file.ts";
import { isSentAsCodes } from "./joined-codes.ts";
import { population } from "./population/population.ts";

const COURSES = [...population({ seed: 4, courses: 3000, until: parseCalendarDate("2024-12-31") })];
const [header = "", ...lines] = eventFileLines(COURSES, "csv");
const rows = lines.map((line) => {
  const values = line.split(",");
  return Object.fromEntries(EVENT_FILE_COLUMNS.map((column, at) => [column, values[at] ?? "lost"]));
});
const records = COURSES.flatMap(({ log }) => log.records);

describe("CSV", () => {
  test("begins with the columns in their published order", () => {
    expect(header).toBe(
      "record_id,course_id,patient_id,pathway,unit_id,event,outcome,occurred_on,recorded_at,care_level," +
        "severity,granted_for,legal_deadline,condition,voids,corrects,code",
    );
  });

  test("has one line for each record, in order, with as many values as columns", () => {
    expect(rows.map(({ record_id }) => record_id)).toEqual(records.map(({ recordId }) => recordId));
    for (const line of lines) expect(line.split(",")).toHaveLength(EVENT_FILE_COLUMNS.length);
  });

  test("says of a record that takes another away only which, and when", () => {
    const voiding = rows.filter(({ voids }) => voids !== "");
    expect(voiding.length).toBe(records.filter(isVoid).length);
    expect(voiding.length).toBeGreaterThan(20);
    for (const row of voiding) {
      const filled = EVENT_FILE_COLUMNS.filter((column) => row[column] !== "");
      expect(filled).toEqual(["record_id", "course_id", "recorded_at", "voids"]);
    }
  });

  test("quotes values that hold commas, quotes or line ends", () => {
    const log: CourseLog = {
      courseId: 'c"1',
      patientId: "p,1",
      pathway: "tsb",
      records: [
        {
          recordId: "r\n1",
          event: "pathway-start",
          occurredOn: parseCalendarDate("2024-01-01"),
          recordedAt: "2024-01-01T08:00:00.000Z" as Instant,
          recordedOn: parseCalendarDate("2024-01-01"),
        },
      ],
    };
    const [, line] = eventFileLines([{ log }], "csv");
    expect(line).toBe(
      '"r\n1","c""1","p,1",tsb,,pathway-start,,2024-01-01,2024-01-01T08:00:00.000Z,,,,,,,,',
    );
  });
});

describe("joined codes", () => {
  const coded = rows.filter(({ code }) => code !== "");

  test("are only those that are published, without pathway, event and outcome beside them", () => {
    expect(coded.length).toBeGreaterThan(50);
    for (const row of coded) {
      expect(row.code).toMatch(/^D(01|06|11|12)(C[UPTSKAI]?|L|UF)$/);
      expect([row.pathway, row.event, row.outcome]).toEqual(["", "", ""]);
    }
  });

  test("mean what their record says", () => {
    const byId = new Map(
      COURSES.flatMap(({ log }) => log.records.map((r) => [r.recordId, { log, r }])),
    );
    const TYPES: Record<string, string> = {
      D01: "tsb",
      D06: "psykose",
      D11: "phv-voksne",
      D12: "phv-barn-unge",
    };
    const EVENTS: Record<string, string> = {
      C: "clinical-decision",
      L: "patient-postponed",
      U: "activity-performed",
    };
    for (const { record_id = "", code = "" } of coded) {
      const found = byId.get(record_id);
      if (found === undefined || isVoid(found.r)) throw new Error("a code for no event");
      expect(TYPES[code.slice(0, 3)]).toBe(found.log.pathway);
      expect(EVENTS[code.slice(3, 4)]).toBe(found.r.event);
      expect(code.length > 4).toBe(found.r.outcome !== undefined);
    }
  });

  test("come from whole courses of a twentieth of the systems", () => {
    const sent = COURSES.filter(({ log }) => isSentAsCodes(log.courseId)).length / COURSES.length;
    expect(sent).toBeGreaterThan(0.035);
    expect(sent).toBeLessThan(0.065);
    for (const { course_id = "" } of coded) expect(isSentAsCodes(course_id)).toBe(true);
  });
});

test("NDJSON holds the same values under the same names, and nothing empty", () => {
  const objects = [...eventFileLines(COURSES.slice(0, 300), "ndjson")].map(
    (line) => JSON.parse(line) as Record<string, string>,
  );
  const expected = rows
    .slice(0, objects.length)
    .map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== "")));
  expect(objects).toEqual(expected);
});
