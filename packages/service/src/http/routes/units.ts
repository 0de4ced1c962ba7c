// Knows the routes of units and of a unit's work list.
import { isCalendarDate } from "@rettvei/engine";
import { Type } from "typebox";
import { AppError } from "../../app-error.ts";
import { refreshOutlived } from "../../store/refresh-states.ts";
import { type Store, today } from "../../store/store.ts";
import { readUnit, readUnits } from "../../store/units.ts";
import { countWorkList, readWorkList, type WorkListPlace } from "../../store/work-list.ts";
import type { App } from "../app.ts";
import { ErrorSchema, IdSchema } from "../schemas/basics.ts";
import { UnitsSchema, WorkListQuerySchema, WorkListSchema } from "../schemas/work-list.ts";
import { cursorAfter, placeOf, rowView } from "../views/work-list-view.ts";

const PAGE = 50;
const ParamsSchema = Type.Object({ unitId: IdSchema });

function placeAfter(cursor: string | undefined): WorkListPlace | undefined {
  if (cursor === undefined) return undefined;
  const place = placeOf(cursor, isCalendarDate);
  if (place !== undefined) return place;
  throw new AppError("bad-input", "the request holds fields that are not as expected", [
    { path: "/after", expected: "`next` of the page before", found: "something else" },
  ]);
}

export function addUnitRoutes(app: App, store: Store): void {
  const { pool } = store.database;

  const listUnits = {
    summary: "All units, by name",
    tags: ["units"],
    response: { 200: UnitsSchema },
  };
  app.get("/api/units", { schema: listUnits }, async () => {
    await refreshOutlived(store, today(store));
    return { units: [...(await readUnits(pool))] };
  });

  const workList = {
    summary: "A unit's running courses",
    description:
      "`dated`: least time left first. `undated` (no published time): longest since the last event first.",
    tags: ["units"],
    params: ParamsSchema,
    querystring: WorkListQuerySchema,
    response: { 200: WorkListSchema, 400: ErrorSchema },
  };
  app.get("/api/units/:unitId/work-list", { schema: workList }, async ({ params, query }) => {
    const { unitId } = params;
    const { group = "dated", limit = PAGE, pathway, phase } = query;
    const after = placeAfter(query.after);
    const asOf = today(store);
    await refreshOutlived(store, asOf);
    const [unit, counts, found] = await Promise.all([
      readUnit(pool, unitId),
      countWorkList(pool, unitId, asOf),
      readWorkList(pool, { unitId, group, pathway, phase, after, limit: limit + 1 }),
    ]);
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    return {
      asOf,
      unit: { unitId, name: unit.name, hfName: unit.hfName },
      counts,
      rows: rows.map((row) => rowView(row, asOf)),
      next: last !== undefined && found.length > limit ? cursorAfter(last, group) : null,
    };
  });
}
