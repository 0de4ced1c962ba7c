// Knows what who referred has asked in a course, and how it is taken and answered.
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api, changing, type Schemas } from "../../app/api/client.ts";
import { Failure } from "../../components/failure.tsx";
import { LineField } from "../../components/words-field.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { AnswerForms } from "./answer-forms.tsx";
import { SaidCard } from "./said-card.tsx";
import { voiceTexts } from "./texts.ts";

type Question = Schemas["Question"];

function questionsQuery(courseId: string) {
  return queryOptions({
    queryKey: ["course", courseId, "questions"],
    queryFn: ({ signal }) =>
      answered(
        api.GET("/api/courses/{courseId}/questions", { params: { path: { courseId } }, signal }),
      ),
  });
}

function QuestionCard({
  courseId,
  question,
}: {
  readonly courseId: string;
  readonly question: Question;
}) {
  const t = useScreenTexts(voiceTexts);
  const [telephone, setTelephone] = useState("");
  const { questionId, state, version } = question;
  const paramsOf = (seen: number, key: string) => ({
    path: { questionId },
    header: changing(key, seen),
  });
  return (
    <SaidCard title={t.question} on={question.askedOn} said={question}>
      <AnswerForms
        label={t.answerReferrer}
        changed={[questionsQuery(courseId).queryKey, ["tasks"]]}
        answering={{
          version,
          waits: state === "waiting",
          take: (seen, key) =>
            answered(
              api.POST("/api/questions/{questionId}/taken", {
                params: paramsOf(seen, key),
                body: {},
              }),
            ),
          answer: ({ words, version: seen }, key) =>
            answered(
              api.POST("/api/questions/{questionId}/answered", {
                params: paramsOf(seen, key),
                body: { words, ...(telephone.trim() !== "" && { telephone: telephone.trim() }) },
              }),
            ),
        }}
      >
        <LineField label={t.telephone} type="tel" value={telephone} onChange={setTelephone} />
      </AnswerForms>
    </SaidCard>
  );
}

/** Newest first; nothing where nobody has asked. */
export function QuestionsPart({ courseId }: { readonly courseId: string }) {
  const { data, error, refetch } = useQuery(questionsQuery(courseId));
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />;
  return data?.questions
    .toReversed()
    .map((question) => (
      <QuestionCard key={question.questionId} courseId={courseId} question={question} />
    ));
}
