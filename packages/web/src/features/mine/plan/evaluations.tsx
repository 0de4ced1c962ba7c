// Knows what a patient writes before an evaluation, and what came of those that have been held.
import type { Schemas } from "../../../app/api/client.ts";
import { useMine, useMineTexts, useReader, useWords } from "../mine-context.tsx";
import { ToVoice } from "../shell/to-voice.tsx";
import { WordsForm } from "../shell/words-form.tsx";
import { planTexts } from "./texts.ts";

type Evaluation = Schemas["Evaluation"];

function Before({ evaluation }: { readonly evaluation: Evaluation }) {
  const t = useMineTexts(planTexts);
  const { pick } = useWords();
  const { questions = [] } = useMine().data;
  const reader = useReader();
  return (
    <>
      <p>{t.beforeWhy[reader]}</p>
      {questions.map(({ id, text }) => {
        const answer = evaluation.answers.find(({ question }) => question === id);
        return (
          <details key={id} className="ds-details" open={answer !== undefined}>
            <summary>{pick(text)}</summary>
            <div className="mine-question">
              {answer !== undefined && (
                <>
                  <p className="subtle">{t.yourAnswer[reader]}</p>
                  <p className="mine-quote">{answer.words}</p>
                </>
              )}
              {reader === "own" && (
                <WordsForm
                  label={pick(text)}
                  action={t.saveAnswer}
                  sent={t.savedAnswer}
                  url={`/api/evaluations/${evaluation.evaluationId}/answers`}
                  body={(words) => ({ answers: [{ question: id, words }] })}
                />
              )}
            </div>
          </details>
        );
      })}
    </>
  );
}

function Held({ held }: { readonly held: readonly Evaluation[] }) {
  const t = useMineTexts(planTexts);
  const { date } = useWords();
  if (held.length === 0) return null;
  return (
    <section className="ds-card mine-card" aria-labelledby="held">
      <h2 id="held" className="ds-heading" data-size="sm">
        {t.held}
      </h2>
      <ul className="mine-list">
        {held.map(({ evaluationId, heldOn, summary, changedInPlan }) => (
          <li key={evaluationId}>
            {heldOn !== null && <strong>{t.heldOn(date(heldOn))}</strong>}
            {summary !== null && (
              <p className="mine-text">
                {t.summary}: {summary}
              </p>
            )}
            {changedInPlan !== null && (
              <p className="mine-text">
                {t.changed}: {changedInPlan}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Evaluations() {
  const t = useMineTexts(planTexts);
  const reader = useReader();
  const { date } = useWords();
  const { evaluations = [] } = useMine().data;
  const planned = evaluations.find(({ state }) => state === "planned");
  return (
    <>
      <section className="ds-card mine-card" aria-labelledby="before">
        <h2 id="before" className="ds-heading" data-size="sm">
          {t.before}
        </h2>
        {planned === undefined ? (
          <p>
            {t.noMeeting[reader]} <ToVoice />
          </p>
        ) : (
          <>
            {planned.plannedOn !== null && <p>{t.beforeOn(date(planned.plannedOn))}</p>}
            <Before evaluation={planned} />
          </>
        )}
      </section>
      <Held held={evaluations.filter(({ state }) => state === "held")} />
    </>
  );
}
