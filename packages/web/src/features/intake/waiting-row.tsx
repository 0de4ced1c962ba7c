// Knows the pieces that a referral in the list of those that wait is shown with, in a table or on a card.
import { Link } from "@tanstack/react-router";
import type { WaitingReferral } from "../../app/api/referral-queries.ts";
import { useNames } from "../../app/api/use-names.ts";
import { DateKind } from "../../components/date-kind.tsx";
import { DateText } from "../../components/date-text.tsx";
import { timeLeft } from "../../components/time-left.ts";
import { ToneTag } from "../../components/tone-tag.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { intakeTexts } from "./texts.ts";

interface RowProps {
  readonly row: WaitingReferral;
}

export function PatientPiece({ row: { referralId, patient } }: RowProps) {
  const t = useScreenTexts(intakeTexts);
  const { t: common } = useTexts();
  return (
    <>
      <Link to="/referrals/$referralId" params={{ referralId }} className="ds-link row-patient">
        {patient.name ?? t.unnamed(patient.patientId)}
      </Link>{" "}
      {patient.birthYear !== null && (
        <span className="subtle">{common.list.born(patient.birthYear)}</span>
      )}
    </>
  );
}

export function PathwayPiece({ row }: RowProps) {
  return <>{useNames().pathway(row.pathway)}</>;
}

/** What is looked at the same day has no day of the law beside it. */
export function DuePiece({ row }: RowProps) {
  const t = useScreenTexts(intakeTexts);
  if (row.urgency === "emergency") {
    return <strong>{t.urgencies.emergency}</strong>;
  }
  return (
    <>
      <DateText on={row.dueOn} /> <DateKind kind="statutory" />
    </>
  );
}

export function LeftPiece({ row }: RowProps) {
  const t = useScreenTexts(intakeTexts);
  const { t: common } = useTexts();
  if (row.urgency === "emergency") {
    const waited = -row.daysLeft;
    const words = waited === 0 ? t.emergencyToday : t.emergencySince(common.days(waited));
    return <ToneTag tone="breach">{words}</ToneTag>;
  }
  const { tone, words } = timeLeft(row.daysLeft, "statutory", common);
  return <ToneTag tone={tone}>{words}</ToneTag>;
}

export function ContentPiece({ row }: RowProps) {
  const t = useScreenTexts(intakeTexts);
  return (
    <>
      {row.missing === 0 ? t.complete : t.missing(row.missing)}
      {row.urgency === "soon" && <strong> · {t.urgencies.soon}</strong>}
    </>
  );
}
