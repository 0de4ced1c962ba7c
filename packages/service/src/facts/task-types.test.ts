// Proves that each type of matter is either something to be done or something that only holds: none is lost in silence.
import { expect, it } from "vitest";
import { MATTER_TYPES } from "./matter-types.ts";
import { NO_TASKS, TASK_TYPES } from "./task-types.ts";

it("every type of matter is a task or is none, and nothing else is named", () => {
  const told = MATTER_TYPES.map(({ type }) => type).sort();
  expect([...TASK_TYPES, ...NO_TASKS].sort()).toEqual(told);
});
