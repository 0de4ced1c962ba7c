// Knows what is on its way into a unit and out of it: referrals that wait, and courses that are being handed over.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { answered, api, type Schemas } from "../../app/api/client.ts";
import type { Texts } from "../../app/api/contract.ts";
import { DateKind } from "../../components/date-kind.tsx";
import { DateText } from "../../components/date-text.tsx";
import { Failure } from "../../components/failure.tsx";
import { Loading } from "../../components/loading.tsx";
import { timeLeft } from "../../components/time-left.ts";
import { ToneTag } from "../../components/tone-tag.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { pathwayName } from "./names.ts";
import { listTexts } from "./texts.ts";

function useInAndOut(unitId: string) {
  const params = { path: { unitId } };
  const referrals = useQuery({
    queryKey: ["work-list", unitId, "referrals"],
    queryFn: ({ signal }) => answered(api.GET("/api/units/{unitId}/referrals", { params, signal })),
  });
  const transfers = useQuery({
    queryKey: ["work-list", unitId, "transfers"],
    queryFn: ({ signal }) => answered(api.GET("/api/units/{unitId}/transfers", { params, signal })),
  });
  return { referrals, transfers };
}

function PatientLink({
  courseId,
  patient,
}: {
  readonly courseId: string;
  readonly patient: Schemas["Patient"];
}) {
  const { t } = useTexts();
  return (
    <>
      <Link to="/courses/$courseId" params={{ courseId }} className="ds-link row-patient">
        {patient.name ?? t.list.unnamed(patient.patientId)}
      </Link>{" "}
      {patient.birthYear !== null && (
        <span className="subtle">{t.list.born(patient.birthYear)}</span>
      )}
    </>
  );
}

type Referral = Awaited<ReturnType<typeof readReferrals>>["rows"][number];
const readReferrals = (unitId: string) =>
  answered(api.GET("/api/units/{unitId}/referrals", { params: { path: { unitId } } }));

function Referrals({
  rows,
  names,
}: {
  readonly rows: readonly Referral[];
  readonly names: Texts | undefined;
}) {
  const { t, pick } = useTexts();
  const own = useScreenTexts(listTexts);
  if (rows.length === 0) return <p className="empty">{own.noReferrals}</p>;
  return (
    <ul className="cards">
      {rows.map(
        ({ referralId, courseId, patient, pathway, dueOn, daysLeft, missing, receivedOn }) => {
          const left = timeLeft(daysLeft, "statutory", t);
          return (
            <li key={referralId} className="card">
              <p className="card-top">
                <span>
                  <PatientLink courseId={courseId} patient={patient} />
                </span>
                <ToneTag tone={left.tone}>{left.words}</ToneTag>
              </p>
              <p className="card-pathway">
                <span>{pick(pathwayName(names, pathway))}</span>
                {missing > 0 && <span className="row-findings">{own.waitsFor(missing)}</span>}
              </p>
              <p className="card-date">
                <span>
                  {own.received} <DateText on={receivedOn} />
                </span>
                <span>
                  {own.due} <DateText on={dueOn} />
                </span>
                <DateKind kind="statutory" />
              </p>
            </li>
          );
        },
      )}
    </ul>
  );
}

function Transfers({
  transfers,
  toHere,
}: {
  readonly transfers: readonly Schemas["Transfer"][];
  readonly toHere: boolean;
}) {
  const own = useScreenTexts(listTexts);
  if (transfers.length === 0) return <p className="empty">{own.noTransfers}</p>;
  return (
    <ul className="cards">
      {transfers.map((one) => (
        <li key={one.transferId} className="card">
          <p className="card-top">
            <span>
              <PatientLink courseId={one.courseId} patient={one.patient} />
            </span>
            <span>{toHere ? `${own.from} ${one.fromUnitName}` : `${own.to} ${one.toName}`}</span>
          </p>
          <p className="card-date">
            <span>
              {own.offered} <DateText on={one.offeredOn} />
            </span>
            {one.dueOn !== null && (
              <span>
                {own.due} <DateText on={one.dueOn} />
              </span>
            )}
          </p>
          <p className="subtle">
            {own.reason}: {one.reason}
          </p>
        </li>
      ))}
    </ul>
  );
}

export function InAndOut({
  unitId,
  names,
}: {
  readonly unitId: string;
  readonly names: Texts | undefined;
}) {
  const own = useScreenTexts(listTexts);
  const { referrals, transfers } = useInAndOut(unitId);
  const error = referrals.error ?? transfers.error;
  if (error !== null) {
    return (
      <Failure
        error={error}
        onRetry={() => {
          void referrals.refetch();
          void transfers.refetch();
        }}
      />
    );
  }
  if (referrals.data === undefined || transfers.data === undefined) return <Loading />;
  const { toHere, fromHere } = transfers.data;
  return (
    <div className="in-and-out">
      <section aria-label={own.referrals}>
        <h2 className="ds-heading" data-size="2xs">
          {own.referrals}
        </h2>
        <Referrals rows={referrals.data.rows} names={names} />
      </section>
      <section aria-label={own.toHere}>
        <h2 className="ds-heading" data-size="2xs">
          {own.toHere}
        </h2>
        <Transfers transfers={toHere} toHere />
      </section>
      <section aria-label={own.fromHere}>
        <h2 className="ds-heading" data-size="2xs">
          {own.fromHere}
        </h2>
        <Transfers transfers={fromHere} toHere={false} />
      </section>
    </div>
  );
}
