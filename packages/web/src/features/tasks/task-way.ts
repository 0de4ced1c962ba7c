// Knows of each kind of what waits by whom it is done, and where: the address for whoever may see the screen.
import type { Role, Task, TaskType } from "../../app/api/contract.ts";

type Concerned = Pick<Task, "type" | "matterId" | "courseId" | "unitId">;

interface Way {
  readonly doneBy: readonly Role[];
  /** Who finds the screen without doing anything there. */
  readonly seenBy?: readonly Role[];
  readonly address: (task: Concerned) => string | undefined;
}

const IN_CARE = ["practitioner", "coordinator"] as const;
const COURSE_READERS: readonly Role[] = ["practitioner", "coordinator", "leader"];

const below =
  (place: string) =>
  ({ courseId }: Concerned): string | undefined =>
    courseId === null ? undefined : `/courses/${encodeURIComponent(courseId)}${place}`;

const atUnit =
  (place: string) =>
  ({ unitId }: Concerned): string | undefined =>
    unitId === null ? undefined : `/units/${encodeURIComponent(unitId)}/${place}`;

const WAYS: Readonly<Record<TaskType, Way>> = {
  voice: { doneBy: IN_CARE, address: below("/voices") },
  question: { doneBy: IN_CARE, address: below("/voices") },
  plan: { doneBy: IN_CARE, address: below("/plan") },
  evaluation: { doneBy: IN_CARE, address: below("/evaluation") },
  proposal: { doneBy: IN_CARE, seenBy: ["leader"], address: below("") },
  closing: { doneBy: IN_CARE, address: below("/closing") },
  detox: { doneBy: IN_CARE, address: below("/detox") },
  transfer: {
    doneBy: ["coordinator"],
    seenBy: ["leader", "practitioner"],
    address: below("/transfer"),
  },
  referral: {
    doneBy: ["coordinator"],
    seenBy: ["leader", "practitioner"],
    address: ({ matterId }) => `/referrals/${encodeURIComponent(matterId)}`,
  },
  "follow-up-plan": {
    doneBy: ["municipality"],
    address: ({ courseId }) =>
      courseId === null ? undefined : `/follow-up/${encodeURIComponent(courseId)}`,
  },
  message: { doneBy: ["coordinator"], seenBy: ["leader"], address: atUnit("messages") },
  received: { doneBy: ["coordinator", "leader"], address: atUnit("received") },
  agreement: {
    doneBy: ["leader"],
    seenBy: ["practitioner", "coordinator", "municipality"],
    address: () => "/agreements",
  },
  "glass-review": { doneBy: ["leader"], address: atUnit("leader") },
  "access-review": { doneBy: ["leader"], address: atUnit("leader") },
  explanation: { doneBy: ["leader"], address: atUnit("leader") },
};

/** Who does it, where whoever looks does not; none where they may. */
export function doneByOthers({ type }: Pick<Task, "type">, role: Role): readonly Role[] {
  const { doneBy } = WAYS[type];
  return doneBy.includes(role) ? [] : doneBy;
}

/** The screen where it is done, or else the course that it is of; undefined where the role sees neither. */
export function addressFor(task: Concerned, role: Role): string | undefined {
  const { doneBy, seenBy = [], address } = WAYS[task.type];
  if (doneBy.includes(role) || seenBy.includes(role)) return address(task);
  return COURSE_READERS.includes(role) ? below("")(task) : undefined;
}
