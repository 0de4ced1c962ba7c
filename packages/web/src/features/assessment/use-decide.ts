// Knows how a decision of a referral is sent, to the version that was read.
import { answered, api, changing } from "../../app/api/client.ts";
import {
  type Referral,
  referralQuery,
  waitingReferralsQuery,
} from "../../app/api/referral-queries.ts";
import { useWriting } from "../../app/api/use-writing.ts";
import { authorOf, type DecisionDraft, grantOf, refusalOf } from "./decision-draft.ts";

function sendDecision(draft: DecisionDraft, referralId: string, key: string, version: number) {
  const params = { path: { referralId }, header: changing(key, version) };
  switch (draft.kind) {
    case "grant": {
      const body = grantOf(draft);
      return answered(api.POST("/api/referrals/{referralId}/grant", { params, body }));
    }
    case "refuse": {
      const body = refusalOf(draft);
      return answered(api.POST("/api/referrals/{referralId}/refuse", { params, body }));
    }
    case "send-on": {
      const { toUnitId, sendOnWhy: reason } = draft;
      const body = { toUnitId, reason: reason.trim(), author: authorOf(draft) };
      return answered(api.POST("/api/referrals/{referralId}/send-on", { params, body }));
    }
    case undefined:
      throw new Error("bug: a decision of nothing");
  }
}

export function useDecide(
  { referralId, unitId }: Pick<Referral, "referralId" | "unitId">,
  version: number,
  onDone: (referral: Referral) => void,
) {
  return useWriting({
    write: (draft: DecisionDraft, key) => sendDecision(draft, referralId, key, version),
    changes: [
      waitingReferralsQuery(unitId).queryKey,
      referralQuery(referralId).queryKey,
      ["work-list"],
    ],
    onDone,
  });
}
