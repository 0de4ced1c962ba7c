// Knows how one verdict is shown: in words, with its dates, and why.
import type { VerdictView } from "../../app/api/contract.ts";
import { DateKind } from "../../components/date-kind.tsx";
import { DateText } from "../../components/date-text.tsx";
import { timeLeft } from "../../components/time-left.ts";
import { ToneTag } from "../../components/tone-tag.tsx";
import { inSentence } from "../../i18n/dates.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { daysUntil } from "./days-until.ts";
import { Trace } from "./trace.tsx";
import { figuresOf, kindOfVerdict, type VerdictWords, verdictLabel } from "./verdict-words.ts";

interface VerdictProps {
  readonly verdict: VerdictView;
}

function useLabel(verdict: VerdictView): VerdictWords {
  const { t } = useTexts();
  const { open, dueOn, asOf, standing, reason } = verdict;
  if (open && dueOn !== null) return timeLeft(daysUntil(dueOn, asOf), kindOfVerdict(verdict), t);
  return verdictLabel(verdict.verdict, standing, reason === "too-early", t);
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

export function VerdictCard({ verdict }: VerdictProps) {
  const { t, pick } = useTexts();
  const { tone, words } = useLabel(verdict);
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
      <details className="why">
        <summary>{verdict.dueOn === null ? t.trace.summaryUndated : t.trace.summary}</summary>
        <Trace verdict={verdict} />
      </details>
    </article>
  );
}
