// Knows the indicator over typed arrays made ready beforehand: the floor, all reading and sorting already paid.
import { toDayNumber } from "@rettvei/engine";

const OTHER = 0;
const ATTENDANCE = 1;
const DECISION = 2;
const LIMIT_DAYS = 42;

function eventOf({ event }) {
  if (event === "first-attendance") return ATTENDANCE;
  return event === "clinical-decision" ? DECISION : OTHER;
}

/** Columns of the counting records of courses, in order; what is not asked for is not in them. */
export function columnsOf(courses) {
  const rows = courses.flatMap(({ course }) => course.counted);
  const columns = {
    ends: new Uint32Array(courses.length),
    asked: new Uint8Array(courses.length),
    events: Uint8Array.from(rows, ({ record }) => eventOf(record)),
    days: Int32Array.from(rows, ({ record }) => toDayNumber(record.occurredOn)),
    outpatient: Uint8Array.from(rows, ({ careLevel }) => (careLevel === "poliklinikk" ? 1 : 0)),
  };
  let end = 0;
  courses.forEach(({ log, course }, at) => {
    end += course.counted.length;
    columns.ends[at] = end;
    const asked = log.pathway === "phv-voksne" && course.facts.grantedFor !== "treatment";
    columns.asked[at] = asked ? 1 : 0;
  });
  return columns;
}

/** First place from `at` on with the event; `end` if there is none. */
function placeOf(events, event, at, end) {
  let place = at;
  while (place < end && events[place] !== event) place++;
  return place;
}

export function columnsContender({ ends, asked, events, days, outpatient }) {
  let denominator = 0;
  let numerator = 0;
  let start = 0;
  for (let at = 0; at < ends.length; at++) {
    const end = ends[at];
    const first = start;
    start = end;
    const from = asked[at] === 1 ? placeOf(events, ATTENDANCE, first, end) : end;
    if (from === end || outpatient[from] === 0) continue;
    let to = placeOf(events, DECISION, first, end);
    while (to < end && days[to] < days[from]) to = placeOf(events, DECISION, to + 1, end);
    if (to === end) continue;
    denominator++;
    if (days[to] - days[from] <= LIMIT_DAYS) numerator++;
  }
  return { denominator, numerator };
}
