// Knows how the patient's legal deadline is shown, with each time it was moved, and how it is moved: only with a reason.
import { type FormEvent, useState } from "react";
import { answered, api, changing } from "../../app/api/client.ts";
import { type Referral, referralQuery } from "../../app/api/referral-queries.ts";
import { useWrite } from "../../app/api/use-write.ts";
import { DateKind } from "../../components/date-kind.tsx";
import { DateText } from "../../components/date-text.tsx";
import { DateField, SelectField } from "../../components/field.tsx";
import { WordsField } from "../../components/words-field.tsx";
import { WriteButton } from "../../components/write-button.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { assessmentTexts } from "./texts.ts";

type Deadline = NonNullable<Referral["legalDeadline"]>;

const REASONS = ["patient-wish", "medical", "capacity"] as const;
type Reason = (typeof REASONS)[number];

interface Move {
  readonly to: string;
  readonly reason: Reason;
  readonly note?: string;
}

interface DeadlineProps {
  readonly referral: Referral;
  readonly version: number;
}

function moveDeadline(referralId: string, version: number, body: Move, key: string) {
  const params = { path: { referralId }, header: changing(key, version) };
  return answered(api.POST("/api/referrals/{referralId}/legal-deadline", { params, body }));
}

function MoveForm({ referral: { referralId, courseId, legalDeadline }, version }: DeadlineProps) {
  const t = useScreenTexts(assessmentTexts);
  const [to, setTo] = useState("");
  const [reason, setReason] = useState<Reason | "">("");
  const [note, setNote] = useState("");
  const write = useWrite(
    (body: Move, key) => moveDeadline(referralId, version, body, key),
    [referralQuery(referralId).queryKey, ["course", courseId], ["work-list"]],
  );
  const isWhole = to !== "" && to !== legalDeadline?.now && reason !== "";
  const words = note.trim();
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!isWhole) return;
    write.send({ to, reason, ...(words === "" ? {} : { note: words }) });
  };
  return (
    <form className="form" onSubmit={send}>
      <p>{t.moveLead}</p>
      <DateField label={t.moveTo} value={to} onChange={setTo} />
      <SelectField
        label={t.moveWhy}
        value={reason}
        onChange={(value) => setReason(REASONS.find((one) => one === value) ?? "")}
      >
        <option value="">{t.choose}</option>
        {REASONS.map((one) => (
          <option key={one} value={one}>
            {t.moveReasons[one]}
          </option>
        ))}
      </SelectField>
      {reason === "capacity" && (
        <div className="ds-alert" data-color="warning">
          <p>{t.capacity}</p>
        </div>
      )}
      <WordsField
        label={t.moveNote}
        hint={t.moveNoteHint}
        rows={2}
        value={note}
        onChange={setNote}
      />
      {!isWhole && <p className="subtle">{t.moveNeeds}</p>}
      <WriteButton write={write} variant="secondary">
        {t.moveNow}
      </WriteButton>
    </form>
  );
}

function Moves({ moves }: Pick<Deadline, "moves">) {
  const t = useScreenTexts(assessmentTexts);
  return (
    <ul className="plain-list" aria-label={t.moves}>
      {moves.map(({ on, from, to, reason, note }) => (
        <li key={`${on} ${from} ${to}`}>
          <DateText on={on} />: {t.movedFrom} <DateText on={from} /> {t.movedTo}{" "}
          <DateText on={to} />. {t.moveReasons[reason]}.{note !== null && ` ${note}`}
        </li>
      ))}
    </ul>
  );
}

/** The law's own date of this patient: never among the recommended times. */
export function LegalDeadline({
  referral,
  version,
  mayMove,
}: DeadlineProps & { readonly mayMove: boolean }) {
  const t = useScreenTexts(assessmentTexts);
  const { legalDeadline } = referral;
  if (legalDeadline === null) return null;
  const { now, original, moves } = legalDeadline;
  return (
    <section className="legal-deadline" aria-labelledby="legal-deadline-title">
      <h3 id="legal-deadline-title" className="ds-heading" data-size="2xs">
        <DateKind kind="legal-deadline" />
      </h3>
      <p className="legal-deadline-now">
        <DateText on={now} />
      </p>
      {moves.length > 0 && (
        <>
          <p>
            {t.firstDate} <DateText on={original} />
          </p>
          <Moves moves={moves} />
        </>
      )}
      {mayMove && (
        <details key={version} className="fold">
          <summary>{t.move}</summary>
          <MoveForm referral={referral} version={version} />
        </details>
      )}
    </section>
  );
}
