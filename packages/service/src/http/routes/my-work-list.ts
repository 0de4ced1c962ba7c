// Knows the routes of one's own work list: the running courses in which whoever asks has a task, at whatever unit.
import { refreshOutlived } from "../../store/refresh-states.ts";
import { type Store, today } from "../../store/store.ts";
import { countFound } from "../../store/work-list.ts";
import { addReading } from "../add-reading.ts";
import type { Guard } from "../guarded.ts";
import {
  FoundSchema,
  OwnListQuerySchema,
  OwnListSchema,
  SearchSchema,
} from "../schemas/work-list.ts";
import { foundRows, pageOf } from "../views/work-list-page.ts";

const rightForToday = (store: Store): Promise<void> => refreshOutlived(store, today(store));

export function addMyWorkListRoutes(guard: Guard): void {
  addReading(guard, {
    url: "/api/my-work-list",
    summary: "Running courses in which whoever asks has a task",
    description: "In the order of a unit's work list.",
    tag: "units",
    query: OwnListQuerySchema,
    answer: OwnListSchema,
    before: rightForToday,
    read: async ({ store, client, actor, query }) => {
      const asOf = today(store);
      const of = { personId: actor.actorId };
      const { pathway, phase, careLevel, standing, over } = query;
      const before = over === undefined ? undefined : asOf;
      const narrowing = { pathway, phase, careLevel, standing, before };
      const counts = {
        dated: await countFound(client, { of, group: "dated", narrowing: {} }),
        undated: await countFound(client, { of, group: "undated", narrowing: {} }),
        over: await countFound(client, { of, group: "dated", narrowing: { before: asOf } }),
      };
      const { patientIds, ...page } = await pageOf(client, of, narrowing, query, asOf);
      return { body: { asOf, counts, ...page }, patientIds };
    },
  });
  addReading(guard, {
    url: "/api/my-work-list/search",
    summary: "One's own running courses by the patient's name or year of birth",
    tag: "units",
    body: SearchSchema,
    answer: FoundSchema,
    before: rightForToday,
    read: ({ store, client, actor, body: { words } }) =>
      foundRows(client, { personId: actor.actorId }, words, today(store)),
  });
}
