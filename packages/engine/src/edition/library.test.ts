// Proves which edition a course follows, and what cannot be compiled.
import { course, editionsByHand, on } from "@rettvei/testkit";
import { describe, expect, it } from "vitest";
import { courseOf, pinnedCourse, verdictsOf } from "../judge.ts";
import type { CourseLog } from "../log/record.ts";
import type { Edition } from "./edition.ts";
import { compileLibrary, editionNamed } from "./library.ts";

const RULES = { weekend: [6, 7], fixed: [], easterOffsets: [] };
const LIBRARY = compileLibrary(editionsByHand(), RULES);
const LATE = on("2026-12-31");

function editionOf(log: CourseLog, asOf = LATE): string | undefined {
  return pinnedCourse(log, LIBRARY, asOf)?.course.edition.appliesFrom;
}

function startedOn(date: string): string | undefined {
  return editionOf(course("tsb").with("pathway-start", date).log);
}

describe("a course follows the edition in force on the date of its first start", () => {
  it.each([
    ["2018-06-01", "2019-01-01", "before the first edition, the first"],
    ["2019-01-01", "2019-01-01", "on the first day"],
    ["2021-12-31", "2019-01-01", "on the last day of an edition"],
    ["2022-01-01", "2022-01-01", "on the first day of the next"],
    ["2022-12-31", "2022-01-01", "on the eve of the new name"],
    ["2023-01-01", "2023-01-01", "on the day of the new name"],
    ["2024-02-08", "2023-01-01", "a draft is never in force"],
    ["2024-12-31", "2023-01-01", "on the eve of the simplification"],
    ["2025-01-01", "2025-01-01", "on the day of the simplification"],
    ["2026-12-31", "2025-01-01", "long after it"],
  ])("started %s: %s, %s", (start, edition) => {
    expect(startedOn(start)).toBe(edition);
  });

  it("the first of several starts, whatever came before it", () => {
    const { log } = course("tsb")
      .with("referral-received", "2018-01-01")
      .with("pathway-start", "2025-02-01")
      .with("pathway-start", "2022-05-05");
    expect(editionOf(log)).toBe("2022-01-01");
  });

  it("without a start, on the date of its earliest record", () => {
    const { log } = course("tsb")
      .with("first-attendance", "2023-02-01")
      .with("referral-received", "2022-11-30");
    expect(editionOf(log)).toBe("2022-01-01");
  });

  it("a start that does not count yet, or any more, pins nothing", () => {
    const late = course("tsb")
      .with("referral-received", "2022-11-30")
      .with("pathway-start", "2023-03-01");
    expect(editionOf(late.log, on("2023-02-28"))).toBe("2022-01-01");
    expect(editionOf(late.log, on("2023-03-01"))).toBe("2023-01-01");
    expect(editionOf(late.voiding("r2").log)).toBe("2022-01-01");
  });

  it("no record that counts, no course", () => {
    const { log } = course("tsb").with("pathway-start", "2024-01-01");
    expect(pinnedCourse(log, LIBRARY, on("2023-12-31"))).toBeUndefined();
    expect(editionOf(course("tsb").with("evaluation", "2024-01-01").voiding("r1").log)).toBe(
      undefined,
    );
  });

  it("a retired pathway keeps its last edition", () => {
    const { log } = course("psykose").with("pathway-start", "2026-01-01");
    expect(editionOf(log)).toBe("2023-01-01");
  });
});

describe("an edition is found by its first date", () => {
  const tsb = LIBRARY.pathways.get("tsb");

  it.each(["2019-01-01", "2024-02-08", "2025-01-01"])("%s, drafts too", (date) => {
    expect(tsb && editionNamed(tsb, date)?.appliesFrom).toBe(date);
  });

  it("and there is none at other dates", () => {
    expect(tsb && editionNamed(tsb, "2024-02-09")).toBeUndefined();
  });

  it("a course can be laid under a draft that it is not pinned to", () => {
    const draft = tsb && editionNamed(tsb, "2024-02-08");
    const { log } = course("tsb").with("pathway-start", "2023-05-01");
    const judged = draft && courseOf(log, draft, LATE);
    expect(judged?.course.edition.edition.status).toBe("draft");
  });
});

describe("what cannot be judged", () => {
  it("a pathway of drafts only is refused when compiled", () => {
    const drafts = editionsByHand().filter((edition) => edition.status === "draft");
    expect(() => compileLibrary(drafts, RULES)).toThrow("expected an edition in force, got none");
  });

  it("a pathway nobody knows is refused when judged", () => {
    const { log } = course("hjerte").with("pathway-start", "2024-01-01");
    expect(() => pinnedCourse(log, LIBRARY, LATE)).toThrow(
      new RangeError('unknown pathway "hjerte"'),
    );
  });

  it("a rule from an event that the vocabulary does not hold never begins", () => {
    const [first] = editionsByHand();
    const rules = first?.rules.map((rule) =>
      rule.kind === "interval" ? { ...rule, from: { event: "unheard-of" } } : rule,
    );
    const edition: Edition | undefined = first && rules && { ...first, rules };
    const library = compileLibrary(edition ? [edition] : [], RULES);
    const { log } = course(first?.pathway ?? "")
      .with("unheard-of", "2024-01-01")
      .with("referral-received", "2024-01-01")
      .with("first-attendance", "2024-02-01");
    const judged = pinnedCourse(log, library, LATE);
    expect(judged?.course.counted).toHaveLength(3);
    expect(judged && verdictsOf(judged)).toEqual([]);
  });
});
