// Proves that what is refused and what is not there are answered alike; as a battery, that they take as long too (Z3).
import { beforeAll, expect, it } from "vitest";
import { as } from "../testing/referring.ts";
import { type SeededApi, seededApi } from "../testing/seeded-api.ts";
import { closeStores } from "../testing/test-store.ts";

closeStores("after all");

/** Only where the size is asked for does a clock decide: the machine is then to do nothing else. */
const ASKED = process.env.RETTVEI_DENIED_PAIRS;
const PAIRS = Number(ASKED ?? 10);
const MOST_MS = 2;

const ELSEWHERE = as({ actorId: "c9", unitIds: ["u9"] });
const ROUTES = ["", "/closing", "/plans", "/assignments"];

let api: SeededApi["api"];
beforeAll(async () => {
  ({ api } = await seededApi());
});

interface Asked {
  readonly answer: string;
  readonly ms: number;
}

async function ask(courseId: string, route: string): Promise<Asked> {
  const begun = performance.now();
  const { status, body } = await api.get(`/api/courses/${courseId}${route}`, ELSEWHERE);
  const ms = performance.now() - begun;
  return { answer: `${status} ${JSON.stringify(body)}`, ms };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

it(`of ${PAIRS} pairs both are answered alike${ASKED === undefined ? "" : " and as fast"}`, async () => {
  const refused: number[] = [];
  const absent: number[] = [];
  for (let nr = 0; nr < PAIRS; nr++) {
    const route = ROUTES[nr % ROUTES.length] ?? "";
    const there = () => ask(`n${String(nr % 12).padStart(2, "0")}-c1`, route);
    // As long as the other, and another at each time: what was looked for before is no quicker.
    const gone = () => ask(`z${String(nr % 90).padStart(2, "0")}-c1`, route);
    // Whichever comes first pays for what both need.
    const first = nr % 8 < 4;
    const one = await (first ? there() : gone());
    const other = await (first ? gone() : there());
    expect([route, one.answer]).toEqual([route, other.answer]);
    expect(one.answer.startsWith("404")).toBe(true);
    refused.push((first ? one : other).ms);
    absent.push((first ? other : one).ms);
  }
  const [a, b] = [median(refused), median(absent)];
  console.log(
    `DENIED: ${PAIRS} pairs, half of the refused under ${a.toFixed(2)} ms, of those not there under ${b.toFixed(2)} ms`,
  );
  if (ASKED !== undefined) expect(Math.abs(a - b)).toBeLessThan(MOST_MS);
}, 600_000);
