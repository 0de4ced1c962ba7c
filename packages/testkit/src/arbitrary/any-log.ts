// Knows how to draw a whole valid log: records in any order, some corrected, some voided, chains of both.
import type { CourseLog, EventRecord, LogRecord } from "@rettvei/engine";
import fc from "fast-check";
import { CONDITIONS, GENERAL } from "../by-hand/limits.ts";
import { daysAfter, instant } from "../dates.ts";
import { anyDate } from "./any-date.ts";
import { type DrawnRecord, recordFrom } from "./any-record.ts";
import { nastyRecords } from "./nasty-records.ts";
import { realisticRecords } from "./realistic-records.ts";

export const anyPathway: fc.Arbitrary<string> = fc.constantFrom<string>(...GENERAL, ...CONDITIONS);

/** A record said to take another one's place, or to take it away; places are positions in the log. */
interface Link {
  readonly kind: "corrects" | "voids";
  readonly by: number;
  readonly target: number;
  readonly days: number;
}

const anyLink: fc.Arbitrary<Link> = fc.record({
  kind: fc.constantFrom("corrects", "voids"),
  by: fc.nat({ max: 30 }),
  target: fc.nat({ max: 30 }),
  days: fc.constantFrom(0, 1, 30, 2000),
});

const anyLinks: fc.Arbitrary<readonly Link[]> = fc.oneof(
  { weight: 2, arbitrary: fc.constant([]) },
  { weight: 2, arbitrary: fc.array(anyLink, { minLength: 1, maxLength: 4 }) },
);

/** Letters put before record ids, so that their order is neither that of the dates nor of the log. */
const anyPrefix = fc.constantFrom("m", "a", "Z");

export interface Who {
  readonly courseId: string;
  readonly patientId: string;
}

const SOMEBODY: Who = { courseId: "c1", patientId: "p1" };

/** Any valid log, half of them usual courses and half of them bad luck. */
export function anyLog(
  who: Who = SOMEBODY,
  pathway: fc.Arbitrary<string> = anyPathway,
  firstDay: fc.Arbitrary<string> = anyDate,
): fc.Arbitrary<CourseLog> {
  const drawn = fc.oneof(
    nastyRecords,
    realisticRecords.filter((records) => records.length > 0),
  );
  return fc
    .tuple(pathway, firstDay, drawn, anyLinks, anyPrefix)
    .map(([name, day, records, links, prefix]) => ({
      ...who,
      pathway: name,
      records: linked(records, links, { firstDay: day, prefix: `${who.courseId}-${prefix}` }),
    }));
}

function linked(
  drawn: readonly DrawnRecord[],
  links: readonly Link[],
  { firstDay, prefix }: { readonly firstDay: string; readonly prefix: string },
): readonly LogRecord[] {
  const idOf = (place: number) => `${place % 2 === 0 ? prefix : prefix.toLowerCase()}${place}`;
  const records: LogRecord[] = drawn.map((record, place) =>
    recordFrom(record, { recordId: idOf(place), firstDay }),
  );
  for (const { kind, by, target, days } of links) {
    const targetId = records[target % records.length]?.recordId ?? "";
    if (kind === "voids") {
      const recordedAt = instant(`${daysAfter(days, firstDay)}T11:00:00Z`);
      records.push({ recordId: idOf(records.length), recordedAt, voids: targetId });
      continue;
    }
    const place = by % drawn.length;
    const record = records[place];
    if (record !== undefined && record.voids === undefined && record.recordId !== targetId) {
      records[place] = { ...record, corrects: targetId };
    }
  }
  return records;
}

/** The records of a log that are events: all but the voids. */
export function eventRecords(log: CourseLog): readonly EventRecord[] {
  return log.records.filter((record) => record.voids === undefined);
}
