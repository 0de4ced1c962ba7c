// Knows the head of a work list: whose it is, as of when, and the way to others.
import { Link } from "@tanstack/react-router";
import { DateText } from "../../components/date-text.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { useTexts } from "../../i18n/texts-context.tsx";
import type { ListOf } from "./list-of.ts";
import type { ListPage } from "./list-queries.ts";

export function ListHeading({
  unitId,
  first,
  ownTitle,
}: ListOf & { readonly first: ListPage | undefined; readonly ownTitle: string }) {
  const { t } = useTexts();
  const name = unitId === undefined ? ownTitle : first?.unit?.name;
  return (
    <div className="list-heading">
      <PageHeading title={name ?? t.list.title}>
        <span className="list-kind">{t.list.title}</span> {name}
      </PageHeading>
      <p className="subtle">
        {first?.unit?.hfName && <>{first.unit.hfName} · </>}
        {first !== undefined && (
          <>
            {t.list.asOf} <DateText on={first.asOf} />
          </>
        )}
        {unitId !== undefined && (
          <span className="list-change">
            {" · "}
            <Link to="/units" className="ds-link">
              {t.list.change}
            </Link>
          </span>
        )}
      </p>
    </div>
  );
}
