// Knows how the plans of a course are asked for and written.
import { queryOptions } from "@tanstack/react-query";
import { answered, api, changing, type Schemas, writing } from "../../app/api/client.ts";
import type { PlanDraft, PlanKind } from "./plan-draft.ts";

export type Plan = Schemas["Plan"];

export function plansQuery(courseId: string) {
  return queryOptions({
    queryKey: ["course", courseId, "plans"],
    queryFn: ({ signal }) =>
      answered(
        api.GET("/api/courses/{courseId}/plans", { params: { path: { courseId } }, signal }),
      ),
  });
}

export interface PlanToSave {
  readonly kind: PlanKind;
  readonly draft: PlanDraft;
  /** What it takes the place of; undefined for the first. */
  readonly before: { readonly planId: string; readonly version: number } | undefined;
}

/** Of the draft, what was filled in. */
function written({ goals, measures, nextEvaluationOn, together, whyNot, telephone }: PlanDraft) {
  return {
    goals: goals
      .filter(({ words }) => words.trim() !== "")
      .map(({ words, patientsOwn }) => ({ words: words.trim(), patientsOwn })),
    measures: measures
      .filter(({ what }) => what.trim() !== "")
      .map(({ what, who, when }) => ({
        what: what.trim(),
        who: who.trim() || "–",
        when: when.trim() || "–",
      })),
    ...(nextEvaluationOn === "" ? {} : { nextEvaluationOn }),
    madeTogether: together,
    ...(together ? {} : { whyNotTogether: whyNot.trim() }),
    ...(telephone.trim() === "" ? {} : { telephone: telephone.trim() }),
  };
}

export function savePlan(courseId: string, { kind, draft, before }: PlanToSave, key: string) {
  const content = written(draft);
  if (before === undefined)
    return answered(
      api.POST("/api/courses/{courseId}/plans", {
        params: { path: { courseId }, header: writing(key) },
        body: { kind, ...content },
      }),
    );
  const { planId, version } = before;
  const { largerChange, whatChanged } = draft;
  return answered(
    api.POST("/api/plans/{planId}/versions", {
      params: { path: { planId }, header: changing(key, version) },
      body: { ...content, largerChange, whatChanged: whatChanged.trim() },
    }),
  );
}

export function answerPlanWords(
  { planId, version }: Pick<Plan, "planId" | "version">,
  words: string,
  key: string,
) {
  return answered(
    api.POST("/api/plans/{planId}/answered-words", {
      params: { path: { planId }, header: changing(key, version) },
      body: { words },
    }),
  );
}
