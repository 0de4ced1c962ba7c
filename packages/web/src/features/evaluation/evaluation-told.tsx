// Knows how an evaluation that was held, or called off, is read.
import { useQuery } from "@tanstack/react-query";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { type Evaluation, questionsQuery } from "./evaluation-queries.ts";
import { evaluationTexts } from "./texts.ts";

export function PatientAnswers({ answers }: Pick<Evaluation, "answers">) {
  const t = useScreenTexts(evaluationTexts);
  const { pick } = useTexts();
  const { data } = useQuery(questionsQuery);
  return (
    <ul className="plain-list">
      {answers.map(({ question, words, given }) => {
        const asked = data?.questions.find(({ id }) => id === question);
        return (
          <li key={question}>
            <span className="subtle">
              {asked === undefined ? question : pick(asked.text)}
              {given === "in-advance" && ` (${t.inAdvance})`}
            </span>
            <p className="said">{words}</p>
          </li>
        );
      })}
    </ul>
  );
}

export function EvaluationTold({ evaluation }: { readonly evaluation: Evaluation }) {
  const t = useScreenTexts(evaluationTexts);
  const { date } = useTexts();
  const { state, heldOn, plannedOn, participants, answers } = evaluation;
  if (state === "cancelled")
    return (
      <>
        <h3 className="ds-heading">{t.cancelled(plannedOn === null ? "–" : date(plannedOn))}</h3>
        <p>{evaluation.cancelledBecause}</p>
      </>
    );
  return (
    <>
      <h3 className="ds-heading">{t.heldOn(heldOn === null ? "–" : date(heldOn))}</h3>
      <dl className="pairs">
        <dt>{t.participants}</dt>
        <dd>{participants.map(({ role, name }) => name ?? t.roles[role]).join(", ")}</dd>
        <dt>{t.summary}</dt>
        <dd>{evaluation.summary ?? "–"}</dd>
        <dt>{t.changed}</dt>
        <dd>{evaluation.changedInPlan ?? t.nothingChanged}</dd>
        <dt>{t.feedbackTool}</dt>
        <dd>{evaluation.feedbackTool ?? t.noTool}</dd>
      </dl>
      <PatientAnswers answers={answers} />
    </>
  );
}
