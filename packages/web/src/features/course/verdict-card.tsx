// Knows how one verdict is shown: in words, with its dates, and why.
import type { VerdictView } from "../../app/api/contract.ts";
import { DateKind } from "../../components/date-kind.tsx";
import { DateText } from "../../components/date-text.tsx";
import { ToneTag } from "../../components/tone-tag.tsx";
import { inSentence } from "../../i18n/dates.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { Trace } from "./trace.tsx";
import { figuresOf, kindOfVerdict, stateOfVerdict } from "./verdict-words.ts";

interface VerdictProps {
  readonly verdict: VerdictView;
}

function Dates({ verdict }: VerdictProps) {
  const { t, pick } = useTexts();
  const { from, to, end, dueOn, asOf } = verdict;
  const close = to ?? end;
  return (
    <p className="verdict-dates">
      <span>
        {pick(from.name)} <DateText on={from.on} near={asOf} />
        {close !== null && (
          <>
            {" "}
            {t.verdict.to} {inSentence(pick(close.name))} <DateText on={close.on} near={asOf} />
          </>
        )}
      </span>
      {dueOn !== null && (
        <span>
          {t.verdict.lastDay} <DateText on={dueOn} near={asOf} />
        </span>
      )}
      <span>{figuresOf(verdict, t)}</span>
      {verdict.postponed && <span>{t.verdict.postponed}</span>}
    </p>
  );
}

export function VerdictCard({
  verdict,
  open = false,
}: VerdictProps & {
  /** Whether it is told at once why. */
  readonly open?: boolean;
}) {
  const { t, pick } = useTexts();
  const { tone, words } = stateOfVerdict(verdict, t);
  const { reason } = verdict;
  return (
    <article className="verdict" data-tone={tone}>
      <p className="verdict-top">
        <strong>{pick(verdict.title)}</strong>
        <DateKind kind={kindOfVerdict(verdict)} />
        <ToneTag tone={tone}>{words}</ToneTag>
      </p>
      <Dates verdict={verdict} />
      {reason !== null && <p className="subtle">{t.verdict.reasons[reason]}</p>}
      <details className="why" open={open}>
        <summary>{verdict.dueOn === null ? t.trace.summaryUndated : t.trace.summary}</summary>
        <Trace verdict={verdict} />
      </details>
    </article>
  );
}
