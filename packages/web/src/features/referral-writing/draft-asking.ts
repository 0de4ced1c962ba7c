// Knows how a referral that is being written is saved by the service and read again.
import { queryOptions } from "@tanstack/react-query";
import { answered, api, changing, writing } from "../../app/api/client.ts";
import type { paths } from "../../app/api/generated/paths.ts";
import type { ReferralDraft } from "./referral-draft.ts";

type Answers = paths["/api/referral-drafts/{draftId}"]["get"]["responses"]["200"];
export type WholeDraft = Answers["content"]["application/json"];
type Content = WholeDraft["content"];

/** Which draft it is, which version of it, and when it was saved. */
export type SavedDraft = Pick<WholeDraft, "draftId" | "version" | "savedAt">;

export const draftsQuery = queryOptions({
  queryKey: ["referral-drafts"],
  queryFn: ({ signal }) => answered(api.GET("/api/referral-drafts", { signal })),
});

export function readDraft(draftId: string, signal?: AbortSignal): Promise<WholeDraft> {
  const params = { path: { draftId } };
  const init = signal === undefined ? { params } : { params, signal };
  return answered(api.GET("/api/referral-drafts/{draftId}", init));
}

/** Read anew whenever it is opened: it may have been written on elsewhere. */
export const draftQuery = (draftId: string) =>
  queryOptions({
    queryKey: ["referral-draft", draftId],
    queryFn: ({ signal }) => readDraft(draftId, signal),
    staleTime: 0,
    gcTime: 0,
  });

function contentOf({ attachment: _, points, ...draft }: ReferralDraft): Content {
  return { ...draft, points: Object.entries(points).map(([item, point]) => ({ item, ...point })) };
}

export function draftOf({ points, ...content }: Content): ReferralDraft {
  const byItem = points.map(({ item, ...point }) => [item, point] as const);
  return { ...content, points: Object.fromEntries(byItem), attachment: null };
}

export function beginDraft(draft: ReferralDraft, key: string): Promise<SavedDraft> {
  const params = { header: writing(key) };
  return answered(api.POST("/api/referral-drafts", { params, body: contentOf(draft) }));
}

export function saveDraft(
  draft: ReferralDraft,
  key: string,
  { draftId, version }: SavedDraft,
): Promise<SavedDraft> {
  const params = { path: { draftId }, header: changing(key, version) };
  return answered(api.POST("/api/referral-drafts/{draftId}", { params, body: contentOf(draft) }));
}

export function deleteDraft(draftId: string, key: string): Promise<unknown> {
  const params = { path: { draftId }, header: writing(key) };
  return answered(api.POST("/api/referral-drafts/{draftId}/delete", { params, body: {} }));
}
