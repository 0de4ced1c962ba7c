// Knows how far the generated population may be from the published figures, measured with the engine.
import { libraryOf, readBundle } from "@rettvei/definitions";
import { parseCalendarDate } from "@rettvei/engine";
import { beforeAll, describe, expect, test } from "vitest";
import { CALIBRATION_SOURCES } from "./calibration-sources.ts";
import { FIGURES, type MeasuredFigure, measured } from "./measurement/figures.ts";
import { observedCourses } from "./measurement/observed-course.ts";
import { calibrationTable } from "./measurement/table.ts";

// All starts lie under editions whose limits are known; the simplified ones have none.
const UNTIL = parseCalendarDate("2024-12-31");
const COURSES = 40_000;
const SEED = 2026;

describe("a population of 40,000 courses up to 2024-12-31", () => {
  let figures: readonly MeasuredFigure[] = [];

  beforeAll(() => {
    const library = libraryOf(readBundle());
    figures = measured(observedCourses({ seed: SEED, courses: COURSES, until: UNTIL }, library));
    console.log(calibrationTable(figures));
  });

  test.each(FIGURES.map(({ name }, at) => [name, at] as const))("meets: %s", (_name, at) => {
    const figure = figures[at];
    if (figure === undefined) throw new Error("a figure was not measured");
    expect(figure.count).toBeGreaterThanOrEqual(figure.leastCount);
    expect(Math.abs(figure.generated - figure.wanted.value)).toBeLessThanOrEqual(figure.tolerance);
  });

  test("every figure that is not assumed names a source that is listed", () => {
    const sources = FIGURES.flatMap(({ wanted }) =>
      wanted.known === "assumed" ? [] : wanted.source,
    );
    expect(sources.length).toBeGreaterThan(25);
    expect(sources.filter((source) => !(source in CALIBRATION_SOURCES))).toEqual([]);
  });
});
