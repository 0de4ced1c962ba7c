// Knows the questions about referrals, and under which keys their answers are kept.
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { answered, api, type Schemas, versioned } from "./client.ts";

export type Referral = Schemas["Referral"];
export type ReferralStatus = Schemas["ReferralStatus"];
export type MyReferral = Schemas["MyReferral"];

export const editionsQuery = queryOptions({
  queryKey: ["editions"],
  queryFn: ({ signal }) => answered(api.GET("/api/editions", { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

export function checklistQuery(pathway: string) {
  return queryOptions({
    queryKey: ["referral-checklist", pathway],
    queryFn: ({ signal }) =>
      answered(
        api.GET("/api/pathways/{pathway}/referral-checklist", {
          params: { path: { pathway } },
          signal,
        }),
      ),
    enabled: pathway !== "",
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Asked anew each time it is shown: what has just been read is not new any more. */
export const myReferralsQuery = queryOptions({
  queryKey: ["my-referrals"],
  staleTime: 0,
  queryFn: ({ signal }) => answered(api.GET("/api/my-referrals", { signal })),
});

function askWaiting(unitId: string, signal: AbortSignal) {
  const params = { path: { unitId }, query: { limit: 200 } };
  return answered(api.GET("/api/units/{unitId}/referrals", { params, signal }));
}

/** A row of the list of referrals that wait at a unit. */
export type WaitingReferral = Awaited<ReturnType<typeof askWaiting>>["rows"][number];

export function waitingReferralsQuery(unitId: string) {
  return queryOptions({
    queryKey: ["waiting-referrals", unitId],
    queryFn: ({ signal }) => askWaiting(unitId, signal),
  });
}

/** With the version that a change names. */
export function referralQuery(referralId: string) {
  return queryOptions({
    queryKey: ["referral", referralId],
    queryFn: ({ signal }) =>
      versioned(
        api.GET("/api/referrals/{referralId}", { params: { path: { referralId } }, signal }),
      ),
  });
}

/** What went both ways of a referral, for who sent it. */
export function referralMessagesQuery(referralId: string) {
  return queryOptions({
    queryKey: ["referral", referralId, "messages"],
    queryFn: ({ signal }) =>
      answered(
        api.GET("/api/referrals/{referralId}/messages", {
          params: { path: { referralId } },
          signal,
        }),
      ),
  });
}

export function earlierCoursesQuery(referralId: string) {
  return queryOptions({
    queryKey: ["earlier-courses", referralId],
    queryFn: ({ signal }) =>
      answered(
        api.GET("/api/referrals/{referralId}/earlier-courses", {
          params: { path: { referralId } },
          signal,
        }),
      ),
  });
}

export type LetterDraft = NonNullable<Parameters<typeof askLetter>[1]>;

function askLetter(
  referralId: string,
  body: {
    decision: "grant" | "refuse";
    legalDeadline?: string;
    careFrom?: string;
    text?: string;
    reasons?: string;
    furtherMeasures?: string;
    howToComplain?: string;
  },
  signal: AbortSignal,
) {
  const params = { path: { referralId } };
  return answered(api.POST("/api/referrals/{referralId}/letter", { params, body, signal }));
}

/** The letter as it would be sent; nothing is written. */
export function letterQuery(referralId: string, draft: LetterDraft) {
  return queryOptions({
    queryKey: ["letter", referralId, draft],
    queryFn: ({ signal }) => askLetter(referralId, draft, signal),
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
}
