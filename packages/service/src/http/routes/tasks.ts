// Knows the routes of what waits: for whoever asks, and for a unit. What is past its day stays until it is done.
import { daysBetween } from "@rettvei/engine";
import { Type } from "typebox";
import {
  type OpenMatter,
  openMattersOfPerson,
  openMattersOfUnit,
} from "../../facts/open-matters.ts";
import { readPatients } from "../../store/patients.ts";
import { today } from "../../store/store.ts";
import { addReading } from "../add-reading.ts";
import type { Asked, Guard, None } from "../guarded.ts";
import { IdSchema } from "../schemas/basics.ts";
import { TasksQuerySchema, TasksSchema } from "../schemas/tasks.ts";

const LONGEST_LIST = 500;

async function shown(
  { store, client }: Pick<Asked<None, None, None>, "store" | "client">,
  matters: readonly OpenMatter[],
) {
  const asOf = today(store);
  const patientIds = [...new Set(matters.flatMap(({ patientId }) => patientId ?? []))];
  const patients = await readPatients(client, patientIds);
  const tasks = matters.map(({ patientId, ...matter }) => ({
    ...matter,
    patient: patientId === null ? null : (patients.get(patientId) ?? null),
    daysLeft: daysBetween(asOf, matter.dueOn),
  }));
  const over = tasks.filter(({ daysLeft }) => daysLeft < 0).length;
  return { body: { asOf, over, tasks }, patientIds };
}

export function addTaskRoutes(guard: Guard): void {
  addReading(guard, {
    url: "/api/tasks",
    summary: "What waits for whoever asks, those due first",
    tag: "units",
    answer: TasksSchema,
    read: async (asked) => {
      const { client, actor } = asked;
      return shown(asked, await openMattersOfPerson(client, actor.actorId, LONGEST_LIST));
    },
  });
  addReading(guard, {
    url: "/api/units/:unitId/tasks",
    summary: "What waits at a unit, those due first",
    description: "Of one type where one is named.",
    tag: "units",
    params: Type.Object({ unitId: IdSchema }),
    query: TasksQuerySchema,
    answer: TasksSchema,
    about: ({ params }) => params,
    read: async (asked) => {
      const { client, params, query } = asked;
      const { unitId } = params;
      const found = await openMattersOfUnit(client, unitId, query.type ?? null, LONGEST_LIST);
      return shown(asked, found);
    },
  });
}
