// Knows the routes of who acts for a patient, what a child's guardians see, and of a confidential address.
import { randomUUID } from "node:crypto";
import { addDays } from "@rettvei/engine";
import { Type } from "typebox";
import { ageGroupOf } from "../../access/age.ts";
import { patientIn } from "../../access/target.ts";
import { AppError } from "../../app-error.ts";
import { courseOf, refuseOthersCourse } from "../../course/course-of.ts";
import { appendFact } from "../../facts/append-fact.ts";
import { type Fact, lastOfKind } from "../../facts/fact.ts";
import { matterAsSeen } from "../../facts/matter-as-seen.ts";
import { factsOfMatter } from "../../facts/read-facts.ts";
import {
  ADDRESS_HIDDEN,
  ADDRESS_SHOWN,
  CONFIDENTIAL_ADDRESS,
  confidentialAddressOf,
} from "../../rights/confidential-address.ts";
import {
  GUARDIAN_VIEW,
  type GuardianView,
  guardiansSee,
  guardianViewOf,
  RELEASED,
  WITHHELD,
} from "../../rights/guardian-view.ts";
import { mattersOfPatient } from "../../rights/own-matters.ts";
import {
  REPRESENTATION,
  REPRESENTATION_ENDED,
  REPRESENTATION_SET,
} from "../../rights/representation-matter.ts";
import { readBorn } from "../../store/my-courses.ts";
import { today } from "../../store/store.ts";
import { lockPatients } from "../../store/transaction.ts";
import { addReading } from "../add-reading.ts";
import { addWriting } from "../add-writing.ts";
import type { Guard } from "../guarded.ts";
import { IdSchema } from "../schemas/basics.ts";
import {
  AddressSecrecySchema,
  GuardianViewNowSchema,
  GuardianViewSchema,
  KeptSchema,
  NewRepresentationSchema,
  RepresentationsSchema,
} from "../schemas/rights.ts";
import { NothingSchema } from "../schemas/voice.ts";

const OfPatientSchema = Type.Object({ patientId: IdSchema });
const LONGEST_CONSENT_DAYS = 366;

function view(facts: readonly [Fact, ...Fact[]]) {
  const [first] = facts;
  const set = lastOfKind(facts, REPRESENTATION_SET);
  if (set === undefined) throw new Error("bug: a representation that was never set");
  const { actsAs, personId, personName, purpose, until } = set.body;
  const state = REPRESENTATION.standing(facts).open ? ("in-force" as const) : ("ended" as const);
  return {
    ...{ representationId: first.matterId, state, actsAs, personId, personName, purpose, until },
    courseId: first.courseId,
    from: first.happenedOn,
    version: facts.at(-1)?.seq ?? 0,
  };
}

function refused(path: string, expected: string, found: string): AppError {
  return new AppError("record-refused", "representation: expected one that may be", [
    { path, expected, found },
  ]);
}

function addGivingRoute(guard: Guard): void {
  addWriting(guard, {
    url: "/api/patients/:patientId/representations",
    summary: "Let somebody act for a patient",
    tag: "rights",
    params: OfPatientSchema,
    body: NewRepresentationSchema,
    answer: KeptSchema,
    changes: false,
    about: ({ params }) => params,
    write: async ({ store, client, actor, params: { patientId }, body }) => {
      const { courseId = null, representativeBornOn = null, ...rest } = body;
      await refuseOthersCourse(client, patientId, courseId);
      const ofUnit = actor.role === "coordinator";
      if (ofUnit !== (body.actsAs === "guardian")) {
        const expected = ofUnit ? "guardian" : "power-of-attorney or consent";
        throw refused("/actsAs", expected, body.actsAs);
      }
      const last = addDays(today(store), LONGEST_CONSENT_DAYS);
      if (body.actsAs === "consent" && body.until > last) {
        throw refused("/until", `a day until ${last}`, body.until);
      }
      if (body.actsAs === "power-of-attorney" && representativeBornOn === null) {
        throw refused(
          "/representativeBornOn",
          "the birthday, as only adults may have one",
          "nothing",
        );
      }
      await lockPatients(client, [patientId]);
      const about = { matterId: randomUUID(), patientId, courseId, unitId: null };
      const { atChildsAddress = false } = body;
      const fact = await appendFact({ store, client, actor }, REPRESENTATION, REPRESENTATION_SET, {
        ...about,
        happenedOn: today(store),
        body: { ...rest, representativeBornOn, atChildsAddress },
      });
      return { body: { id: fact.matterId, state: "in-force" }, version: fact.seq };
    },
  });
}

function addEndingRoute(guard: Guard): void {
  addWriting(guard, {
    url: "/api/representations/:representationId/ended",
    summary: "Let somebody no longer act for a patient",
    description: "It holds at their next request.",
    tag: "rights",
    params: Type.Object({ representationId: IdSchema }),
    body: NothingSchema,
    answer: KeptSchema,
    changes: true,
    about: ({ params }) => ({ matterId: params.representationId }),
    write: async ({
      store,
      client,
      actor,
      target,
      params: { representationId: matterId },
      seen,
    }) => {
      const patientId = patientIn(target);
      const [first] = await matterAsSeen(client, REPRESENTATION, {
        matterId,
        patientId,
        seen: seen(),
      });
      const about = { matterId, patientId, courseId: first?.courseId ?? null, unitId: null };
      const told = { ...about, happenedOn: today(store), body: {} };
      const fact = await appendFact(
        { store, client, actor },
        REPRESENTATION,
        REPRESENTATION_ENDED,
        told,
      );
      return { body: { id: matterId, state: "ended" }, version: fact.seq };
    },
  });
}

function addGuardianViewReading(guard: Guard): void {
  addReading(guard, {
    url: "/api/courses/:courseId/guardian-view",
    summary: "Whether a child's guardians see a course, and why",
    tag: "rights",
    params: Type.Object({ courseId: IdSchema }),
    answer: GuardianViewNowSchema,
    about: ({ params }) => params,
    read: async ({ store, client, target, params: { courseId } }) => {
      const ageGroup = ageGroupOf(await readBorn(client, patientIn(target)), today(store));
      const facts = await factsOfMatter(client, guardianViewOf(courseId));
      const withheld = facts.at(-1)?.kind === WITHHELD.kind;
      const last = lastOfKind(facts, withheld ? WITHHELD : RELEASED);
      const view: GuardianView = withheld ? "withheld" : "released";
      const said = last && { view, reason: last.body.reason, on: last.happenedOn };
      const see = guardiansSee(ageGroup, said?.view);
      return { body: { ageGroup, guardiansSee: see, said: said ?? null } };
    },
  });
}

function addGuardianViewRoute(guard: Guard): void {
  addWriting(guard, {
    url: "/api/courses/:courseId/guardian-view",
    summary: "Withhold something from a child's guardians, or release it to them",
    tag: "rights",
    params: Type.Object({ courseId: IdSchema }),
    body: GuardianViewSchema,
    answer: KeptSchema,
    changes: false,
    about: ({ params }) => params,
    write: async ({ store, client, actor, target, body }) => {
      const course = courseOf(target);
      await lockPatients(client, [course.patientId]);
      const matterId = guardianViewOf(body.matterId ?? course.courseId);
      const kind = body.view === "withheld" ? WITHHELD : RELEASED;
      const about = { ...course, matterId, unitId: null, happenedOn: today(store) };
      const told = { ...about, body: { reason: body.reason } };
      const fact = await appendFact({ store, client, actor }, GUARDIAN_VIEW, kind, told);
      return { body: { id: matterId, state: body.view }, version: fact.seq };
    },
  });
}

function addAddressRoute(guard: Guard): void {
  addWriting(guard, {
    url: "/api/patients/:patientId/confidential-address",
    summary: "Say whether a patient's address is confidential",
    description: "Where it is, nobody acts for the patient here.",
    tag: "rights",
    params: OfPatientSchema,
    body: AddressSecrecySchema,
    answer: KeptSchema,
    changes: false,
    about: ({ params }) => params,
    write: async ({ store, client, actor, params: { patientId }, body: { confidential } }) => {
      await lockPatients(client, [patientId]);
      const about = { matterId: confidentialAddressOf(patientId), patientId, courseId: null };
      const told = { ...about, unitId: null, happenedOn: today(store), body: {} };
      const kind = confidential ? ADDRESS_HIDDEN : ADDRESS_SHOWN;
      const fact = await appendFact({ store, client, actor }, CONFIDENTIAL_ADDRESS, kind, told);
      const state = confidential ? "confidential" : "ordinary";
      return { body: { id: fact.matterId, state }, version: fact.seq };
    },
  });
}

export function addRepresentationRoutes(guard: Guard): void {
  addReading(guard, {
    url: "/api/patients/:patientId/representations",
    summary: "Who acts for a patient",
    tag: "rights",
    params: OfPatientSchema,
    answer: RepresentationsSchema,
    about: ({ params }) => params,
    read: async ({ client, params: { patientId } }) => {
      const matters = await mattersOfPatient(client, patientId, REPRESENTATION);
      return { body: { representations: matters.map(view) } };
    },
  });
  addGivingRoute(guard);
  addEndingRoute(guard);
  addGuardianViewReading(guard);
  addGuardianViewRoute(guard);
  addAddressRoute(guard);
}
