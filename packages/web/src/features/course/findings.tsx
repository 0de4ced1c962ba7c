// Knows how oddities in a course's log are shown: what is odd, what to do, which records.
import type { Course, FindingView, RecordView } from "../../app/api/contract.ts";
import { DateText } from "../../components/date-text.tsx";
import { ToneTag } from "../../components/tone-tag.tsx";
import { useTexts } from "../../i18n/texts-context.tsx";
import { recordAnchor } from "./record-anchor.ts";

const TONES = { error: "breach", warning: "over", info: "calm" } as const;

function Concerned({ records }: { readonly records: readonly RecordView[] }) {
  const { t, pick } = useTexts();
  if (records.length === 0) return null;
  return (
    <p className="subtle">
      {t.course.concerns}:{" "}
      {records.map((record, at) => (
        <span key={record.recordId}>
          {at > 0 && ", "}
          <a className="ds-link" href={`#${recordAnchor(record.recordId)}`}>
            {record.name !== null && pick(record.name)}{" "}
            {record.occurredOn !== null && <DateText on={record.occurredOn} />}
          </a>
        </span>
      ))}
    </p>
  );
}

function FindingItem({
  finding,
  records,
}: {
  readonly finding: FindingView;
  readonly records: readonly RecordView[];
}) {
  const { t, pick } = useTexts();
  const named = records.filter((record) => finding.recordIds.includes(record.recordId));
  return (
    <li className="finding">
      <p>
        <ToneTag tone={TONES[finding.severity]}>{t.course.severities[finding.severity]}</ToneTag>{" "}
        <strong>{pick(finding.message)}</strong>
      </p>
      <p>{pick(finding.advice)}</p>
      <Concerned records={named} />
    </li>
  );
}

export function Findings({ course }: { readonly course: Course }) {
  const { t } = useTexts();
  if (course.findings.length === 0) return null;
  return (
    <section aria-labelledby="findings">
      <h2 id="findings" className="ds-heading" data-size="xs">
        {t.course.findings} <span className="subtle">({course.findings.length})</span>
      </h2>
      <ul className="findings">
        {course.findings.map((finding) => (
          <FindingItem
            key={`${finding.id} ${finding.recordIds.join(" ")}`}
            finding={finding}
            records={course.records}
          />
        ))}
      </ul>
    </section>
  );
}
