// Knows the mode in which an evaluation is held: the questions, what the patient wrote before, and what is said now.
import { useQuery } from "@tanstack/react-query";
import { useWrite } from "../../app/api/use-write.ts";
import { CalmDialog } from "../../components/calm-dialog.tsx";
import { DateField } from "../../components/field.tsx";
import { LineField, TickField, WordsField } from "../../components/words-field.tsx";
import { WriteButton } from "../../components/write-button.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import {
  type Evaluation,
  evaluationsQuery,
  holdEvaluation,
  questionsQuery,
} from "./evaluation-queries.ts";
import { type HeldDraft, PARTICIPANTS, type Participant } from "./held-draft.ts";
import { evaluationTexts } from "./texts.ts";

interface Part {
  readonly draft: HeldDraft;
  readonly change: (part: Partial<HeldDraft>) => void;
}

function QuestionFields({
  evaluation,
  draft: { answers },
  change,
}: Part & { readonly evaluation: Evaluation }) {
  const { calm } = useScreenTexts(evaluationTexts);
  const { pick } = useTexts();
  const { data } = useQuery(questionsQuery);
  return data?.questions.map(({ id, text }) => {
    const before = evaluation.answers.find(({ question }) => question === id);
    return (
      <section key={id} className="form-part" aria-label={pick(text)}>
        <h3 className="ds-heading">{pick(text)}</h3>
        {before !== undefined && (
          <>
            <p className="subtle">{calm.youWrote}</p>
            <p className="said">{before.words}</p>
          </>
        )}
        <WordsField
          label={calm.ours}
          rows={2}
          value={answers[id] ?? ""}
          onChange={(words) => change({ answers: { ...answers, [id]: words } })}
        />
      </section>
    );
  });
}

function Participants({ draft: { participants }, change }: Part) {
  const t = useScreenTexts(evaluationTexts);
  const turn = (role: Participant, on: boolean) =>
    change({
      participants: on ? [...participants, role] : participants.filter((one) => one !== role),
    });
  return (
    <fieldset className="choice-field">
      <legend>{t.calm.who}</legend>
      {PARTICIPANTS.map((role) => (
        <TickField
          key={role}
          label={t.roles[role]}
          checked={participants.includes(role)}
          onChange={(on) => turn(role, on)}
        />
      ))}
      {participants.length === 0 && <p role="alert">{t.calm.nobody}</p>}
    </fieldset>
  );
}

function Outcome({ draft, change }: Part) {
  const { calm } = useScreenTexts(evaluationTexts);
  return (
    <section className="form-part" aria-label={calm.after}>
      <h3 className="ds-heading">{calm.after}</h3>
      <Participants draft={draft} change={change} />
      <WordsField
        label={calm.summary}
        value={draft.summary}
        onChange={(summary) => change({ summary })}
      />
      <WordsField
        label={calm.changed}
        rows={2}
        value={draft.changedInPlan}
        onChange={(changedInPlan) => change({ changedInPlan })}
      />
      <LineField
        label={calm.tool}
        value={draft.feedbackTool}
        onChange={(feedbackTool) => change({ feedbackTool })}
      />
      <div className="form-row">
        <DateField
          label={calm.heldOn}
          value={draft.heldOn}
          onChange={(heldOn) => change({ heldOn })}
        />
        <DateField
          label={calm.next}
          value={draft.nextOn}
          onChange={(nextOn) => change({ nextOn })}
        />
      </div>
    </section>
  );
}

export function EvaluationTogether({
  courseId,
  evaluation,
  draft,
  onChange,
  onClose,
  onSaved,
}: {
  readonly courseId: string;
  readonly evaluation: Evaluation;
  readonly draft: HeldDraft;
  readonly onChange: (draft: HeldDraft) => void;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}) {
  const { calm } = useScreenTexts(evaluationTexts);
  const write = useWrite(
    (seen: { draft: HeldDraft; version: number }, key) =>
      holdEvaluation({ ...evaluation, version: seen.version }, seen.draft, key),
    [evaluationsQuery(courseId).queryKey, ["course", courseId], ["tasks"]],
  );
  const change = (part: Partial<HeldDraft>) => onChange({ ...draft, ...part });
  const { version } = evaluation;
  return (
    <CalmDialog title={calm.title} onClose={onClose}>
      <p>{calm.lead}</p>
      <form
        className="form calm-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (draft.participants.length > 0) write.send({ draft, version }, onSaved);
        }}
      >
        <QuestionFields evaluation={evaluation} draft={draft} change={change} />
        <Outcome draft={draft} change={change} />
        <WriteButton
          write={write}
          beside={
            <button type="button" className="ds-button" data-variant="tertiary" onClick={onClose}>
              {calm.close}
            </button>
          }
        >
          {calm.save}
        </WriteButton>
      </form>
    </CalmDialog>
  );
}
