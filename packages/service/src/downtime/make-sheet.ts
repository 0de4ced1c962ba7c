// Knows how the print-out of one unit is made, as things are now.
import type pg from "pg";
import { textsView } from "../http/views/texts-view.ts";
import { type DowntimeRow, readDowntimeRows } from "../store/downtime-rows.ts";
import { type Store, today } from "../store/store.ts";
import { readUnit } from "../store/units.ts";
import { sheetHtml } from "./sheet-html.ts";

const osloClock = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Oslo",
  dateStyle: "short",
  timeStyle: "short",
});

/** `2026-03-03 14:07`, by the clock of Norway. */
export function clockInOslo(at: Date): string {
  return osloClock.format(at);
}

export interface MadeSheet {
  readonly html: string;
  readonly madeAt: string;
  readonly rows: readonly DowntimeRow[];
}

export async function makeSheet(
  store: Store,
  client: pg.ClientBase | pg.Pool,
  unitId: string,
): Promise<MadeSheet> {
  const rows = await readDowntimeRows(client, unitId);
  const { name: unitName } = await readUnit(client, unitId);
  const madeAt = clockInOslo(store.now());
  const sheet = { unitName, madeAt, asOf: today(store), rows };
  return { html: sheetHtml(sheet, textsView(store.judging.bundle)), madeAt, rows };
}
