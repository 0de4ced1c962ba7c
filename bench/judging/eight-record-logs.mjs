// Knows the logs that judging is measured on: of the synthetic population, those of exactly eight records.
import { createHash } from "node:crypto";
import { population } from "@rettvei/demo";

/** Courses up to this date follow the editions whose limits are published, so that there is most to judge. */
export const AS_OF = "2024-12-31";

const RECORDS = 8;
const COURSES_AT_MOST = 3_000_000;

export function eightRecordLogs(wanted) {
  const logs = [];
  for (const { log } of population({ seed: 1, courses: COURSES_AT_MOST, until: AS_OF })) {
    if (log.records.length === RECORDS) logs.push(log);
    if (logs.length === wanted) return logs;
  }
  throw new Error(`expected ${wanted} logs of ${RECORDS} records, got ${logs.length}`);
}

/** How many of the logs differ in what they say, their ids left out. */
export function distinctLogs(logs) {
  const contents = logs.map(({ pathway, records }) => {
    const said = records.map(({ recordId, voids, corrects, ...rest }) => ({
      ...rest,
      takes: (voids ?? corrects) !== undefined,
    }));
    return createHash("sha256")
      .update(JSON.stringify([pathway, said]))
      .digest("base64");
  });
  return new Set(contents).size;
}
