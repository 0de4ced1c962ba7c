// Knows the routes of messages that came: a unit's list, one whole message, and what people do with it.
import type { DialogueMessage, ReferralMessage } from "@rettvei/messages";
import type pg from "pg";
import { type Static, type TSchema, Type } from "typebox";
import { nothingThere } from "../../access/acting.ts";
import type { Telling } from "../../facts/append-fact.ts";
import { type Fact, lastOfKind } from "../../facts/fact.ts";
import { factsOfMatter } from "../../facts/read-facts.ts";
import {
  nameIntakePerson,
  placeByHand,
  type SeenReceived,
  setDone,
} from "../../intake/change-received.ts";
import { listReceived, type ReceivedRow } from "../../intake/list-received.ts";
import { pathwayOfMessage, patientOfMessage } from "../../intake/place-by-itself.ts";
import type { ReceivedFact } from "../../intake/place-received.ts";
import { INTAKE_PERSON_NAMED, RECEIVED } from "../../intake/received-facts.ts";
import { intakePersonMatter, isReceivedOpen, receivedState } from "../../intake/received-matter.ts";
import { saidInMessage } from "../../intake/said-in-message.ts";
import { writtenAgain } from "../../intake/written-again.ts";
import { type Store, today } from "../../store/store.ts";
import { addReading } from "../add-reading.ts";
import { addWriting } from "../add-writing.ts";
import type { Guard } from "../guarded.ts";
import { IdSchema } from "../schemas/basics.ts";
import {
  ChangedReceivedSchema,
  DoneSchema,
  ExportedSchema,
  IntakePersonSchema,
  PlaceSchema,
  ReceivedListQuerySchema,
  ReceivedListSchema,
  type ReceivedView,
  WholeReceivedSchema,
} from "../schemas/received.ts";
import { cursorOf, placeAfter } from "../views/list-place.ts";
import { mutable } from "../views/mutable.ts";

const PAGE = 50;
const tag = "messages";

function rowView(row: ReceivedRow, asOf: string): ReceivedView {
  return {
    receivedId: row.matter_id,
    state: row.state,
    kind: row.kind,
    sender: row.sender,
    patientId: row.patient_id,
    courseId: row.course_id,
    personId: row.person_id,
    dueOn: row.due_on,
    overdue: isReceivedOpen(row.state) && row.due_on < asOf,
    receivedAt: row.received_at.toISOString(),
    problems: row.problems,
    lost: row.lost,
    version: Number(row.last_seq),
  };
}

function addList(guard: Guard): void {
  addReading(guard, {
    url: "/api/units/:unitId/received",
    summary: "Messages that came to a unit",
    description:
      "Without `state` those that wait for somebody: to be placed, to be read, or refused.",
    tag,
    params: Type.Object({ unitId: IdSchema }),
    query: ReceivedListQuerySchema,
    answer: ReceivedListSchema,
    about: ({ params }) => ({ unitId: params.unitId }),
    read: async ({ store, client, params: { unitId }, query }) => {
      const { state, limit = PAGE } = query;
      const after = placeAfter(query.after);
      const found = await listReceived(client, { unitId, state, after, limit: limit + 1 });
      const rows = found.slice(0, limit);
      const last = rows.at(-1);
      const asOf = today(store);
      const more = last !== undefined && found.length > limit;
      const named = await factsOfMatter(client, intakePersonMatter(unitId));
      const body = {
        asOf,
        intakePerson: lastOfKind(named, INTAKE_PERSON_NAMED)?.body ?? null,
        received: rows.map((row) => rowView(row, asOf)),
        next: more ? cursorOf(last.due_on, last.matter_id) : null,
      };
      return { body, patientIds: [...new Set(rows.flatMap((row) => row.patient_id ?? []))] };
    },
  });
}

async function suggestedFor(store: Store, client: pg.ClientBase, { body }: ReceivedFact) {
  if (body.kind !== "referral" && body.kind !== "dialogue")
    return { patientId: null, pathway: null };
  const message = body.facts as ReferralMessage | DialogueMessage;
  const patientId = (await patientOfMessage(client, message)) ?? null;
  const pathway =
    body.kind === "referral" ? (pathwayOfMessage(store, message as ReferralMessage) ?? null) : null;
  return { patientId, pathway };
}

function addWhole(guard: Guard): void {
  addReading(guard, {
    url: "/api/received/:receivedId",
    summary: "A message that came, with all that it says and what was not kept of it",
    tag,
    params: Type.Object({ receivedId: IdSchema }),
    answer: WholeReceivedSchema,
    about: ({ params }) => ({ matterId: params.receivedId }),
    read: async ({ store, client, params: { receivedId } }) => {
      const facts = await factsOfMatter(client, receivedId);
      const received = lastOfKind(facts, RECEIVED);
      const version = facts.at(-1)?.seq;
      if (received === undefined || version === undefined) throw nothingThere();
      const { kind, messageId, sender, receiver, lost, problems, original } = received.body;
      const about = { kind, messageId, sender, receiver, facts: received.body.facts };
      const suggested = await suggestedFor(store, client, received);
      const state = receivedState(facts);
      const said = mutable(saidInMessage(received));
      const body = { receivedId, state, ...about, said, lost, problems, original, suggested };
      return { body, version };
    },
  });
}

function addExport(guard: Guard): void {
  addReading(guard, {
    url: "/api/received/:receivedId/export",
    summary: "A message that came, written again from its facts",
    tag,
    params: Type.Object({ receivedId: IdSchema }),
    answer: ExportedSchema,
    errors: [422],
    about: ({ params }) => ({ matterId: params.receivedId }),
    read: async ({ client, params: { receivedId } }) => {
      const received = lastOfKind(await factsOfMatter(client, receivedId), RECEIVED);
      if (received === undefined) throw nothingThere();
      const { xml, unwritten } = writtenAgain(received);
      const lost = received.body.lost.map(({ path }) => path);
      return { body: { xml, unwritten: [...unwritten], lost } };
    },
  });
}

interface Change<Body extends TSchema> {
  readonly path: string;
  readonly summary: string;
  readonly body: Body;
  readonly work: (telling: Telling, which: SeenReceived, body: Static<Body>) => Promise<Fact>;
}

function addChange<Body extends TSchema>(
  guard: Guard,
  { path, summary, body: shape, work }: Change<Body>,
): void {
  addWriting(guard, {
    url: `/api/received/:receivedId/${path}`,
    summary,
    tag,
    params: Type.Object({ receivedId: IdSchema }),
    body: shape,
    answer: ChangedReceivedSchema,
    changes: true,
    about: ({ params }) => ({ matterId: params.receivedId }),
    write: async ({ store, client, actor, params: { receivedId }, body, seen }) => {
      const fact = await work({ store, client, actor }, { receivedId, seen: seen() }, body);
      const { patientId, courseId, seq: version } = fact;
      const state = receivedState(await factsOfMatter(client, receivedId));
      const patientIds = patientId === null ? [] : [patientId];
      return { body: { receivedId, state, patientId, courseId }, version, patientIds };
    },
  });
}

function addIntakePerson(guard: Guard): void {
  addWriting(guard, {
    url: "/api/units/:unitId/intake-person",
    summary: "Name who sees to messages that come to the unit",
    tag,
    params: Type.Object({ unitId: IdSchema }),
    body: IntakePersonSchema,
    answer: IntakePersonSchema,
    changes: false,
    about: ({ params }) => ({ unitId: params.unitId }),
    write: async ({ store, client, actor, params: { unitId }, body }) => {
      const fact = await nameIntakePerson({ store, client, actor }, unitId, body);
      return { body, version: fact.seq };
    },
  });
}

export function addReceivedRoutes(guard: Guard): void {
  addList(guard);
  addWhole(guard);
  addExport(guard);
  addChange(guard, {
    path: "place",
    summary: "Give a message its patient and unit, and a referral its pathway",
    body: PlaceSchema,
    work: placeByHand,
  });
  addChange(guard, {
    path: "done",
    summary: "Say that nothing more is to be done with a message, and why",
    body: DoneSchema,
    work: (telling, which, { reason, note = null }) => setDone(telling, which, { reason, note }),
  });
  addIntakePerson(guard);
}
