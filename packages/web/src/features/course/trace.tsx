// Knows how "why this date?" is answered from what the verdict carries.
import type { ReactNode } from "react";
import type { RecordPoint, VerdictView } from "../../app/api/contract.ts";
import { DateText } from "../../components/date-text.tsx";
import { inSentence } from "../../i18n/dates.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { SourceText } from "./source-text.tsx";
import { limitWords } from "./verdict-words.ts";

interface TraceProps {
  readonly verdict: VerdictView;
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="trace-line">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Sum({ verdict }: TraceProps) {
  const { t, pick, date } = useTexts();
  const { from, dueOn, limitDays, count } = verdict;
  if (dueOn === null) return null;
  const name = pick(from.name);
  if (limitDays === null)
    return <p>{t.trace.given(inSentence(name), date(from.on), date(dueOn))}</p>;
  const days = count === "working-days" ? t.workingDays(limitDays) : t.days(limitDays);
  return <p>{t.trace.sum(name, date(from.on), days, date(dueOn))}</p>;
}

function Point({ point }: { readonly point: RecordPoint }) {
  const { pick } = useTexts();
  return (
    <>
      {pick(point.name)} <DateText on={point.on} />
    </>
  );
}

function limitCaseWords(verdict: VerdictView, t: ReturnType<typeof useTexts>["t"]): string {
  const { careLevel = null, severity = null } = verdict.limitCase ?? {};
  const words = [
    ...(careLevel === null ? [] : [t.careLevels[careLevel]]),
    ...(severity === null ? [] : [t.severities[severity]]),
  ];
  return words.length === 0 ? t.trace.anyCase : words.join(", ");
}

function Limit({ verdict }: TraceProps) {
  const { t, pick } = useTexts();
  const fixed = verdict.limitDays === null && verdict.dueOn !== null;
  const name = pick(verdict.from.name);
  const counted = verdict.count === "working-days" ? t.trace.working(name) : t.trace.calendar(name);
  if (fixed) return <Line name={t.trace.counted}>{t.trace.fixed}</Line>;
  return (
    <>
      <Line name={t.trace.limit}>{limitWords(verdict, t) ?? t.trace.unknownLimit}</Line>
      <Line name={t.trace.limitCase}>{limitCaseWords(verdict, t)}</Line>
      <Line name={t.trace.counted}>{counted}</Line>
    </>
  );
}

function Sources({ verdict }: TraceProps) {
  const { t } = useTexts();
  const { source, limitSource } = verdict;
  const sure = limitSource ?? source;
  const other =
    limitSource !== null &&
    (limitSource.ref !== source.ref || limitSource.section !== source.section);
  return (
    <>
      <Line name={t.trace.source}>
        <SourceText source={source} />
      </Line>
      {other && (
        <Line name={t.trace.limitSource}>
          <SourceText source={limitSource} />
        </Line>
      )}
      <Line name={t.trace.evidence}>{t.trace.evidenceWords[sure.evidence]}</Line>
    </>
  );
}

export function Trace({ verdict }: TraceProps) {
  const { t, pick } = useTexts();
  const { from, to, end } = verdict;
  return (
    <div className="trace">
      <Sum verdict={verdict} />
      {verdict.note !== null && <p>{pick(verdict.note)}</p>}
      <dl>
        <Line name={t.trace.rule}>
          {pick(verdict.title)} <code>{verdict.ruleId}</code>
        </Line>
        <Line name={t.trace.from}>
          <Point point={from} />
        </Line>
        <Line name={t.trace.to}>{to === null ? t.trace.notYet : <Point point={to} />}</Line>
        {end !== null && (
          <Line name={t.trace.end}>
            <Point point={end} />
          </Line>
        )}
        <Limit verdict={verdict} />
        <Sources verdict={verdict} />
        <Line name={t.trace.edition}>
          <DateText on={verdict.edition} />
        </Line>
        <Line name={t.trace.asOf}>
          <DateText on={verdict.asOf} />
        </Line>
      </dl>
      {verdict.postponed && <p>{t.trace.postponed}</p>}
    </div>
  );
}
