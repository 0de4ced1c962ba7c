// Knows the page of the plan: what is agreed, the patient's own goals, and what to write before an evaluation.
import type { Schemas } from "../../../app/api/client.ts";
import {
  useAge,
  useMine,
  useMineTexts,
  usePathway,
  useReader,
  useWords,
} from "../mine-context.tsx";
import { Heading } from "../shell/heading.tsx";
import { ToVoice } from "../shell/to-voice.tsx";
import { WordsForm } from "../shell/words-form.tsx";
import { Evaluations } from "./evaluations.tsx";
import { planTexts } from "./texts.ts";

type Plan = Schemas["Plan"];

function Goals({ goals }: { readonly goals: Plan["versions"][number]["goals"] }) {
  const t = useMineTexts(planTexts);
  const reader = useReader();
  if (goals.length === 0) return <p>{t.noGoals}</p>;
  return (
    <ul className="mine-goals">
      {goals.map(({ words, patientsOwn }) => (
        <li key={words}>
          {words} {patientsOwn && <span className="subtle">({t.own[reader]})</span>}
        </li>
      ))}
    </ul>
  );
}

function Measures({ measures }: { readonly measures: Plan["versions"][number]["measures"] }) {
  const t = useMineTexts(planTexts);
  const reader = useReader();
  if (measures.length === 0) return null;
  return (
    <>
      <h3 className="ds-heading" data-size="xs">
        {t.measures[reader]}
      </h3>
      <ul className="mine-goals">
        {measures.map(({ what, who, when }) => (
          <li key={`${what} ${who} ${when}`}>
            {what}
            <span className="subtle">
              {" "}
              {t.who}: {who}. {t.when}: {when}.
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Added({ plan }: { readonly plan: Plan }) {
  const t = useMineTexts(planTexts);
  const reader = useReader();
  const { date } = useWords();
  const { asOf } = usePathway();
  if (plan.words.length === 0) return null;
  return (
    <>
      <h3 className="ds-heading" data-size="xs">
        {t.added[reader]}
      </h3>
      <ul className="mine-list">
        {plan.words.map(({ from, words, on }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: words are only ever added at the end
          <li key={at}>
            <p className="subtle">
              {t.from[reader][from]}, {date(on)}
            </p>
            <p className="mine-quote">{words}</p>
          </li>
        ))}
      </ul>
      {plan.answerBy !== null && (
        <p className="subtle">{plan.answerBy < asOf ? t.late : t.answerBy(date(plan.answerBy))}</p>
      )}
    </>
  );
}

function OnePlan({ plan }: { readonly plan: Plan }) {
  const t = useMineTexts(planTexts);
  const age = useAge();
  const reader = useReader();
  const { date } = useWords();
  const last = plan.versions.at(-1);
  if (last === undefined) return null;
  return (
    <section className="ds-card mine-card" aria-label={t.kinds[plan.kind]}>
      <h2 className="ds-heading" data-size="sm">
        {t.kinds[plan.kind]}
      </h2>
      <p className="subtle">
        {t.of(date(last.on), last.number)} {!last.madeTogether && t.alone[reader]}
      </p>
      {last.nextEvaluationOn !== null && <p>{t.evaluation(date(last.nextEvaluationOn))}</p>}
      <h3 className="ds-heading" data-size="xs">
        {t.goals}
      </h3>
      <Goals goals={last.goals} />
      <Measures measures={last.measures} />
      <Added plan={plan} />
      {reader === "own" && (
        <WordsForm
          label={t.addGoal}
          hint={age === "young" ? t.addGoalYoung : t.addGoalHint}
          action={t.add}
          sent={t.added2}
          url={`/api/plans/${plan.planId}/words`}
          body={(words) => ({ words, isGoal: true })}
        />
      )}
    </section>
  );
}

export function PlanPage() {
  const t = useMineTexts(planTexts);
  const age = useAge();
  const { plans = [] } = useMine().data;
  const reader = useReader();
  return (
    <>
      <Heading title={t.title[age]} {...(reader === "own" ? { lead: t.lead[age] } : {})} />
      {plans.length === 0 && (
        <p className="mine-lead">
          {t.none[reader]} <ToVoice />
        </p>
      )}
      <div className="mine-list">
        {plans.map((plan) => (
          <OnePlan key={plan.planId} plan={plan} />
        ))}
        <Evaluations />
      </div>
    </>
  );
}
