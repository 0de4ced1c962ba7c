// Knows the evaluations of a course: the one that comes, and those that were.
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { sessionQuery } from "../../app/api/queries.ts";
import { useWrite } from "../../app/api/use-write.ts";
import { useDraft } from "../../app/drafts.ts";
import { Answered } from "../../components/answered.tsx";
import { DateField } from "../../components/field.tsx";
import { NoTaskHere } from "../../components/no-task-here.tsx";
import { onceSent } from "../../components/once-sent.ts";
import { ReasonForm } from "../../components/reason-form.tsx";
import { WriteButton } from "../../components/write-button.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import {
  cancelEvaluation,
  type Evaluation,
  evaluationsQuery,
  planEvaluation,
} from "./evaluation-queries.ts";
import { EvaluationTogether } from "./evaluation-together.tsx";
import { EvaluationTold, PatientAnswers } from "./evaluation-told.tsx";
import { type HeldDraft, NEW_HELD } from "./held-draft.ts";
import { evaluationTexts } from "./texts.ts";

interface Of {
  readonly courseId: string;
}

function DayForm({ courseId, button }: Of & { readonly button: string }) {
  const t = useScreenTexts(evaluationTexts);
  const [on, setOn] = useState("");
  const write = useWrite(
    (day: string, key) => planEvaluation(courseId, day, key),
    [["course", courseId], ["tasks"]],
  );
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (on !== "") write.send(on, () => setOn(onceSent(on)));
      }}
    >
      <DateField label={t.day} value={on} onChange={setOn} />
      <WriteButton write={write} variant="secondary">
        {button}
      </WriteButton>
    </form>
  );
}

function Planned({
  courseId,
  evaluation,
  onSaved,
}: Of & { evaluation: Evaluation; onSaved: () => void }) {
  const t = useScreenTexts(evaluationTexts);
  const { date } = useTexts();
  const [draft, keep] = useDraft<HeldDraft>(`evaluation ${evaluation.evaluationId}`);
  const [open, setOpen] = useState(false);
  const cancel = useWrite(
    (reason: string, key) => cancelEvaluation(evaluation, reason, key),
    [["course", courseId], ["tasks"]],
  );
  return (
    <>
      <p>{evaluation.plannedOn !== null && t.plannedOn(date(evaluation.plannedOn))}</p>
      <h3 className="ds-heading">{evaluation.answers.length > 0 ? t.before : t.noneBefore}</h3>
      <PatientAnswers answers={evaluation.answers} />
      <div className="form-ways">
        <button
          type="button"
          className="ds-button"
          onClick={() => {
            if (draft === undefined) keep(NEW_HELD);
            setOpen(true);
          }}
        >
          {draft === undefined ? t.hold : t.goOn}
        </button>
        {draft !== undefined && <span className="subtle">{t.draftKept}</span>}
      </div>
      <details className="fold">
        <summary>{t.move}</summary>
        <DayForm courseId={courseId} button={t.moveButton} />
      </details>
      <ReasonForm title={t.callOff} label={t.why} button={t.callOff} write={cancel} />
      {open && draft !== undefined && (
        <EvaluationTogether
          courseId={courseId}
          evaluation={evaluation}
          draft={draft}
          onChange={keep}
          onClose={() => setOpen(false)}
          onSaved={() => {
            keep(undefined);
            onSaved();
          }}
        />
      )}
    </>
  );
}

function Evaluations({ courseId, evaluations }: Of & { evaluations: readonly Evaluation[] }) {
  const t = useScreenTexts(evaluationTexts);
  const { data: session } = useQuery(sessionQuery);
  const [saved, setSaved] = useState(false);
  const mayWrite = session?.held?.role === "practitioner";
  const planned = evaluations.find(({ state }) => state === "planned");
  const earlier = evaluations.filter(({ state }) => state !== "planned").toReversed();
  return (
    <div className="sheet">
      <section className="form-block" aria-label={t.planned}>
        <h2 className="ds-heading" data-size="xs">
          {t.planned}
        </h2>
        {saved && <p role="status">{t.saved}</p>}
        {planned === undefined && <p className="subtle">{t.nonePlanned}</p>}
        {planned === undefined && mayWrite && <DayForm courseId={courseId} button={t.plan} />}
        {planned !== undefined && mayWrite && (
          <Planned
            key={planned.evaluationId}
            courseId={courseId}
            evaluation={planned}
            onSaved={() => setSaved(true)}
          />
        )}
        {planned !== undefined && !mayWrite && <PatientAnswers answers={planned.answers} />}
      </section>
      {earlier.length > 0 && (
        <section aria-label={t.earlier}>
          <h2 className="ds-heading" data-size="xs">
            {t.earlier}
          </h2>
          <ul className="plain-list">
            {earlier.map((evaluation) => (
              <li key={evaluation.evaluationId} className="form-block">
                <EvaluationTold evaluation={evaluation} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

export function EvaluationPage({ courseId }: Of) {
  return (
    <Answered
      question={useQuery(evaluationsQuery(courseId))}
      notThere={<NoTaskHere courseId={courseId} />}
    >
      {({ evaluations }) => <Evaluations courseId={courseId} evaluations={evaluations} />}
    </Answered>
  );
}
