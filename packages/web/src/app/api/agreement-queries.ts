// Knows the questions about agreements with municipalities, and how one is made, reviewed and ended.
import { queryOptions } from "@tanstack/react-query";
import { answered, api, changing, type Schemas, writing } from "./client.ts";

export type Agreement = Schemas["Agreement"];
export type Contact = Agreement["contacts"][number];

export const agreementsQuery = queryOptions({
  queryKey: ["agreements"],
  queryFn: ({ signal }) => answered(api.GET("/api/agreements", { signal })),
});

/** Those whose day for review has come: the service knows what day it is. */
export const dueAgreementsQuery = queryOptions({
  queryKey: ["agreements", "due"],
  queryFn: ({ signal }) =>
    answered(api.GET("/api/agreements", { params: { query: { due: true } }, signal })),
});

/** What a change of an agreement shows anew. */
export const CHANGED = [agreementsQuery.queryKey, ["tasks"]];

export interface AgreementContent {
  readonly text: string;
  readonly contacts: readonly Contact[];
  readonly reviewOn: string;
}

export interface NewAgreement extends AgreementContent {
  readonly unitId: string;
  readonly title: string;
  readonly municipalUnitId: string;
  readonly municipality: string;
}

export function makeAgreement({ contacts, ...body }: NewAgreement, key: string) {
  return answered(
    api.POST("/api/agreements", {
      params: { header: writing(key) },
      body: { ...body, contacts: [...contacts] },
    }),
  );
}

export interface Review extends AgreementContent {
  readonly whatChanged: string;
}

type Seen = Pick<Agreement, "agreementId" | "version">;

export function reviewAgreement(
  { agreementId, version }: Seen,
  { contacts, ...body }: Review,
  key: string,
) {
  return answered(
    api.POST("/api/agreements/{agreementId}/reviewed", {
      params: { path: { agreementId }, header: changing(key, version) },
      body: { ...body, contacts: [...contacts] },
    }),
  );
}

export function endAgreement({ agreementId, version }: Seen, reason: string, key: string) {
  return answered(
    api.POST("/api/agreements/{agreementId}/ended", {
      params: { path: { agreementId }, header: changing(key, version) },
      body: { reason },
    }),
  );
}
