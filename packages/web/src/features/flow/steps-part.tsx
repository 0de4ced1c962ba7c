// Knows how it is shown how long each step took: half and nine of ten, and how many longer than their time.
import { StackedTable } from "../../components/stacked-table.tsx";
import type { PictureView } from "../../components/view-choice.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { Part } from "../leader/part.tsx";
import { SpreadBar } from "./flow-bars.tsx";
import { byPathway, type Flow, type FlowStep, useFlowNames } from "./flow-names.ts";
import { flowTexts } from "./texts.ts";

function useOverWords(): (step: FlowStep) => string {
  const t = useScreenTexts(flowTexts);
  return ({ over, limited, standing }) =>
    limited === null || limited === 0 || over === null
      ? t.noLimit
      : t.overOf(over, limited, standing);
}

function Words({ step }: { readonly step: FlowStep }) {
  const t = useScreenTexts(flowTexts);
  const names = useFlowNames();
  const overWords = useOverWords();
  const { ruleId, taken, median, p90 } = step;
  if (median === null || p90 === null) return <span className="flow-words">{t.few(taken)}</span>;
  return (
    <span className="flow-words">
      <strong>{t.medianOf(names.days(ruleId, median))}</strong>
      {` · ${t.p90Of(names.days(ruleId, p90))} · ${t.takenOf(taken)} · ${overWords(step)}`}
    </span>
  );
}

function Drawn({ steps }: { readonly steps: readonly FlowStep[] }) {
  const names = useFlowNames();
  const longest = Math.max(1, ...steps.map(({ p90 }) => p90 ?? 0));
  return byPathway(steps).map(([pathway, own]) => (
    <section key={pathway} className="flow-group">
      <h3 className="ds-heading" data-size="2xs">
        {names.pathway(pathway)}
      </h3>
      <ul className="flow-rows">
        {own.map((step) => (
          <li key={step.ruleId} className="flow-row">
            <span>{names.rule(step)}</span>
            {step.median !== null && step.p90 !== null && (
              <SpreadBar
                median={Math.max(0, step.median / longest)}
                p90={Math.max(0, step.p90 / longest)}
              />
            )}
            <Words step={step} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

function Table({ steps }: { readonly steps: readonly FlowStep[] }) {
  const t = useScreenTexts(flowTexts);
  const { t: all } = useTexts();
  const names = useFlowNames();
  const overWords = useOverWords();
  return (
    <StackedTable
      title={t.steps}
      columns={[t.step, t.pathway, t.kind, t.taken, t.median, t.p90, t.over]}
      rows={steps.map((step) => {
        const { ruleId, pathway, standing, taken, median, p90 } = step;
        const times =
          median === null || p90 === null
            ? [t.few(taken)]
            : [names.days(ruleId, median), names.days(ruleId, p90), overWords(step)];
        return {
          key: `${pathway}/${ruleId}`,
          cells: [names.rule(step), names.pathway(pathway), all.kinds[standing], taken, ...times],
        };
      })}
    />
  );
}

export function StepsPart({ flow, view }: { readonly flow: Flow; readonly view: PictureView }) {
  const t = useScreenTexts(flowTexts);
  const { date } = useTexts();
  const { steps, from, until } = flow;
  return (
    <Part title={t.steps}>
      <p className="subtle">
        {t.stepsLead} {t.fromUntil(date(from), date(until))}
      </p>
      {steps.length === 0 && <p className="subtle">{t.noSteps}</p>}
      {steps.length > 0 && view === "picture" && <Drawn steps={steps} />}
      {steps.length > 0 && view === "table" && <Table steps={steps} />}
    </Part>
  );
}
