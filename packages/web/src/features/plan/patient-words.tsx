// Knows how what the patient added to a plan is read and answered.
import { useState } from "react";
import { useWrite } from "../../app/api/use-write.ts";
import { onceSent } from "../../components/once-sent.ts";
import { WordsField } from "../../components/words-field.tsx";
import { WriteButton } from "../../components/write-button.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { answerPlanWords, type Plan, plansQuery } from "./plan-queries.ts";
import { planTexts } from "./texts.ts";

function AnswerForm({ courseId, plan }: { readonly courseId: string; readonly plan: Plan }) {
  const t = useScreenTexts(planTexts);
  const [words, setWords] = useState("");
  const write = useWrite(
    (answer: { words: string; version: number }, key) =>
      answerPlanWords({ ...plan, version: answer.version }, answer.words, key),
    [plansQuery(courseId).queryKey, ["tasks"]],
  );
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        write.send({ words: words.trim(), version: plan.version }, () => setWords(onceSent(words)));
      }}
    >
      <WordsField label={t.answer} required value={words} onChange={setWords} />
      <WriteButton write={write} variant="secondary">
        {t.sendAnswer}
      </WriteButton>
    </form>
  );
}

export function PatientWords({
  courseId,
  plan,
  mayWrite,
}: {
  readonly courseId: string;
  readonly plan: Plan;
  readonly mayWrite: boolean;
}) {
  const t = useScreenTexts(planTexts);
  const { date } = useTexts();
  if (plan.words.length === 0) return null;
  return (
    <section aria-label={t.patientWords} className="form-part">
      <h3 className="ds-heading">{t.patientWords}</h3>
      <ul className="plain-list">
        {plan.words.map(({ from, words, isGoal, on }) => (
          <li key={`${from} ${on} ${words}`}>
            <span className="subtle">
              {from === "patient" ? t.fromPatient : t.fromStaff}
              {isGoal && ` (${t.asGoal})`}, {date(on)}
            </span>
            <p className="said">{words}</p>
          </li>
        ))}
      </ul>
      {plan.answerBy !== null && <p>{t.answerBy(date(plan.answerBy))}</p>}
      {plan.answerBy !== null && mayWrite && <AnswerForm courseId={courseId} plan={plan} />}
    </section>
  );
}
