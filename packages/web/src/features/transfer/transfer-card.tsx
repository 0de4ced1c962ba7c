// Knows how one transfer is read, and answered by whoever is to.
import { Link } from "@tanstack/react-router";
import { useWrite } from "../../app/api/use-write.ts";
import { ReasonForm } from "../../components/reason-form.tsx";
import { WriteButton } from "../../components/write-button.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { transferTexts } from "./texts.ts";
import {
  acceptTransfer,
  declineTransfer,
  type Transfer,
  withdrawTransfer,
} from "./transfer-queries.ts";

interface CardProps {
  readonly transfer: Transfer;
  /** What whoever reads may do with it. */
  readonly may: "answer" | "withdraw" | "read";
}

const CHANGED = [["course"], ["unit-transfers"], ["work-list"], ["tasks"]];

function Answer({ transferId }: Pick<Transfer, "transferId">) {
  const t = useScreenTexts(transferTexts);
  const accept = useWrite((id: string, key) => acceptTransfer(id, key), CHANGED);
  const decline = useWrite(
    (reason: string, key) => declineTransfer(transferId, reason, key),
    CHANGED,
  );
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          accept.send(transferId);
        }}
      >
        <WriteButton write={accept}>{t.accept}</WriteButton>
      </form>
      <ReasonForm title={t.decline} label={t.reason} button={t.decline} write={decline} />
    </>
  );
}

function Withdraw({ transferId }: Pick<Transfer, "transferId">) {
  const t = useScreenTexts(transferTexts);
  const write = useWrite(
    (reason: string, key) => withdrawTransfer(transferId, reason, key),
    CHANGED,
  );
  return <ReasonForm title={t.withdraw} label={t.reason} button={t.withdraw} write={write} />;
}

export function TransferCard({ transfer, may }: CardProps) {
  const t = useScreenTexts(transferTexts);
  const { date, t: all } = useTexts();
  const { patient, fromUnitName, toName, offeredOn, dueOn, state, newCourseId } = transfer;
  const name = patient.name ?? all.list.unnamed(patient.patientId);
  return (
    <article className="form-block" aria-label={name}>
      <p>
        <strong>{name}</strong> · {t.states[state]}
        {state === "offered" && dueOn !== null && ` · ${t.answerBy(date(dueOn))}`}
      </p>
      <p className="subtle">{t.offered(fromUnitName, toName, date(offeredOn))}</p>
      <p className="said">{transfer.reason}</p>
      {transfer.summary !== null && <p className="said">{transfer.summary}</p>}
      {transfer.answer !== null && <p className="said">{transfer.answer}</p>}
      {newCourseId !== null && (
        <Link to="/courses/$courseId" params={{ courseId: newCourseId }} className="ds-link">
          {t.newCourse}
        </Link>
      )}
      {state === "offered" && may === "answer" && <Answer transferId={transfer.transferId} />}
      {state === "offered" && may === "withdraw" && (
        <>
          <p className="subtle">{t.responsible}</p>
          <Withdraw transferId={transfer.transferId} />
        </>
      )}
    </article>
  );
}
