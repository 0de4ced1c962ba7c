// Knows a file of many lines in which good and bad ones of all kinds stand side by side, in no order.

type Values = Readonly<Record<string, string>>;

/** A number from 0 up to `below` for each `n`, spread without pattern; the same every time. */
function spread(n: number, below: number): number {
  const mixed = Math.imul(n ^ (n >>> 15), 0x2c1b3c6d);
  return ((mixed ^ (mixed >>> 12)) >>> 0) % below;
}

const EVENTS = ["pathway-start", "first-attendance", "clinical-decision", "evaluation", "closure"];
const LEVELS = ["poliklinikk", "dogn", "", "dag"];

function goodLine(n: number, courses: number): Values {
  const course = spread(n, courses);
  const month = 1 + spread(n * 3 + 1, 12);
  const day = `2023-${String(month).padStart(2, "0")}-${String(1 + spread(n * 5 + 2, 28)).padStart(2, "0")}`;
  return {
    record_id: `r${n}`,
    course_id: `c${course}`,
    patient_id: `p${course % 97}`,
    pathway: course % 2 === 0 ? "tsb" : "psykose",
    unit_id: `99000${10 + (course % 50)}`,
    event: EVENTS[spread(n * 7 + 3, EVENTS.length)] ?? "",
    occurred_on: day,
    recorded_at: `${day}T12:00:00Z`,
    care_level: LEVELS[spread(n * 11 + 4, LEVELS.length)] ?? "",
  };
}

/** What is changed in every so manieth line to make it bad, or good in a way of its own. */
const CHANGES: readonly (readonly [every: number, change: (line: Values, n: number) => Values])[] =
  [
    [101, () => ({ occurred_on: "2023-02-30" })],
    [103, () => ({ event: "?", care_level: "bed" })],
    [107, () => ({ course_id: "" })],
    [109, () => ({ recorded_at: "noon" })],
    [113, (line) => ({ pathway: line.pathway === "tsb" ? "psykose" : "tsb" })],
    [127, () => ({ patient_id: "nobody else" })],
    [131, () => ({ corrects: "nowhere" })],
    [137, (line) => ({ corrects: line.record_id ?? "" })],
    [139, (_, n) => ({ record_id: `v${n}`, event: "", occurred_on: "", voids: `r${n - 1}` })],
  ];

/** So many lines over so many courses, none of them bad. */
export function manyGoodLines(lines: number, courses: number): readonly Values[] {
  return Array.from({ length: lines }, (_, n) => goodLine(n, courses));
}

/** The same with one in twelve or so changed. */
export function manyLines(lines: number, courses: number): readonly Values[] {
  return manyGoodLines(lines, courses).map((good, n) => {
    const applied = CHANGES.filter(([every]) => n % every === every - 1);
    return Object.assign({}, good, ...applied.map(([, change]) => change(good, n)));
  });
}
