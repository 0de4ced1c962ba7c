// Knows the page of agreements between trust and municipality, with where each reaches the other.
import "./agreements.css";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import {
  type Agreement,
  agreementsQuery,
  dueAgreementsQuery,
} from "../../app/api/agreement-queries.ts";
import { sessionQuery } from "../../app/api/queries.ts";
import { DateText } from "../../components/date-text.tsx";
import { Failure } from "../../components/failure.tsx";
import { Loading } from "../../components/loading.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { ToneTag } from "../../components/tone-tag.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { NewAgreementPart } from "./new-agreement.tsx";
import { AgreementWays } from "./review-agreement.tsx";
import { agreementTexts } from "./texts.ts";

function Contacts({ contacts }: Pick<Agreement, "contacts">) {
  const t = useScreenTexts(agreementTexts);
  return (
    <div>
      <h3 className="ds-heading" data-size="2xs">
        {t.contacts}
      </h3>
      <ul className="plain-list">
        {contacts.map(({ side, name, telephone, email }) => (
          <li key={`${side} ${name} ${telephone}`}>
            <span className="subtle">{t.sides[side]}:</span> {name} ·{" "}
            <a className="ds-link" href={`tel:${telephone.replaceAll(" ", "")}`}>
              {telephone}
            </a>
            {email !== undefined && <> · {email}</>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function AgreementItem({
  agreement,
  isDue,
  mayWrite,
  onEnded,
}: {
  readonly agreement: Agreement;
  readonly isDue: boolean;
  readonly mayWrite: boolean;
  readonly onEnded: () => void;
}) {
  const t = useScreenTexts(agreementTexts);
  const { title, municipality, text, contacts, reviewOn, reviews, madeOn } = agreement;
  return (
    <li className="panel">
      <div className="agreement-top">
        <h2 className="ds-heading" data-size="xs">
          {title}
        </h2>
        {isDue && <ToneTag tone="over">{t.reviewDue}</ToneTag>}
      </div>
      <p className="subtle">
        {t.with(municipality)} · {t.madeOn} <DateText on={madeOn} /> · {t.reviewOn}{" "}
        <DateText on={reviewOn} />
      </p>
      <Contacts contacts={contacts} />
      <div>
        <h3 className="ds-heading" data-size="2xs">
          {t.agreed}
        </h3>
        <p className="agreement-words">{text}</p>
      </div>
      {reviews.length > 0 && (
        <details className="fold">
          <summary>
            {t.reviews} ({reviews.length})
          </summary>
          <ul className="plain-list">
            {reviews.map(({ on, whatChanged }) => (
              <li key={`${on} ${whatChanged}`}>
                <DateText on={on} />: {whatChanged}
              </li>
            ))}
          </ul>
        </details>
      )}
      {mayWrite && <AgreementWays agreement={agreement} onEnded={onEnded} />}
    </li>
  );
}

export function AgreementsPage() {
  const t = useScreenTexts(agreementTexts);
  const list = useQuery(agreementsQuery);
  const { data: due } = useQuery(dueAgreementsQuery);
  const held = useQuery(sessionQuery).data?.held;
  const [ended, setEnded] = useState<string>();
  const ownUnits = held?.role === "leader" ? held.units : [];
  const dueIds = new Set(due?.agreements.map(({ agreementId }) => agreementId));
  return (
    <>
      <PageHeading title={t.title}>{t.title}</PageHeading>
      <p className="lead">{t.lead}</p>
      {list.isPending && <Loading />}
      {list.isError && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.agreements.length === 0 && <p className="empty">{t.empty}</p>}
      {ownUnits.length > 0 && <NewAgreementPart units={ownUnits} />}
      <p role="status">{ended !== undefined && t.wasEnded(ended)}</p>
      <ul className="agreement-list">
        {list.data?.agreements.map((agreement) => (
          <AgreementItem
            key={agreement.agreementId}
            agreement={agreement}
            isDue={dueIds.has(agreement.agreementId)}
            onEnded={() => setEnded(agreement.title)}
            mayWrite={ownUnits.some(({ unitId }) => unitId === agreement.unitId)}
          />
        ))}
      </ul>
    </>
  );
}
