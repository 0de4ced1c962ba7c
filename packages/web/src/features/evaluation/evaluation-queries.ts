// Knows how the evaluations of a course are asked for, planned, held and called off.
import { queryOptions } from "@tanstack/react-query";
import { answered, api, changing, type Schemas, writing } from "../../app/api/client.ts";
import type { HeldDraft } from "./held-draft.ts";

export type Evaluation = Schemas["Evaluation"];

export function evaluationsQuery(courseId: string) {
  return queryOptions({
    queryKey: ["course", courseId, "evaluations"],
    queryFn: ({ signal }) =>
      answered(
        api.GET("/api/courses/{courseId}/evaluations", { params: { path: { courseId } }, signal }),
      ),
  });
}

export const questionsQuery = queryOptions({
  queryKey: ["evaluation-questions"],
  queryFn: ({ signal }) => answered(api.GET("/api/evaluation-questions", { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

export function planEvaluation(courseId: string, on: string, key: string) {
  return answered(
    api.POST("/api/courses/{courseId}/evaluations", {
      params: { path: { courseId }, header: writing(key) },
      body: { on },
    }),
  );
}

type Seen = Pick<Evaluation, "evaluationId" | "version">;

export function cancelEvaluation({ evaluationId, version }: Seen, reason: string, key: string) {
  return answered(
    api.POST("/api/evaluations/{evaluationId}/cancelled", {
      params: { path: { evaluationId }, header: changing(key, version) },
      body: { reason },
    }),
  );
}

const given = <K extends string>(name: K, text: string) =>
  (text.trim() === "" ? {} : { [name]: text.trim() }) as { [P in K]?: string };

export function holdEvaluation({ evaluationId, version }: Seen, draft: HeldDraft, key: string) {
  const { heldOn, participants, answers, feedbackTool, summary, changedInPlan, nextOn } = draft;
  return answered(
    api.POST("/api/evaluations/{evaluationId}/held", {
      params: { path: { evaluationId }, header: changing(key, version) },
      body: {
        ...given("heldOn", heldOn),
        participants: participants.map((role) => ({ role })),
        answers: Object.entries(answers)
          .filter(([, words]) => words.trim() !== "")
          .map(([question, words]) => ({ question, words: words.trim() })),
        ...given("feedbackTool", feedbackTool),
        ...given("summary", summary),
        ...given("changedInPlan", changedInPlan),
        ...given("nextOn", nextOn),
      },
    }),
  );
}
