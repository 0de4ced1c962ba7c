// Knows the form of a plan as patient and staff fill it in together.
import { DateField } from "../../components/field.tsx";
import { ChoiceField, LineField, TickField, WordsField } from "../../components/words-field.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import {
  type GoalDraft,
  type MeasureDraft,
  newGoal,
  newMeasure,
  type PlanDraft,
  type PlanKind,
} from "./plan-draft.ts";
import { planTexts } from "./texts.ts";

interface Part {
  readonly draft: PlanDraft;
  readonly kind: PlanKind;
  readonly change: (part: Partial<PlanDraft>) => void;
}

function replaced<T extends { readonly key: string }>(
  all: readonly T[],
  key: string,
  part: Partial<T>,
): readonly T[] {
  return all.map((one) => (one.key === key ? { ...one, ...part } : one));
}

const without = <T extends { readonly key: string }>(all: readonly T[], key: string) =>
  all.filter((one) => one.key !== key);

function RemoveButton({
  label,
  onClick,
}: {
  readonly label: string;
  readonly onClick: () => void;
}) {
  return (
    <button
      type="button"
      className="ds-button"
      data-variant="tertiary"
      data-size="sm"
      onClick={onClick}
    >
      {label}
    </button>
  );
}

export function GoalFields({ draft: { goals }, kind, change }: Part) {
  const { calm } = useScreenTexts(planTexts);
  const edit = ({ key }: GoalDraft, part: Partial<GoalDraft>) =>
    change({ goals: replaced(goals, key, part) });
  return (
    <section className="form-part" aria-label={calm.goals[kind]}>
      <h3 className="ds-heading">{calm.goals[kind]}</h3>
      {goals.map((goal, at) => (
        <div key={goal.key} className="form-block">
          <WordsField
            label={kind === "crisis" ? calm.sign(at + 1) : calm.goal(at + 1)}
            rows={2}
            value={goal.words}
            onChange={(words) => edit(goal, { words })}
          />
          <div className="form-ways">
            <TickField
              label={calm.own}
              checked={goal.patientsOwn}
              onChange={(patientsOwn) => edit(goal, { patientsOwn })}
            />
            {goals.length > 1 && (
              <RemoveButton
                label={calm.removeGoal(at + 1)}
                onClick={() => change({ goals: without(goals, goal.key) })}
              />
            )}
          </div>
        </div>
      ))}
      <p>
        <button
          type="button"
          className="ds-button"
          data-variant="secondary"
          onClick={() => change({ goals: [...goals, newGoal()] })}
        >
          {calm.addGoal}
        </button>
      </p>
    </section>
  );
}

export function MeasureFields({ draft: { measures }, kind, change }: Part) {
  const { calm } = useScreenTexts(planTexts);
  const edit = ({ key }: MeasureDraft, part: Partial<MeasureDraft>) =>
    change({ measures: replaced(measures, key, part) });
  return (
    <section className="form-part" aria-label={calm.measures[kind]}>
      <h3 className="ds-heading">{calm.measures[kind]}</h3>
      {measures.map((measure, at) => (
        <fieldset key={measure.key} className="form-block choice-field">
          <legend className="visually-hidden">{calm.measure(at + 1)}</legend>
          <LineField
            label={calm.what}
            value={measure.what}
            onChange={(what) => edit(measure, { what })}
          />
          <div className="form-row">
            <LineField
              label={calm.who}
              value={measure.who}
              onChange={(who) => edit(measure, { who })}
            />
            <LineField
              label={calm.when}
              value={measure.when}
              onChange={(when) => edit(measure, { when })}
            />
          </div>
          <div className="form-ways">
            <RemoveButton
              label={calm.removeMeasure(at + 1)}
              onClick={() => change({ measures: without(measures, measure.key) })}
            />
          </div>
        </fieldset>
      ))}
      <p>
        <button
          type="button"
          className="ds-button"
          data-variant="secondary"
          onClick={() => change({ measures: [...measures, newMeasure()] })}
        >
          {calm.addMeasure}
        </button>
      </p>
    </section>
  );
}

export function NextFields({ draft, change }: Omit<Part, "kind">) {
  const { calm } = useScreenTexts(planTexts);
  const { nextEvaluationOn, together, whyNot } = draft;
  return (
    <>
      <DateField
        label={calm.next}
        value={nextEvaluationOn}
        onChange={(next) => change({ nextEvaluationOn: next })}
      />
      <ChoiceField
        legend={calm.together}
        choices={[
          ["yes", calm.yes],
          ["no", calm.no],
        ]}
        value={together ? "yes" : "no"}
        onChange={(word) => change({ together: word === "yes" })}
      />
      {!together && (
        <WordsField
          label={calm.whyNot}
          rows={2}
          value={whyNot}
          onChange={(why) => change({ whyNot: why })}
        />
      )}
    </>
  );
}

/** Only of a plan that there was before. */
export function ChangeFields({ draft, change }: Omit<Part, "kind">) {
  const { calm } = useScreenTexts(planTexts);
  return (
    <>
      <WordsField
        label={calm.news}
        rows={2}
        value={draft.whatChanged}
        onChange={(whatChanged) => change({ whatChanged })}
      />
      <TickField
        label={calm.larger}
        checked={draft.largerChange}
        onChange={(largerChange) => change({ largerChange })}
      />
    </>
  );
}
