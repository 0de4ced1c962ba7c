// Knows the routes of blocks: a patient closes something to somebody, and opens it again.
import { randomUUID } from "node:crypto";
import { Type } from "typebox";
import { patientIn } from "../../access/target.ts";
import { refuseOthersCourse } from "../../course/course-of.ts";
import { appendFact } from "../../facts/append-fact.ts";
import { type Fact, lastOfKind } from "../../facts/fact.ts";
import { matterAsSeen } from "../../facts/matter-as-seen.ts";
import { BLOCK, BLOCK_LIFTED, BLOCK_SET } from "../../rights/block.ts";
import { mattersOfPatient } from "../../rights/own-matters.ts";
import { today } from "../../store/store.ts";
import { lockPatients } from "../../store/transaction.ts";
import { addReading } from "../add-reading.ts";
import { addWriting } from "../add-writing.ts";
import type { Guard } from "../guarded.ts";
import { IdSchema } from "../schemas/basics.ts";
import { BlocksSchema, KeptSchema, NewBlockSchema } from "../schemas/rights.ts";
import { NothingSchema } from "../schemas/voice.ts";

const OfPatientSchema = Type.Object({ patientId: IdSchema });

/** To all but the patient a block is shown to be there, and not against whom. */
function blockView(facts: readonly [Fact, ...Fact[]], own: boolean) {
  const [first] = facts;
  const set = lastOfKind(facts, BLOCK_SET);
  const { personId = null, organisation = null } = set?.body ?? {};
  const against =
    personId !== null ? "person" : organisation !== null ? "organisation" : ("unit" as const);
  return {
    blockId: first.matterId,
    state: BLOCK.standing(facts).open ? ("in-force" as const) : ("lifted" as const),
    courseId: first.courseId,
    against: own ? (against as "person" | "unit" | "organisation") : null,
    id: own ? (personId ?? organisation ?? first.unitId) : null,
    since: first.happenedOn,
    version: facts.at(-1)?.seq ?? 0,
  };
}

function addListRoute(guard: Guard): void {
  addReading(guard, {
    url: "/api/patients/:patientId/blocks",
    summary: "What a patient has closed to somebody",
    description: "Only the patient sees to whom.",
    tag: "rights",
    params: OfPatientSchema,
    answer: BlocksSchema,
    about: ({ params }) => params,
    read: async ({ client, actor, params: { patientId } }) => {
      const matters = await mattersOfPatient(client, patientId, BLOCK);
      const own = actor.patientId === patientId;
      return { body: { blocks: matters.map((facts) => blockView(facts, own)) } };
    },
  });
}

export function addBlockRoutes(guard: Guard): void {
  addListRoute(guard);
  addWriting(guard, {
    url: "/api/patients/:patientId/blocks",
    summary: "Close all or one course to a person, a unit or an organisation",
    description: "It holds at the next request of whomever it names.",
    tag: "rights",
    params: OfPatientSchema,
    body: NewBlockSchema,
    answer: KeptSchema,
    changes: false,
    about: ({ params }) => params,
    write: async ({ store, client, actor, params: { patientId }, body }) => {
      await lockPatients(client, [patientId]);
      const { against, id, courseId = null } = body;
      await refuseOthersCourse(client, patientId, courseId);
      const fact = await appendFact({ store, client, actor }, BLOCK, BLOCK_SET, {
        matterId: randomUUID(),
        patientId,
        courseId,
        unitId: against === "unit" ? id : null,
        happenedOn: today(store),
        body: {
          personId: against === "person" ? id : null,
          organisation: against === "organisation" ? id : null,
        },
      });
      return { body: { id: fact.matterId, state: "in-force" }, version: fact.seq };
    },
  });
  addWriting(guard, {
    url: "/api/blocks/:blockId/lifted",
    summary: "Open again what was closed",
    tag: "rights",
    params: Type.Object({ blockId: IdSchema }),
    body: NothingSchema,
    answer: KeptSchema,
    changes: true,
    about: ({ params }) => ({ matterId: params.blockId }),
    write: async ({ store, client, actor, target, params: { blockId }, seen }) => {
      const patientId = patientIn(target);
      const as = { matterId: blockId, patientId, seen: seen() };
      const [{ courseId, unitId } = { courseId: null, unitId: null }] = await matterAsSeen(
        client,
        BLOCK,
        as,
      );
      const about = { matterId: blockId, patientId, courseId, unitId, happenedOn: today(store) };
      const fact = await appendFact({ store, client, actor }, BLOCK, BLOCK_LIFTED, {
        ...about,
        body: {},
      });
      return { body: { id: blockId, state: "lifted" }, version: fact.seq };
    },
  });
}
