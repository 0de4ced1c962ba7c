// Knows the routes of proposed registrations, and of the count of what people had to type.
import { Type } from "typebox";
import { patientIn } from "../../access/target.ts";
import { confirmProposal, dismissProposal } from "../../course/proposal/answer-proposal.ts";
import {
  courseProposals,
  type ProposedRegistration,
  proposalOfFacts,
} from "../../course/proposal/course-proposals.ts";
import { PROPOSAL } from "../../course/proposal/proposal.ts";
import { factsOfType } from "../../facts/matter-as-seen.ts";
import { openMattersOfUnit } from "../../facts/open-matters.ts";
import { factsOfCourse, factsOfMatters } from "../../facts/read-facts.ts";
import { effortOfCourse, effortOfUnit } from "../../store/effort.ts";
import { readPatients } from "../../store/patients.ts";
import { addReading } from "../add-reading.ts";
import { addWriting } from "../add-writing.ts";
import type { Guard } from "../guarded.ts";
import { IdSchema } from "../schemas/basics.ts";
import {
  ConfirmationSchema,
  ConfirmedSchema,
  DismissalSchema,
  EffortSchema,
  PeriodQuerySchema,
  ProposalSchema,
  ProposalsSchema,
  UnitEffortSchema,
  UnitProposalsSchema,
} from "../schemas/proposal.ts";
import { pageOf } from "../views/course-page.ts";
import { proposalView } from "../views/proposal-view.ts";

const OfCourseSchema = Type.Object({ courseId: IdSchema });
const OfUnitSchema = Type.Object({ unitId: IdSchema });
const OfProposalSchema = Type.Object({ proposalId: IdSchema });
const LONGEST_LIST = 500;

function byDueDate(a: ProposedRegistration, b: ProposedRegistration): number {
  const [left, right] = [`${a.dueOn} ${a.proposalId}`, `${b.dueOn} ${b.proposalId}`];
  return left < right ? -1 : left > right ? 1 : 0;
}

function addListRoutes(guard: Guard): void {
  addReading(guard, {
    url: "/api/courses/:courseId/proposals",
    summary: "Registrations that were proposed for a course, and what became of them",
    tag: "proposals",
    params: OfCourseSchema,
    answer: ProposalsSchema,
    about: ({ params }) => params,
    read: async ({ store, client, params: { courseId } }) => {
      const proposed = courseProposals(await factsOfCourse(client, courseId));
      return { body: { proposals: proposed.map((one) => proposalView(one, store.judging)) } };
    },
  });
  addReading(guard, {
    url: "/api/units/:unitId/proposals",
    summary: "A unit's registrations that wait to be confirmed, those due first",
    tag: "proposals",
    params: OfUnitSchema,
    answer: UnitProposalsSchema,
    about: ({ params }) => params,
    read: async ({ store, client, params: { unitId } }) => {
      const matters = await openMattersOfUnit(client, unitId, PROPOSAL.type, LONGEST_LIST);
      const facts = await factsOfMatters(
        client,
        matters.map(({ matterId }) => matterId),
      );
      const proposed = courseProposals(facts).toSorted(byDueDate);
      const proposals = proposed.map((one) => proposalView(one, store.judging));
      const patientIds = [...new Set(proposals.map((one) => one.patientId))];
      const patients = [...(await readPatients(client, patientIds)).values()];
      return { body: { proposals, patients }, patientIds };
    },
  });
}

function addConfirmingRoute(guard: Guard): void {
  addWriting(guard, {
    url: "/api/proposals/:proposalId/confirmed",
    summary: "Confirm a proposed registration: it is registered",
    tag: "proposals",
    params: OfProposalSchema,
    body: ConfirmationSchema,
    answer: ConfirmedSchema,
    changes: true,
    about: ({ params }) => ({ matterId: params.proposalId }),
    write: async ({ store, client, actor, target, params: { proposalId }, seen }) => {
      const matter = { matterId: proposalId, patientId: patientIn(target), seen: seen() };
      const confirmed = await confirmProposal({ store, client, actor }, matter);
      const { changed, courseId } = confirmed;
      const course = await pageOf(store, client, courseId, confirmed);
      const proposed = proposalOfFacts(await factsOfType(client, proposalId, PROPOSAL));
      const proposal = proposalView(proposed, store.judging);
      return { body: { proposal, course, changed: [...changed] }, version: proposal.version };
    },
  });
}

function addDismissingRoute(guard: Guard): void {
  addWriting(guard, {
    url: "/api/proposals/:proposalId/dismissed",
    summary: "Dismiss a proposed registration: it is not proposed again",
    tag: "proposals",
    params: OfProposalSchema,
    body: DismissalSchema,
    answer: ProposalSchema,
    changes: true,
    about: ({ params }) => ({ matterId: params.proposalId }),
    write: async ({ store, client, actor, target, params: { proposalId }, body, seen }) => {
      const matter = { matterId: proposalId, patientId: patientIn(target), seen: seen() };
      await dismissProposal({ store, client, actor }, matter, body.reason);
      const proposed = proposalOfFacts(await factsOfType(client, proposalId, PROPOSAL));
      return { body: proposalView(proposed, store.judging), version: proposed.version };
    },
  });
}

function addEffortRoutes(guard: Guard): void {
  addReading(guard, {
    url: "/api/units/:unitId/effort",
    summary: "How many registrations of a unit's courses were typed, confirmed, derived",
    description: "By the day of writing. What was loaded and not registered here is not counted.",
    tag: "proposals",
    params: OfUnitSchema,
    query: PeriodQuerySchema,
    answer: UnitEffortSchema,
    about: ({ params }) => params,
    read: async ({ client, params: { unitId }, query: { from = null, to = null } }) => {
      const pathways = await effortOfUnit(client, unitId, { from, to });
      const sum = (of: "byHand" | "confirmed" | "derived") =>
        pathways.reduce((total, one) => total + one[of], 0);
      const total = { byHand: sum("byHand"), confirmed: sum("confirmed"), derived: sum("derived") };
      return { body: { unitId, from, to, total, pathways: [...pathways] } };
    },
  });
  addReading(guard, {
    url: "/api/courses/:courseId/effort",
    summary: "How many registrations of a course were typed, confirmed, derived",
    tag: "proposals",
    params: OfCourseSchema,
    query: PeriodQuerySchema,
    answer: EffortSchema,
    about: ({ params }) => params,
    read: async ({ client, params: { courseId }, query: { from = null, to = null } }) => ({
      body: await effortOfCourse(client, courseId, { from, to }),
    }),
  });
}

export function addProposalRoutes(guard: Guard): void {
  addListRoutes(guard);
  addConfirmingRoute(guard);
  addDismissingRoute(guard);
  addEffortRoutes(guard);
}
