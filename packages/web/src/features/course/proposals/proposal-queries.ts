// Knows how proposed registrations are asked for and answered.
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { answered, api, changing } from "../../../app/api/client.ts";
import type { Proposal } from "../../../app/api/contract.ts";
import { showCourse } from "../../../app/api/queries.ts";

export function courseProposalsQuery(courseId: string) {
  return queryOptions({
    queryKey: ["course", courseId, "proposals"],
    queryFn: ({ signal }) =>
      answered(
        api.GET("/api/courses/{courseId}/proposals", { params: { path: { courseId } }, signal }),
      ),
  });
}

export function unitProposalsQuery(unitId: string) {
  return queryOptions({
    queryKey: ["unit-proposals", unitId],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/units/{unitId}/proposals", { params: { path: { unitId } }, signal })),
  });
}

function paramsOf({ proposalId, version }: Proposal, key: string) {
  return { path: { proposalId }, header: changing(key, version) };
}

/** What is asked anew once a proposal of the course is answered, or turned out to be answered already. */
function useAskAnew(courseId: string): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ["course", courseId] }),
      client.invalidateQueries({ queryKey: ["unit-proposals"] }),
      client.invalidateQueries({ queryKey: ["work-list"] }),
    ]);
  };
}

/** A second press of the same button is the same request. */
export function useConfirmProposal(proposal: Proposal) {
  const client = useQueryClient();
  const key = useRef(crypto.randomUUID());
  const { courseId } = proposal;
  const askAnew = useAskAnew(courseId);
  return useMutation({
    mutationFn: () =>
      answered(
        api.POST("/api/proposals/{proposalId}/confirmed", {
          params: paramsOf(proposal, key.current),
          body: {},
        }),
      ),
    onSuccess: ({ course }) => showCourse(client, course),
    onSettled: askAnew,
  });
}

export function useDismissProposal(proposal: Proposal) {
  const key = useRef({ reason: "", key: "" });
  const askAnew = useAskAnew(proposal.courseId);
  return useMutation({
    mutationFn: (reason: string) => {
      if (key.current.reason !== reason) key.current = { reason, key: crypto.randomUUID() };
      return answered(
        api.POST("/api/proposals/{proposalId}/dismissed", {
          params: paramsOf(proposal, key.current.key),
          body: { reason },
        }),
      );
    },
    onSettled: askAnew,
  });
}
