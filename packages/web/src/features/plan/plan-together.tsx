// Knows the mode in which a plan is written by patient and staff together, and what happens when two wrote at once.
import { useState } from "react";
import { useWrite } from "../../app/api/use-write.ts";
import { CalmDialog } from "../../components/calm-dialog.tsx";
import { LineField } from "../../components/words-field.tsx";
import { WriteButton } from "../../components/write-button.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { PlanContent } from "./plan-content.tsx";
import { type Missing, missingIn, type PlanDraft, type PlanKind } from "./plan-draft.ts";
import { ChangeFields, GoalFields, MeasureFields, NextFields } from "./plan-form.tsx";
import { type Plan, plansQuery, savePlan } from "./plan-queries.ts";
import { planTexts } from "./texts.ts";

function MissingList({ missing }: { readonly missing: readonly Missing[] }) {
  const { calm } = useScreenTexts(planTexts);
  return (
    <div className="ds-alert" data-color="warning" role="alert">
      <p>{calm.missing}</p>
      <ul className="plain-list">
        {missing.map((one) => (
          <li key={one}>– {calm.lacks[one]}</li>
        ))}
      </ul>
    </div>
  );
}

/** What somebody else has saved since this draft was begun; undefined where nobody has. */
function theirsOf(plan: Plan | undefined, begunAt: number): Plan["versions"][number] | undefined {
  const last = plan?.versions.at(-1);
  return last !== undefined && last.number > begunAt ? last : undefined;
}

export interface TogetherProps {
  readonly courseId: string;
  readonly kind: PlanKind;
  /** As it is saved now. */
  readonly plan: Plan | undefined;
  readonly draft: PlanDraft;
  /** Number of the version that the draft goes on from; 0 for none. */
  readonly begunAt: number;
  readonly onChange: (draft: PlanDraft) => void;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

export function PlanTogether(props: TogetherProps) {
  const { courseId, kind, plan, draft, begunAt, onChange, onClose, onSaved } = props;
  const t = useScreenTexts(planTexts);
  const [tried, setTried] = useState(false);
  const write = useWrite(
    (toSave: Parameters<typeof savePlan>[1], key: string) => savePlan(courseId, toSave, key),
    [plansQuery(courseId).queryKey, ["course", courseId], ["tasks"]],
  );
  const theirs = theirsOf(plan, begunAt);
  const missing = missingIn(draft, kind, plan !== undefined);
  const change = (part: Partial<PlanDraft>) => onChange({ ...draft, ...part });
  const part = { draft, kind, change };
  const save = () => {
    setTried(true);
    if (missing.length === 0) write.send({ kind, draft, before: plan }, onSaved);
  };
  return (
    <CalmDialog title={t.calm.title[kind]} onClose={onClose}>
      <form
        className="form calm-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {theirs !== undefined && (
          <section className="form-block" aria-label={t.savedNow}>
            <p role="alert">{t.conflict}</p>
            <h3 className="ds-heading">{t.savedNow}</h3>
            <PlanContent version={theirs} />
          </section>
        )}
        <GoalFields {...part} />
        <MeasureFields {...part} />
        <NextFields {...part} />
        {plan !== undefined && <ChangeFields {...part} />}
        <LineField
          label={t.calm.telephone}
          type="tel"
          value={draft.telephone}
          onChange={(telephone) => change({ telephone })}
        />
        {tried && missing.length > 0 && <MissingList missing={missing} />}
        <WriteButton
          write={theirs === undefined ? write : { ...write, error: null }}
          beside={
            <button type="button" className="ds-button" data-variant="tertiary" onClick={onClose}>
              {t.calm.close}
            </button>
          }
        >
          {t.calm.save}
        </WriteButton>
      </form>
    </CalmDialog>
  );
}
