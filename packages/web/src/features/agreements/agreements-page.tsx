// Knows the page of agreements between trust and municipality, with where each reaches the other.
import "./agreements.css";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { answered, api, type Schemas } from "../../app/api/client.ts";
import { DateText } from "../../components/date-text.tsx";
import { Failure } from "../../components/failure.tsx";
import { Loading } from "../../components/loading.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { ToneTag } from "../../components/tone-tag.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { agreementTexts } from "./texts.ts";

type Agreement = Schemas["Agreement"];

const listQuery = queryOptions({
  queryKey: ["agreements"],
  queryFn: ({ signal }) => answered(api.GET("/api/agreements", { signal })),
});

/** Those whose day for review has come: the service knows what day it is. */
const dueQuery = queryOptions({
  queryKey: ["agreements", "due"],
  queryFn: ({ signal }) =>
    answered(api.GET("/api/agreements", { params: { query: { due: true } }, signal })),
});

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
}: {
  readonly agreement: Agreement;
  readonly isDue: boolean;
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
    </li>
  );
}

export function AgreementsPage() {
  const t = useScreenTexts(agreementTexts);
  const list = useQuery(listQuery);
  const { data: due } = useQuery(dueQuery);
  const dueIds = new Set(due?.agreements.map(({ agreementId }) => agreementId));
  return (
    <>
      <PageHeading title={t.title}>{t.title}</PageHeading>
      <p className="lead">{t.lead}</p>
      {list.isPending && <Loading />}
      {list.isError && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.data?.agreements.length === 0 && <p className="empty">{t.empty}</p>}
      <ul className="agreement-list">
        {list.data?.agreements.map((agreement) => (
          <AgreementItem
            key={agreement.agreementId}
            agreement={agreement}
            isDue={dueIds.has(agreement.agreementId)}
          />
        ))}
      </ul>
    </>
  );
}
