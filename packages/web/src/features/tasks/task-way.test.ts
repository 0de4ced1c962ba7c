// Proves that each kind of what waits leads whoever does it to a screen that is theirs, and nobody to one that is not.
import { describe, expect, it } from "vitest";
import type { Role, TaskType } from "../../app/api/contract.ts";
import { closingTab } from "../closing/screen.tsx";
import { detoxTab } from "../detox/screen.tsx";
import { evaluationTab } from "../evaluation/screen.tsx";
import { planTab } from "../plan/screen.tsx";
import { transferTab } from "../transfer/screen.tsx";
import { voiceTab } from "../voices/screen.tsx";
import { addressFor, doneByOthers } from "./task-way.ts";
import { taskTexts } from "./texts.ts";

const TABS = [closingTab, detoxTab, evaluationTab, planTab, transferTab, voiceTab];
const TYPES = Object.keys(taskTexts.nb.types) as readonly TaskType[];
const LOOKING: readonly Role[] = ["practitioner", "coordinator", "leader"];

const task = (type: TaskType) => ({ type, matterId: "m1", courseId: "c1", unitId: "u1" });

describe.each(TYPES)("%s", (type) => {
  it("leads to no tab of a course that the role does not find", () => {
    for (const role of LOOKING) {
      const [, tab] = addressFor(task(type), role)?.match(/^\/courses\/c1\/(.+)$/) ?? [];
      if (tab === undefined) continue;
      const roles = TABS.find(({ path }) => path === tab)?.roles ?? [];
      expect(roles, `${role} at ${tab}`).toContain(role);
    }
  });
});

describe.each([
  "access-review",
  "explanation",
] as const)("an access that is asked about (%s)", (type) => {
  it("leads the leader to where it is answered, and says to others that the leader does", () => {
    const asked = { ...task(type), courseId: null };
    expect(addressFor(asked, "leader")).toBe("/units/u1/leader");
    expect(doneByOthers(asked, "leader")).toEqual([]);
    expect(addressFor(asked, "coordinator")).toBeUndefined();
    expect(doneByOthers(asked, "coordinator")).toEqual(["leader"]);
  });
});

describe("what is done in the care of a course", () => {
  it("leads a leader to the course, and says whose it is", () => {
    expect(addressFor(task("plan"), "practitioner")).toBe("/courses/c1/plan");
    expect(addressFor(task("plan"), "leader")).toBe("/courses/c1");
    expect(doneByOthers(task("plan"), "leader")).toEqual(["practitioner", "coordinator"]);
  });
});
