// Knows how one record is shown: what was registered and when, and, if it was taken away, how.
import { useRef, useState } from "react";
import type { Course, RecordView } from "../../app/api/contract.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { CorrectRecord, VoidRecord } from "./change-record.tsx";
import { recordAnchor } from "./record-anchor.ts";
import type { RecordEntry } from "./timeline.ts";
import { useMayRegister } from "./use-may-register.ts";

function What({ record }: { readonly record: RecordView }) {
  const { t, pick } = useTexts();
  const facts = [
    ...(record.outcomeName === null ? [] : [pick(record.outcomeName)]),
    ...(record.careLevel === null ? [] : [t.careLevels[record.careLevel]]),
  ];
  return (
    <>
      <strong>{record.name === null ? record.event : pick(record.name)}</strong>
      {facts.length > 0 && `: ${facts.join(" · ")}`}
    </>
  );
}

function StateWords({ record, voidedBy }: RecordEntry) {
  const { t, instant } = useTexts();
  switch (record.state) {
    case "voided":
      return <> {voidedBy ? t.records.voidedAt(instant(voidedBy.recordedAt)) : t.records.voided}</>;
    case "replaced":
      return <> {t.records.replaced}</>;
    case "future":
      return <> {t.records.future}</>;
    case "counts":
      return record.corrects === null ? null : <> {t.records.corrects}</>;
  }
}

interface ActionsProps {
  readonly course: Course;
  readonly record: RecordView;
  /** Whether to stay though the record no longer counts: a form with something in it does. */
  readonly onHold: (held: boolean) => void;
}

function Actions({ course, record, onHold }: ActionsProps) {
  const { t, pick, date } = useTexts();
  const [action, setAction] = useState<"correct" | "void">();
  const buttons = useRef<HTMLParagraphElement>(null);
  const close = (): void => {
    setAction(undefined);
    onHold(false);
    buttons.current?.querySelector("button")?.focus();
  };
  const name = record.name === null ? "" : pick(record.name);
  const on = record.occurredOn === null ? "" : date(record.occurredOn);
  const form = { course, record, onClose: close, onStale: () => onHold(true) };
  const button = { type: "button", className: "ds-button", "data-variant": "tertiary" } as const;
  return (
    <>
      <p className="record-actions" ref={buttons}>
        <button
          {...button}
          aria-label={t.records.correctThis(name, on)}
          aria-expanded={action === "correct"}
          onClick={() => setAction(action === "correct" ? undefined : "correct")}
        >
          {t.records.correct}
        </button>
        <button
          {...button}
          aria-label={t.records.voidThis(name, on)}
          aria-expanded={action === "void"}
          onClick={() => setAction(action === "void" ? undefined : "void")}
        >
          {t.records.void}
        </button>
      </p>
      {action === "correct" && <CorrectRecord {...form} />}
      {action === "void" && <VoidRecord {...form} />}
    </>
  );
}

export function RecordItem({
  course,
  entry,
}: {
  readonly course: Course;
  readonly entry: RecordEntry;
}) {
  const { t, instant } = useTexts();
  const { record } = entry;
  const [held, setHeld] = useState(false);
  const mayRegister = useMayRegister(course);
  const taken = record.state === "voided" || record.state === "replaced";
  const isVoid = record.voids !== null;
  return (
    <div className="record" id={recordAnchor(record.recordId)} data-state={record.state}>
      <p>
        {isVoid && t.records.voidsVoid}
        {!isVoid &&
          (taken ? (
            <del>
              <What record={record} />
            </del>
          ) : (
            <What record={record} />
          ))}
      </p>
      <p className="subtle record-made">
        {t.records.registered(instant(record.recordedAt))}
        {record.code !== null && ` · ${t.records.code} ${record.code}`}.
        <StateWords {...entry} />
      </p>
      {mayRegister && (!taken || held) && !isVoid && (
        <Actions course={course} record={record} onHold={setHeld} />
      )}
    </div>
  );
}
