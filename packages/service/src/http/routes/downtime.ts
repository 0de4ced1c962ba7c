// Knows the route of a unit's print-out for downtime, made now: taking it out of the house is audited as an export.
import { Type } from "typebox";
import { makeSheet } from "../../downtime/make-sheet.ts";
import { refreshOutlived } from "../../store/refresh-states.ts";
import { today } from "../../store/store.ts";
import { addReading } from "../add-reading.ts";
import type { Guard } from "../guarded.ts";
import { IdSchema } from "../schemas/basics.ts";

const SheetSchema = Type.Object({
  madeAt: Type.String({ description: "By the clock of Norway." }),
  courses: Type.Integer({ description: "How many are on it." }),
  html: Type.String({ description: "A page that needs nothing else to be read." }),
});

export function addDowntimeRoute(guard: Guard): void {
  addReading(guard, {
    url: "/api/units/:unitId/downtime-sheet",
    summary: "A unit's print-out for when the service is down",
    description:
      "The same is made every hour in the data directory. What is blocked for the unit is not on it.",
    tag: "units",
    params: Type.Object({ unitId: IdSchema }),
    answer: SheetSchema,
    about: ({ params }) => ({ unitId: params.unitId }),
    before: (store) => refreshOutlived(store, today(store)),
    read: async ({ store, client, params: { unitId } }) => {
      const { html, madeAt, rows } = await makeSheet(store, client, unitId);
      return {
        body: { madeAt, courses: rows.length, html },
        patientIds: [...new Set(rows.map(({ patientId }) => patientId))],
      };
    },
  });
}
