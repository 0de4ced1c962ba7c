// Proves where a course is said to be: its phase, what comes next, and by which kind of date.
import { type CourseBuilder, course, editionsByHand, on } from "@rettvei/testkit";
import { describe, expect, it } from "vitest";
import type { Edition, Phase, Rule } from "../edition/edition.ts";
import { compileLibrary } from "../edition/library.ts";
import { pinnedCourse, verdictsOf } from "../judge.ts";
import { positionOf } from "./position.ts";

const HAND = { ref: "by-hand", evidence: "verified" } as const;
const plain = (text: string) => ({ nb: text, nn: text, en: text });

const PHASES: readonly Phase[] = [
  {
    id: "referral",
    name: plain("referral"),
    enteredBy: [{ event: "referral-received" }],
    expects: ["referral-assessed", "pathway-start"],
    source: HAND,
  },
  {
    id: "assessment",
    name: plain("assessment"),
    enteredBy: [
      { event: "first-attendance" },
      { event: "clinical-decision", outcomes: ["extended-assessment"] },
    ],
    expects: ["first-attendance", "clinical-decision"],
    source: HAND,
  },
  {
    id: "treatment",
    name: plain("treatment"),
    enteredBy: [
      { event: "clinical-decision", exceptOutcomes: ["extended-assessment"] },
      { event: "evaluation" },
    ],
    expects: ["treatment-plan", "treatment-start", "evaluation", "closure"],
    source: HAND,
  },
];

/** The editions typed in by hand, with phases, and with changed rules where a test asks for them. */
function libraryWith(change: (rules: readonly Rule[]) => readonly Rule[]) {
  const editions = editionsByHand().map(
    (edition): Edition => ({ ...edition, phases: PHASES, rules: change(edition.rules) }),
  );
  return compileLibrary(editions, { weekend: [6, 7], fixed: [], easterOffsets: [] });
}
const LIBRARY = libraryWith((rules) => rules);
const BACKWARDS = libraryWith((rules) => [...rules].reverse());

function position(built: CourseBuilder, asOf: string, planned?: string, library = LIBRARY) {
  const judged = pinnedCourse(built.log, library, on(asOf));
  if (judged === undefined) throw new Error("expected a course");
  return positionOf(
    judged.course,
    verdictsOf(judged),
    planned === undefined ? planned : on(planned),
  );
}

const started = course("tsb").with("pathway-start", "2024-01-02", { unitId: "9900001" });
const attended = started.with("first-attendance", "2024-01-08", { careLevel: "poliklinikk" });
const decided = attended.with("clinical-decision", "2024-01-20", { outcome: "treatment-tsb" });

describe("the phase", () => {
  const phase = (built: CourseBuilder): string | undefined =>
    position(built, "2024-06-01").phase?.id;

  it("is none before any was entered", () => {
    expect(phase(started)).toBeUndefined();
  });

  it("is the last one entered, not the furthest", () => {
    expect(phase(attended)).toBe("assessment");
    expect(phase(decided)).toBe("treatment");
    expect(phase(decided.with("first-attendance", "2024-02-01"))).toBe("assessment");
  });

  it("depends on the outcome where the phase says so", () => {
    const extended = decided.with("clinical-decision", "2024-03-01", {
      outcome: "extended-assessment",
    });
    expect(phase(extended)).toBe("assessment");
    expect(phase(attended.with("clinical-decision", "2024-03-01"))).toBe("treatment");
  });
});

describe("the next step", () => {
  it("is what closes the open verdict with the earliest due date", () => {
    expect(position(attended, "2024-01-10")).toMatchObject({
      nextStep: "clinical-decision",
      nextDate: { on: "2024-01-29", kind: "recommendation" },
    });
    const discharged = attended.with("discharge", "2024-01-09");
    expect(position(discharged, "2024-01-09")).toMatchObject({
      nextStep: "discharge-summary-sent",
      nextDate: { on: "2024-01-10", kind: "target" },
    });
  });

  it("is the first event of the phase not yet registered where no verdict is dated", () => {
    const after = decided.with("evaluation", "2024-01-22", { careLevel: "dag" });
    expect(position(after, "2024-02-01")).toMatchObject({
      nextStep: "treatment-plan",
      nextDate: undefined,
    });
    const planned = after.with("treatment-plan", "2024-01-23");
    expect(position(planned, "2024-02-01").nextStep).toBe("treatment-start");
  });

  it("is nothing where neither a date nor a phase says what comes", () => {
    expect(position(started, "2024-02-01")).toMatchObject({
      running: true,
      nextStep: undefined,
      nextDate: undefined,
    });
  });
});

describe("the next date", () => {
  const told = started.with("referral-assessed", "2024-01-10", { legalDeadline: "2024-02-01" });

  it("is a legal deadline where that is the earliest, and says so", () => {
    expect(position(told, "2024-01-15")).toMatchObject({
      nextStep: "first-attendance",
      nextDate: { on: "2024-02-01", kind: "legal-deadline" },
    });
  });

  it("is a statutory limit before a recommended time", () => {
    const referred = attended.with("referral-received", "2024-01-10");
    expect(position(referred, "2024-01-15").nextDate).toMatchObject({
      on: "2024-01-24",
      kind: "statutory",
    });
  });

  it("stays when it has passed", () => {
    expect(position(attended, "2024-05-01").nextDate?.on).toBe("2024-01-29");
  });

  it.each([
    LIBRARY,
    BACKWARDS,
  ])("of several on one day is the one of the strongest kind", (library) => {
    const kind = (built: CourseBuilder) => {
      const { nextDate } = position(built, "2024-01-24", "2024-01-29", library);
      expect(nextDate?.on).toBe("2024-01-29");
      return nextDate?.kind;
    };
    const nothing = course("tsb").with("pathway-start", "2024-01-02");
    const target = nothing.with("discharge", "2024-01-28");
    const recommended = target.with("emergency-assessment", "2024-01-15");
    const statutory = recommended.with("referral-received", "2024-01-15");
    const legal = statutory.with("treatment-plan", "2024-01-16", { legalDeadline: "2024-01-29" });
    expect(kind(nothing)).toBe("planned");
    expect(kind(recommended)).toBe("recommendation");
    expect(kind(statutory)).toBe("statutory");
    expect(kind(legal)).toBe("legal-deadline");
    expect(position(target, "2024-01-28", "2024-01-29", library).nextDate?.kind).toBe("target");
  });

  it("is the plan's own where that is earlier, and the step stays the rule's", () => {
    expect(position(attended, "2024-01-10", "2024-01-20")).toMatchObject({
      nextStep: "clinical-decision",
      nextDate: { on: "2024-01-20", kind: "planned", verdict: undefined },
    });
    expect(position(attended, "2024-01-10", "2024-02-20").nextDate?.kind).toBe("recommendation");
    expect(position(started, "2024-01-10", "2024-02-20").nextDate?.kind).toBe("planned");
  });

  it("is marked local where the limit was a site's own", () => {
    const local = libraryWith((rules) => rules.map(withLocalLimits));
    expect(position(attended, "2024-01-10", undefined, local).nextDate?.kind).toBe("local");
    expect(position(attended, "2024-01-10", "2024-01-29", local).nextDate?.kind).toBe("planned");
  });
});

function withLocalLimits(rule: Rule): Rule {
  if (rule.kind !== "interval") return rule;
  const source = { ref: "local", evidence: "local" } as const;
  return { ...rule, limits: rule.limits.map((limit) => ({ ...limit, source })) };
}

describe("a course that ended", () => {
  it.each([
    "closure",
    "transfer-out",
    "transfer-private-specialist",
  ])("with %s has its last phase and nothing next, not even what the plan says", (end) => {
    const ended = decided.with(end, "2024-02-01", { unitId: "9900002" });
    expect(position(ended, "2024-03-01", "2024-04-01")).toMatchObject({
      running: false,
      phase: { id: "treatment" },
      nextStep: undefined,
      nextDate: undefined,
      unitId: "9900002",
      lastRecord: { recordId: "r4" },
    });
  });

  it("runs until the day before the end", () => {
    const ended = decided.with("closure", "2024-02-01");
    expect(position(ended, "2024-01-31").running).toBe(true);
  });

  it("never started is not running either", () => {
    const referred = course("tsb").with("referral-received", "2024-01-02");
    expect(position(referred, "2024-01-03")).toMatchObject({
      running: false,
      nextStep: undefined,
      phase: { id: "referral" },
    });
  });
});

it("the unit is that of the last record, or of the nearest one before it that tells one", () => {
  expect(position(decided, "2024-06-01").unitId).toBe("9900001");
  const moved = decided.with("evaluation", "2024-02-01", { unitId: "9900003" });
  expect(position(moved, "2024-06-01").unitId).toBe("9900003");
});
