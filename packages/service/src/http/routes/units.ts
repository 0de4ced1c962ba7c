// Knows the routes of units and of a unit's work list.
import { Type } from "typebox";
import { asSystem } from "../../access/as-system.ts";
import { refreshOutlived } from "../../store/refresh-states.ts";
import { type Store, today } from "../../store/store.ts";
import { readUnit, readUnits } from "../../store/units.ts";
import { countWorkList, readWorkList } from "../../store/work-list.ts";
import { addReading } from "../add-reading.ts";
import type { Guard } from "../guarded.ts";
import { IdSchema } from "../schemas/basics.ts";
import { UnitsSchema, WorkListQuerySchema, WorkListSchema } from "../schemas/work-list.ts";
import { placeAfter } from "../views/list-place.ts";
import { cursorAfter, rowView } from "../views/work-list-view.ts";

const PAGE = 50;

const rightForToday = (store: Store): Promise<void> => refreshOutlived(store, today(store));

function addUnitList(guard: Guard): void {
  addReading(guard, {
    url: "/api/units",
    summary: "All units, by name",
    tag: "units",
    answer: UnitsSchema,
    before: rightForToday,
    // How many courses a unit has is nobody's in particular, and the same for all who may see the units.
    read: async ({ client }) => ({
      body: { units: [...(await asSystem(client, () => readUnits(client)))] },
    }),
  });
}

function addWorkList(guard: Guard): void {
  addReading(guard, {
    url: "/api/units/:unitId/work-list",
    summary: "A unit's running courses",
    description:
      "`dated`: least time left first. `undated` (no published time): longest since the last event first.",
    tag: "units",
    params: Type.Object({ unitId: IdSchema }),
    query: WorkListQuerySchema,
    answer: WorkListSchema,
    about: ({ params }) => ({ unitId: params.unitId }),
    before: rightForToday,
    read: async ({ store, client, params: { unitId }, query }) => {
      const { group = "dated", limit = PAGE, pathway, phase } = query;
      const after = placeAfter(query.after);
      const asOf = today(store);
      const unit = await readUnit(client, unitId);
      const counts = await countWorkList(client, unitId, asOf);
      const place = { unitId, group, pathway, phase, after, limit: limit + 1 };
      const found = await readWorkList(client, place);
      const rows = found.slice(0, limit);
      const last = rows.at(-1);
      const body = {
        asOf,
        unit: { unitId, name: unit.name, hfName: unit.hfName },
        counts,
        rows: rows.map((row) => rowView(row, asOf)),
        next: last !== undefined && found.length > limit ? cursorAfter(last, group) : null,
      };
      return { body, patientIds: [...new Set(rows.map((row) => row.patient_id))] };
    },
  });
}

export function addUnitRoutes(guard: Guard): void {
  addUnitList(guard);
  addWorkList(guard);
}
