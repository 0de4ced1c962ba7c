// Knows the lists of a unit's flow: what its courses wait for, and who came and went.
import { DateKind } from "../../components/date-kind.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { Part, PartTable } from "../leader/part.tsx";
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
        <PartTable title={t.waits} columns={[t.step, t.pathway, t.kind, t.coursesHead, t.passed]}>
          {waits.map((wait) => (
            <tr key={`${wait.pathway}/${wait.step}/${wait.kind}`}>
              <th scope="row">{names.step(wait)}</th>
              <td>{names.pathway(wait.pathway)}</td>
              <td>{wait.kind === null ? t.noDate : <DateKind kind={wait.kind} />}</td>
              <td>{wait.courses}</td>
              <td>{passed(wait)}</td>
            </tr>
          ))}
        </PartTable>
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
        <PartTable title={t.transfers} columns={[t.direction, t.reach, t.done, t.waiting]}>
          {transfers.map(({ direction, reach, done, waiting }) => (
            <tr key={`${direction}/${reach}`}>
              <th scope="row">{t.directions[direction]}</th>
              <td>{t.reaches[reach]}</td>
              <td>{done}</td>
              <td>{waiting}</td>
            </tr>
          ))}
        </PartTable>
      )}
    </Part>
  );
}
