// Knows the lists of a unit's flow: what its courses wait for, and who came and went.
import { DateKind } from "../../components/date-kind.tsx";
import { StackedTable } from "../../components/stacked-table.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { Part } from "../leader/part.tsx";
import { type Flow, type FlowWait, useFlowNames } from "./flow-names.ts";
import { flowTexts } from "./texts.ts";

const STATUTORY: readonly FlowWait["kind"][] = ["legal-deadline", "statutory"];

/** A breached deadline is never said like what is only longer than recommended. */
function usePassedWords(): (wait: FlowWait) => string {
  const t = useScreenTexts(flowTexts);
  return ({ kind, over }) => {
    if (over === 0) return t.none;
    return STATUTORY.includes(kind) ? t.passedStatutory(over) : t.passedOther(over);
  };
}

export function WaitsPart({ flow: { waits } }: { readonly flow: Flow }) {
  const t = useScreenTexts(flowTexts);
  const names = useFlowNames();
  const passed = usePassedWords();
  return (
    <Part title={t.waits}>
      <p className="subtle">{t.waitsLead}</p>
      {waits.length === 0 ? (
        <p className="subtle">{t.nobody}</p>
      ) : (
        <StackedTable
          title={t.waits}
          columns={[t.step, t.pathway, t.kind, t.coursesHead, t.passed]}
          rows={waits.map((wait) => ({
            key: `${wait.pathway}/${wait.step}/${wait.kind}`,
            cells: [
              names.step(wait),
              names.pathway(wait.pathway),
              wait.kind === null ? t.noDate : <DateKind key="kind" kind={wait.kind} />,
              wait.courses,
              passed(wait),
            ],
          }))}
        />
      )}
    </Part>
  );
}

export function TransfersPart({ flow: { transfers } }: { readonly flow: Flow }) {
  const t = useScreenTexts(flowTexts);
  return (
    <Part title={t.transfers}>
      {transfers.length === 0 ? (
        <p className="subtle">{t.noTransfers}</p>
      ) : (
        <StackedTable
          title={t.transfers}
          columns={[t.direction, t.reach, t.done, t.waiting]}
          rows={transfers.map(({ direction, reach, done, waiting }) => ({
            key: `${direction}/${reach}`,
            cells: [t.directions[direction], t.reaches[reach], done, waiting],
          }))}
        />
      )}
    </Part>
  );
}
