// Knows the routes of cooperation agreements with municipalities. They concern no patient.
import type pg from "pg";
import { Type } from "typebox";
import type { Actor } from "../../access/actor.ts";
import { AGREEMENT } from "../../course/agreement/agreement.ts";
import { type Agreement, agreementOf, agreementsOf } from "../../course/agreement/agreement-now.ts";
import {
  endAgreement,
  makeAgreement,
  reviewAgreement,
} from "../../course/agreement/tell-agreement.ts";
import { factsOfType } from "../../facts/matter-as-seen.ts";
import { mattersOfNobody } from "../../facts/open-matters.ts";
import { factsOfMatters } from "../../facts/read-facts.ts";
import { today } from "../../store/store.ts";
import { addReading } from "../add-reading.ts";
import { addWriting } from "../add-writing.ts";
import type { Guard } from "../guarded.ts";
import {
  AgreementQuerySchema,
  AgreementSchema,
  AgreementsSchema,
  EndedAgreementSchema,
  NewAgreementSchema,
  ReviewedAgreementSchema,
} from "../schemas/agreement.ts";
import { IdSchema } from "../schemas/basics.ts";
import { mutable } from "../views/mutable.ts";

const OfAgreementSchema = Type.Object({ agreementId: IdSchema });
const aboutAgreement = ({ params }: { params: { agreementId: string } }) => ({
  matterId: params.agreementId,
});

async function agreementNow(client: pg.ClientBase, agreementId: string) {
  const agreement = agreementOf(await factsOfType(client, agreementId, AGREEMENT));
  return { body: mutable(agreement), version: agreement.version };
}

/** A municipality sees those with itself. */
function isFor({ role, unitIds }: Actor, { municipalUnitId }: Agreement): boolean {
  return role !== "municipality" || unitIds.includes(municipalUnitId);
}

function addListRoute(guard: Guard): void {
  addReading(guard, {
    url: "/api/agreements",
    summary: "Agreements with municipalities, those to be reviewed first",
    tag: "municipality",
    query: AgreementQuerySchema,
    answer: AgreementsSchema,
    read: async ({ store, client, actor, query: { due = false } }) => {
      const until = due ? today(store) : null;
      const ids = await mattersOfNobody(client, AGREEMENT.type, until);
      const known = agreementsOf(await factsOfMatters(client, ids));
      const agreements = ids.flatMap((id) => known.find((one) => one.agreementId === id) ?? []);
      return { body: { agreements: mutable(agreements.filter((one) => isFor(actor, one))) } };
    },
  });
}

function addMakingRoute(guard: Guard): void {
  addWriting(guard, {
    url: "/api/agreements",
    summary: "Make an agreement with a municipality",
    tag: "municipality",
    body: NewAgreementSchema,
    answer: AgreementSchema,
    changes: false,
    about: ({ body }) => ({ unitId: body.unitId }),
    write: async ({ store, client, actor, body: { on, ...body } }) =>
      agreementNow(client, await makeAgreement({ store, client, actor }, { ...body, on })),
  });
}

function addChangingRoutes(guard: Guard): void {
  addWriting(guard, {
    url: "/api/agreements/:agreementId/reviewed",
    summary: "Tell that an agreement was reviewed, and when it is next",
    tag: "municipality",
    params: OfAgreementSchema,
    body: ReviewedAgreementSchema,
    answer: AgreementSchema,
    changes: true,
    about: aboutAgreement,
    write: async ({ store, client, actor, params: { agreementId }, body, seen }) => {
      const agreement = { agreementId, seen: seen() };
      await reviewAgreement({ store, client, actor }, agreement, body);
      return agreementNow(client, agreementId);
    },
  });
  addWriting(guard, {
    url: "/api/agreements/:agreementId/ended",
    summary: "End an agreement",
    tag: "municipality",
    params: OfAgreementSchema,
    body: EndedAgreementSchema,
    answer: AgreementSchema,
    changes: true,
    about: aboutAgreement,
    write: async ({ store, client, actor, params: { agreementId }, body, seen }) => {
      const agreement = { agreementId, seen: seen() };
      await endAgreement({ store, client, actor }, agreement, body.reason);
      return agreementNow(client, agreementId);
    },
  });
}

export function addAgreementRoutes(guard: Guard): void {
  addListRoute(guard);
  addMakingRoute(guard);
  addChangingRoutes(guard);
}
