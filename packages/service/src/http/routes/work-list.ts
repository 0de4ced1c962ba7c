// Knows the routes of a unit's work list: read by pages, searched, and taken along as a file.
import type { CalendarDate } from "@rettvei/engine";
import { Type } from "typebox";
import type { Actor } from "../../access/actor.ts";
import { asSystem } from "../../access/as-system.ts";
import { inOneGo } from "../../store/in-one-go.ts";
import { refreshOutlived } from "../../store/refresh-states.ts";
import { type Store, today } from "../../store/store.ts";
import { readUnit } from "../../store/units.ts";
import { readWorkList, type WorkListNarrowing } from "../../store/work-list.ts";
import { countWorkList } from "../../store/work-list-counts.ts";
import { addReading } from "../add-reading.ts";
import type { Guard } from "../guarded.ts";
import { IdSchema } from "../schemas/basics.ts";
import {
  ExportQuerySchema,
  FoundSchema,
  ListFileSchema,
  SearchSchema,
  type WorkListAsked,
  WorkListQuerySchema,
  WorkListSchema,
} from "../schemas/work-list.ts";
import { textsView } from "../views/texts-view.ts";
import { workListCsv } from "../views/work-list-csv.ts";
import { foundRows, pageOf } from "../views/work-list-page.ts";
import { rowView } from "../views/work-list-view.ts";

const MOST_IN_A_FILE = 100_000;
const ParamsSchema = Type.Object({ unitId: IdSchema });

const rightForToday = (store: Store): Promise<void> => refreshOutlived(store, today(store));

function narrowingOf(
  { pathway, phase, careLevel, standing, over, coordinated }: Omit<WorkListAsked, "limit">,
  { actorId }: Actor,
  asOf: CalendarDate,
): WorkListNarrowing {
  const coordinators = { "by-me": actorId, "by-nobody": "" };
  return {
    pathway,
    phase,
    careLevel,
    standing,
    coordinatorId: coordinated === undefined ? undefined : coordinators[coordinated],
    before: over === undefined ? undefined : asOf,
  };
}

function addPageRoute(guard: Guard): void {
  addReading(guard, {
    url: "/api/units/:unitId/work-list",
    summary: "A unit's running courses",
    description:
      "`dated`: least time left first. `undated` (no published time): longest since the last event first.",
    tag: "units",
    params: ParamsSchema,
    query: WorkListQuerySchema,
    answer: WorkListSchema,
    about: ({ params }) => ({ unitId: params.unitId }),
    before: rightForToday,
    read: async ({ store, client, actor, params: { unitId }, query }) => {
      const asOf = today(store);
      const narrowing = narrowingOf(query, actor, asOf);
      const counted = () => countWorkList(client, unitId, asOf, actor.actorId);
      const counts = await asSystem(client, counted);
      const [{ name, hfName }, { patientIds, ...page }] = await inOneGo(
        client,
        () => readUnit(client, unitId),
        () => pageOf(client, { unitId }, narrowing, query, asOf, counts),
      );
      return { body: { asOf, unit: { unitId, name, hfName }, counts, ...page }, patientIds };
    },
  });
}

function addSearchRoute(guard: Guard): void {
  addReading(guard, {
    url: "/api/units/:unitId/work-list/search",
    summary: "Running courses of a unit by the patient's name or year of birth",
    description: "Asked with a body, so that a name is in no address. The search is in the audit.",
    tag: "units",
    params: ParamsSchema,
    body: SearchSchema,
    answer: FoundSchema,
    about: ({ params }) => ({ unitId: params.unitId }),
    before: rightForToday,
    read: ({ store, client, params: { unitId }, body: { words } }) =>
      foundRows(client, { unitId }, words, today(store)),
  });
}

function addExportRoute(guard: Guard): void {
  const texts = textsView(guard.store.judging.bundle);
  addReading(guard, {
    url: "/api/units/:unitId/work-list/export",
    summary: "A group of a unit's work list as a file for a spreadsheet",
    tag: "units",
    params: ParamsSchema,
    query: ExportQuerySchema,
    answer: ListFileSchema,
    about: ({ params }) => ({ unitId: params.unitId }),
    before: rightForToday,
    read: async ({ store, client, actor, params: { unitId }, query }) => {
      const asOf = today(store);
      const { group = "dated", language = "nb" } = query;
      const narrowing = narrowingOf(query, actor, asOf);
      const all = { after: undefined, skip: 0, limit: MOST_IN_A_FILE };
      const rows = await readWorkList(client, { of: { unitId }, group, narrowing, ...all });
      const views = rows.map((row) => rowView(row, asOf));
      const body = { rows: rows.length, csv: workListCsv(views, texts, language) };
      return { body, patientIds: [...new Set(rows.map((row) => row.patient_id))] };
    },
  });
}

export function addWorkListRoutes(guard: Guard): void {
  addPageRoute(guard);
  addSearchRoute(guard);
  addExportRoute(guard);
}
