// Knows the route of the flow of a unit: where patients are, how long steps take, where they wait, who came and went.
import { addDays, type CalendarDate } from "@rettvei/engine";
import { Type } from "typebox";
import { asSystem } from "../../access/as-system.ts";
import { AppError } from "../../app-error.ts";
import { refreshOutlived } from "../../store/refresh-states.ts";
import { today } from "../../store/store.ts";
import { readByIndexes, readStanding, readSteps, readTransferFlow } from "../../store/unit-flow.ts";
import { readUnit } from "../../store/units.ts";
import { addReading } from "../add-reading.ts";
import type { Guard } from "../guarded.ts";
import { IdSchema } from "../schemas/basics.ts";
import { FlowQuerySchema, FlowSchema } from "../schemas/flow.ts";
import { flowOrder, phasesView, stepsView, waitsView } from "../views/flow-view.ts";

/** A year, both days within it. */
const USUAL_DAYS = 365;

function refuseBackwards(from: CalendarDate, until: CalendarDate): void {
  if (from <= until) return;
  throw new AppError("bad-input", "the period ends before it begins", [
    { path: "/until", expected: `a day not before ${from}`, found: `"${until}"` },
  ]);
}

export function addFlowRoute(guard: Guard): void {
  const order = flowOrder(guard.store.judging.bundle);
  addReading(guard, {
    url: "/api/units/:unitId/flow",
    summary: "The flow of a unit",
    description:
      "Running courses by phase and by what they wait for; how long steps took that began at the unit and were taken in the period (a year up to today unless said), in courses that are there or ended there; transfers. Numbers only.",
    tag: "units",
    params: Type.Object({ unitId: IdSchema }),
    query: FlowQuerySchema,
    answer: FlowSchema,
    about: ({ params }) => params,
    before: (store) => refreshOutlived(store, today(store)),
    read: async ({ store, client, params: { unitId }, query }) => {
      const asOf = today(store);
      const { pathway, until = asOf, days = USUAL_DAYS, from = addDays(until, 1 - days) } = query;
      refuseBackwards(from, until);
      const of = { unitId, pathway, from, until };
      await readByIndexes(client);
      const { name } = await readUnit(client, unitId);
      const standing = await readStanding(client, of, asOf);
      const courses = standing.reduce((sum, row) => sum + row.courses, 0);
      // Of courses that ended long ago or have left, whoever asks sees no single one; these are numbers alone.
      const [steps, transfers] = await asSystem(client, async () => [
        await readSteps(client, of),
        await readTransferFlow(client, of),
      ]);
      const body = {
        ...{ asOf, from, until, unit: { unitId, name }, courses, transfers: [...transfers] },
        phases: phasesView(standing, order),
        waits: waitsView(standing),
        steps: stepsView(steps, order),
      };
      return { body, patientIds: [] };
    },
  });
}
