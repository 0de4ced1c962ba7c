// Proves what the facts of a course say of its assignments.
import { on } from "@rettvei/testkit";
import { describe, expect, it } from "vitest";
import type { Fact } from "../../facts/fact.ts";
import {
  ASSIGNED,
  ASSIGNMENT,
  ASSIGNMENT_ENDED,
  assignmentId,
  type TaskRole,
} from "./assignment.ts";
import { courseAssignments } from "./course-assignments.ts";

let seq = 0;
function fact(kind: string, role: TaskRole, body: object): Fact {
  seq++;
  return {
    seq,
    factId: `f${seq}`,
    kind,
    matterId: assignmentId("c1", role),
    patientId: "p1",
    courseId: "c1",
    unitId: "u1",
    happenedOn: on("2026-03-01"),
    recordedAt: "2026-03-01T10:00:00Z",
    recordedBy: "leader",
    recordedAs: "leader",
    body: { role, ...body },
  };
}

const given = (role: TaskRole, personId: string): Fact =>
  fact(ASSIGNED.kind, role, { personId, personName: personId, phone: null, note: null });
const ended = (role: TaskRole, note: string | null): Fact =>
  fact(ASSIGNMENT_ENDED.kind, role, { note });

describe("assignments", () => {
  it("of a course of which nothing was told are all open, at version 0", () => {
    expect(courseAssignments([])).toEqual({
      held: [],
      open: ["coordinator", "ip-coordinator", "municipal-contact", "practitioner"],
      earlier: [],
      version: 0,
    });
  });

  it("have one holder each: who takes over ends the time of the one before", () => {
    const facts = [
      given("coordinator", "kari"),
      given("practitioner", "per"),
      given("coordinator", "ola"),
    ];
    const now = courseAssignments(facts);
    expect(now.held.map(({ role, personId }) => [role, personId])).toEqual([
      ["coordinator", "ola"],
      ["practitioner", "per"],
    ]);
    expect(now.earlier.map(({ personId, to }) => [personId, to])).toEqual([["kari", "2026-03-01"]]);
    expect(now.version).toBe(facts.at(-1)?.seq);
  });

  it("keep why a task ended", () => {
    const now = courseAssignments([
      given("practitioner", "per"),
      ended("practitioner", "Sluttet."),
    ]);
    expect([now.open, now.earlier[0]?.notes]).toEqual([
      ["coordinator", "ip-coordinator", "municipal-contact", "practitioner"],
      ["Sluttet."],
    ]);
  });

  it("pass over facts of other matters", () => {
    expect(
      courseAssignments([{ ...given("coordinator", "kari"), kind: "something-else" }]).version,
    ).toBe(0);
  });
});

describe("the matter of an assignment", () => {
  it("is open while somebody holds it, with the person who does", () => {
    const facts = [given("practitioner", "per"), given("practitioner", "ola")];
    expect(ASSIGNMENT.standing(facts)).toMatchObject({
      open: true,
      state: "practitioner",
      personId: "ola",
    });
    const after = ASSIGNMENT.standing([...facts, ended("practitioner", null)]);
    expect(after).toMatchObject({ open: false, state: "ended", personId: null });
  });
});
