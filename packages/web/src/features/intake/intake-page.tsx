// Knows the page of the referrals that wait at a unit, by the day the law gives.
import "./intake.css";
import { useQuery } from "@tanstack/react-query";
import { type WaitingReferral, waitingReferralsQuery } from "../../app/api/referral-queries.ts";
import { ColumnHeads } from "../../components/column-heads.tsx";
import { DateText } from "../../components/date-text.tsx";
import { Failure } from "../../components/failure.tsx";
import { Loading } from "../../components/loading.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { useWideScreen } from "../../components/use-wide-screen.ts";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { intakeTexts } from "./texts.ts";
import { ContentPiece, DuePiece, LeftPiece, PathwayPiece, PatientPiece } from "./waiting-row.tsx";

interface RowsProps {
  readonly rows: readonly WaitingReferral[];
}

function WaitingTable({ rows }: RowsProps) {
  const t = useScreenTexts(intakeTexts);
  const columns = [t.patient, t.pathway, t.received, t.assessBy, t.left, t.content];
  return (
    <table className="ds-table intake-table" data-size="sm">
      <caption className="visually-hidden">{t.title}</caption>
      <ColumnHeads columns={columns} />
      <tbody>
        {rows.map((row) => (
          <tr key={row.referralId}>
            <th scope="row">
              <PatientPiece row={row} />
            </th>
            <td>
              <PathwayPiece row={row} />
            </td>
            <td>
              <DateText on={row.receivedOn} />
            </td>
            <td>
              <DuePiece row={row} />
            </td>
            <td>
              <LeftPiece row={row} />
            </td>
            <td>
              <ContentPiece row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function WaitingCards({ rows }: RowsProps) {
  const t = useScreenTexts(intakeTexts);
  return (
    <ul className="plain-list" aria-label={t.title}>
      {rows.map((row) => (
        <li key={row.referralId} className="intake-card">
          <p className="intake-top">
            <span>
              <PatientPiece row={row} />
            </span>
            <LeftPiece row={row} />
          </p>
          <p>
            <PathwayPiece row={row} />
          </p>
          <p>
            <DuePiece row={row} />
          </p>
          <p className="subtle">
            {t.received} <DateText on={row.receivedOn} /> · <ContentPiece row={row} />
          </p>
        </li>
      ))}
    </ul>
  );
}

export function IntakePage({ unitId }: { readonly unitId: string }) {
  const t = useScreenTexts(intakeTexts);
  const wide = useWideScreen();
  const list = useQuery(waitingReferralsQuery(unitId));
  const rows = list.data?.rows ?? [];
  return (
    <>
      <PageHeading title={t.title}>{t.title}</PageHeading>
      <p className="lead">{t.lead}</p>
      {list.isPending && <Loading />}
      {list.isError && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && rows.length === 0 && <p className="empty">{t.empty}</p>}
      {rows.length > 0 && (wide ? <WaitingTable rows={rows} /> : <WaitingCards rows={rows} />)}
      {list.data?.next != null && <p className="subtle">{t.more}</p>}
    </>
  );
}
