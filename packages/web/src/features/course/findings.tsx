// Knows how oddities in a course's log are shown: what is odd, what to do, which records, and how it is mended at once.
import { useRef, useState } from "react";
import type { Course, FindingView, RecordView } from "../../app/api/contract.ts";
import { DateText } from "../../components/date-text.tsx";
import { ToneTag } from "../../components/tone-tag.tsx";
import { inSentence } from "../../i18n/dates.ts";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { CorrectRecord, VoidRecord } from "./change-record.tsx";
import { newDraft } from "./draft.ts";
import { recordAnchor } from "./record-anchor.ts";
import { RegistrationForm } from "./registration-form.tsx";
import { courseTexts } from "./texts.ts";
import { useMayRegister } from "./use-may-register.ts";

type Mend = NonNullable<FindingView["mend"]>;

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

interface ItemProps {
  readonly course: Course;
  readonly finding: FindingView;
}

/** The form that mends it, filled in as far as the finding knows. */
function MendForm({
  course,
  mend,
  onClose,
}: {
  readonly course: Course;
  readonly mend: Mend;
  readonly onClose: () => void;
}) {
  if (mend.by === "register") {
    const initial = { ...newDraft(course.asOf), event: mend.event };
    return <RegistrationForm course={course} initial={initial} focused />;
  }
  const record = course.records.find(({ recordId }) => recordId === mend.recordId);
  if (record === undefined) return null;
  const form = { course, record, onClose, onStale: () => undefined };
  return mend.by === "correct" ? <CorrectRecord {...form} /> : <VoidRecord {...form} />;
}

function useMendWords(course: Course): (mend: Mend) => string {
  const { t: shared, pick, date } = useTexts();
  const t = useScreenTexts(courseTexts);
  return (mend) => {
    if (mend.by === "register") {
      const choice = course.registrable.find(({ event }) => event === mend.event);
      return t.registerThis(choice === undefined ? mend.event : inSentence(pick(choice.name)));
    }
    const record = course.records.find(({ recordId }) => recordId === mend.recordId);
    const name = record?.name == null ? "" : inSentence(pick(record.name));
    const on = record?.occurredOn == null ? "" : date(record.occurredOn);
    return mend.by === "correct"
      ? shared.records.correctThis(name, on)
      : shared.records.voidThis(name, on);
  };
}

function MendIt({ course, mend }: { readonly course: Course; readonly mend: Mend }) {
  const wordsOf = useMendWords(course);
  const [mending, setMending] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setMending(false);
    button.current?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="ds-button mend"
        data-variant="secondary"
        data-size="sm"
        aria-expanded={mending}
        onClick={() => setMending(!mending)}
      >
        {wordsOf(mend)}
      </button>
      {mending && <MendForm course={course} mend={mend} onClose={close} />}
    </>
  );
}

function FindingItem({ course, finding }: ItemProps) {
  const { t, pick } = useTexts();
  const mayRegister = useMayRegister(course);
  const { mend, recordIds } = finding;
  const named = course.records.filter((record) => recordIds.includes(record.recordId));
  return (
    <li className="finding">
      <p>
        <ToneTag tone={TONES[finding.severity]}>{t.course.severities[finding.severity]}</ToneTag>{" "}
        <strong>{pick(finding.message)}</strong>
      </p>
      <p>{pick(finding.advice)}</p>
      <Concerned records={named} />
      {mayRegister && mend !== null && <MendIt course={course} mend={mend} />}
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
            course={course}
            finding={finding}
          />
        ))}
      </ul>
    </section>
  );
}
