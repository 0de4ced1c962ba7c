// Knows how it is shown where the patients of a unit are: phases with how many, and how many over their time.
import { StackedTable } from "../../components/stacked-table.tsx";
import type { PictureView } from "../../components/view-choice.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { Part } from "../leader/part.tsx";
import { PartedBar, Swatch } from "./flow-bars.tsx";
import { byPathway, type Flow, type FlowPhase, useFlowNames } from "./flow-names.ts";
import { flowTexts } from "./texts.ts";

function Words({ phase }: { readonly phase: FlowPhase }) {
  const t = useScreenTexts(flowTexts);
  const { courses, longer, breached } = phase;
  const over = [
    ...(longer > 0 ? [t.longer(longer)] : []),
    ...(breached > 0 ? [t.breached(breached)] : []),
  ];
  return (
    <span className="flow-words">
      <strong>{t.courses(courses)}</strong>
      {over.length > 0 && ` · ${over.join(" · ")}`}
    </span>
  );
}

function Drawn({ phases }: { readonly phases: readonly FlowPhase[] }) {
  const t = useScreenTexts(flowTexts);
  const names = useFlowNames();
  const most = Math.max(...phases.map(({ courses }) => courses));
  return (
    <>
      {byPathway(phases).map(([pathway, own]) => (
        <section key={pathway} className="flow-group">
          <h3 className="ds-heading" data-size="2xs">
            {names.pathway(pathway)}
          </h3>
          <ul className="flow-rows">
            {own.map((phase) => {
              const { courses, longer, breached } = phase;
              return (
                <li key={phase.phase} className="flow-row">
                  <span>{names.phase(phase)}</span>
                  <PartedBar
                    parts={[
                      { kind: "within", share: (courses - longer - breached) / most },
                      { kind: "longer", share: longer / most },
                      { kind: "breached", share: breached / most },
                    ]}
                  />
                  <Words phase={phase} />
                </li>
              );
            })}
          </ul>
        </section>
      ))}
      <ul className="flow-legend" aria-label={t.legend}>
        <Swatch kind="within">{t.within}</Swatch>
        <Swatch kind="longer">{t.longerHead}</Swatch>
        <Swatch kind="breached">{t.breachedHead}</Swatch>
      </ul>
    </>
  );
}

function Table({
  title,
  phases,
}: {
  readonly title: string;
  readonly phases: readonly FlowPhase[];
}) {
  const t = useScreenTexts(flowTexts);
  const names = useFlowNames();
  return (
    <StackedTable
      title={title}
      columns={[t.phase, t.pathway, t.coursesHead, t.longerHead, t.breachedHead]}
      rows={phases.map((phase) => ({
        key: `${phase.pathway}/${phase.phase}`,
        cells: [
          names.phase(phase),
          names.pathway(phase.pathway),
          phase.courses,
          phase.longer,
          phase.breached,
        ],
      }))}
    />
  );
}

export function WherePart({ flow, view }: { readonly flow: Flow; readonly view: PictureView }) {
  const t = useScreenTexts(flowTexts);
  const { phases, courses } = flow;
  const title = t.where(courses);
  return (
    <Part title={title}>
      {phases.length === 0 && <p className="subtle">{t.nobody}</p>}
      {phases.length > 0 && view === "picture" && <Drawn phases={phases} />}
      {phases.length > 0 && view === "table" && <Table title={title} phases={phases} />}
    </Part>
  );
}
