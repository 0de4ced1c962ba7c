// Knows the pieces that a course in the work list is shown with, in a table or on a card.
import { Link } from "@tanstack/react-router";
import type { Texts, WorkRow } from "../../app/api/contract.ts";
import { DateKind } from "../../components/date-kind.tsx";
import { DateText } from "../../components/date-text.tsx";
import { timeLeft } from "../../components/time-left.ts";
import { ToneTag } from "../../components/tone-tag.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { RegisterButton } from "../course/quick-registration.tsx";
import { eventName, pathwayName, phaseName } from "./names.ts";
import { listTexts } from "./texts.ts";
import { whySentence } from "./why-sentence.ts";

export interface RowProps {
  readonly row: WorkRow;
  readonly asOf: string;
  readonly names: Texts | undefined;
  /** A colleague has just changed it. */
  readonly fresh?: boolean;
}

function FindingCounts({ row }: Pick<RowProps, "row">) {
  const { t } = useTexts();
  const { error, warning } = row.findings;
  if (error + warning === 0) return null;
  const words = [
    ...(error > 0 ? [t.list.errors(error)] : []),
    ...(warning > 0 ? [t.list.warnings(warning)] : []),
  ];
  return <span className="row-findings">{words.join(" · ")}</span>;
}

export function PatientCell({ row, fresh = false }: Pick<RowProps, "row" | "fresh">) {
  const { t } = useTexts();
  const own = useScreenTexts(listTexts);
  const { patient } = row;
  return (
    <>
      <Link
        to="/courses/$courseId"
        params={{ courseId: row.courseId }}
        className="ds-link row-patient"
      >
        {patient.name ?? t.list.unnamed(patient.patientId)}
      </Link>{" "}
      {patient.birthYear !== null && (
        <span className="subtle">{t.list.born(patient.birthYear)}</span>
      )}
      {fresh && <span className="row-fresh">{own.justChanged}</span>}
      <RegisterButton
        courseId={row.courseId}
        patient={patient.name ?? t.list.unnamed(patient.patientId)}
      />
      <FindingCounts row={row} />
    </>
  );
}

export function PathwayCell({ row, names }: Omit<RowProps, "asOf">) {
  const { t, pick } = useTexts();
  const phase =
    row.phase === null ? t.list.noPhase : pick(phaseName(names, row.pathway, row.phase));
  return (
    <>
      <span className="row-pathway">{pick(pathwayName(names, row.pathway))}</span>
      <span className="row-second subtle">{phase}</span>
    </>
  );
}

export function StepCell({ row, names }: Omit<RowProps, "asOf">) {
  const { t, pick } = useTexts();
  return <>{row.nextStep === null ? t.list.noStep : pick(eventName(names, row.nextStep))}</>;
}

export function NextDateCell({ row }: Pick<RowProps, "row">) {
  if (row.nextDate === null) return null;
  return (
    <>
      <DateText on={row.nextDate.on} />
      <DateKind kind={row.nextDate.kind} />
    </>
  );
}

export function TimeLeftCell({ row }: Pick<RowProps, "row">) {
  const { t } = useTexts();
  if (row.nextDate === null || row.daysLeft === null) return null;
  const { tone, words } = timeLeft(row.daysLeft, row.nextDate.kind, t);
  return <ToneTag tone={tone}>{words}</ToneTag>;
}

export function WhyCell({ row, asOf, names }: RowProps) {
  const texts = useTexts();
  const evidence = row.why?.evidence ?? "verified";
  return (
    <>
      {whySentence(row.why, asOf, names, texts)}
      {evidence !== "verified" && <span className="subtle"> ({texts.t.evidence[evidence]})</span>}
    </>
  );
}

export function LastEventCell({ row, names }: Omit<RowProps, "asOf">) {
  const { pick } = useTexts();
  return (
    <>
      {pick(eventName(names, row.lastEvent))}{" "}
      <span className="row-second subtle">
        <DateText on={row.lastEventOn} />
      </span>
    </>
  );
}
