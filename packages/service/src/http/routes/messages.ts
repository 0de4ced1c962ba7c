// Knows the routes of messages to others: a unit's list of them, and what people do with those that do not arrive.
import { type Static, type TSchema, Type } from "typebox";
import type { Telling } from "../../facts/append-fact.ts";
import type { Fact } from "../../facts/fact.ts";
import { factsOfMatter } from "../../facts/read-facts.ts";
import { giveUp, type Seen, takeOver, tryAgain } from "../../outbox/change-message.ts";
import { countMessages, listMessages } from "../../outbox/list-messages.ts";
import { messageState } from "../../outbox/message-matter.ts";
import { today } from "../../store/store.ts";
import { addReading } from "../add-reading.ts";
import { addWriting } from "../add-writing.ts";
import type { Guard } from "../guarded.ts";
import { IdSchema } from "../schemas/basics.ts";
import {
  ChangedMessageSchema,
  GiveUpSchema,
  MessageListQuerySchema,
  MessageListSchema,
  NothingSchema,
} from "../schemas/messages.ts";
import { cursorOf, placeAfter } from "../views/list-place.ts";
import { messageView } from "../views/message-view.ts";

const PAGE = 50;
const tag = "messages";

function addList(guard: Guard): void {
  addReading(guard, {
    url: "/api/units/:unitId/messages",
    summary: "A unit's messages to others",
    description:
      "Without `state` those that are open: written, sent without a receipt, or failed. Due first.",
    tag,
    params: Type.Object({ unitId: IdSchema }),
    query: MessageListQuerySchema,
    answer: MessageListSchema,
    about: ({ params }) => ({ unitId: params.unitId }),
    read: async ({ store, client, params: { unitId }, query }) => {
      const { state, overdue = false, limit = PAGE } = query;
      const asOf = today(store);
      const place = { unitId, state, overdueOn: overdue ? asOf : undefined, limit: limit + 1 };
      const found = await listMessages(client, { ...place, after: placeAfter(query.after) });
      const rows = found.slice(0, limit);
      const last = rows.at(-1);
      const more = last !== undefined && found.length > limit;
      const body = {
        asOf,
        counts: await countMessages(client, unitId, asOf),
        messages: rows.map((row) => messageView(row, asOf)),
        next: more ? cursorOf(last.due_on, last.matter_id) : null,
      };
      const patientIds = rows.flatMap((row) => row.patient_id ?? []);
      return { body, patientIds: [...new Set(patientIds)] };
    },
  });
}

interface Change<Body extends TSchema> {
  readonly path: string;
  readonly summary: string;
  readonly body: Body;
  readonly work: (telling: Telling, message: Seen, body: Static<Body>) => Promise<Fact>;
}

function addChange<Body extends TSchema>(
  guard: Guard,
  { path, summary, body: shape, work }: Change<Body>,
): void {
  addWriting(guard, {
    url: `/api/messages/:messageId/${path}`,
    summary,
    tag,
    params: Type.Object({ messageId: IdSchema }),
    body: shape,
    answer: ChangedMessageSchema,
    changes: true,
    about: ({ params }) => ({ matterId: params.messageId }),
    write: async ({ store, client, actor, params: { messageId }, body, seen }) => {
      const fact = await work({ store, client, actor }, { messageId, seen: seen() }, body);
      const state = messageState(await factsOfMatter(client, messageId));
      return { body: { messageId, state }, version: fact.seq };
    },
  });
}

export function addMessageRoutes(guard: Guard): void {
  addList(guard);
  addChange(guard, {
    path: "take-over",
    summary: "Take a message over: it is on your own list from now on",
    body: NothingSchema,
    work: takeOver,
  });
  addChange(guard, {
    path: "try-again",
    summary: "Send a message again, under the same id",
    body: NothingSchema,
    work: tryAgain,
  });
  addChange(guard, {
    path: "give-up",
    summary: "Close a message that will not arrive, with the reason",
    body: GiveUpSchema,
    work: (telling, message, { reason, note = null }) => giveUp(telling, message, { reason, note }),
  });
}
