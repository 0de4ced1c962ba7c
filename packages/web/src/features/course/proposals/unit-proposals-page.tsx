// Knows the page of what is proposed at a unit: those due first, each taken with one action.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import "../course.css";
import { Failure } from "../../../components/failure.tsx";
import { Loading } from "../../../components/loading.tsx";
import { PageHeading } from "../../../components/page-heading.tsx";
import { useScreenTexts } from "../../../i18n/screen-texts.ts";
import { useTexts } from "../../../i18n/texts-context.tsx";
import { courseTexts } from "../texts.ts";
import { ProposalItem } from "./proposal-item.tsx";
import { unitProposalsQuery } from "./proposal-queries.ts";

export function UnitProposalsPage({ unitId }: { readonly unitId: string }) {
  const t = useScreenTexts(courseTexts);
  const proposals = useQuery(unitProposalsQuery(unitId));
  const { t: common } = useTexts();
  const found = proposals.data?.proposals;
  const patientOf = (id: string) =>
    proposals.data?.patients.find(({ patientId }) => patientId === id);
  const named = (id: string): string => {
    const { name = null, birthYear = null } = patientOf(id) ?? {};
    const born = birthYear === null ? [] : [common.list.born(birthYear)];
    return [name ?? common.list.unnamed(id), ...born].join(", ");
  };
  return (
    <>
      <PageHeading title={t.proposals}>{t.proposals}</PageHeading>
      <p className="subtle">{t.proposalsHint}</p>
      {proposals.isPending && <Loading />}
      {proposals.isError && (
        <Failure error={proposals.error} onRetry={() => void proposals.refetch()} />
      )}
      {found?.length === 0 && <p className="empty">{t.noProposals}</p>}
      {found !== undefined && found.length > 0 && (
        <ul className="proposals">
          {found.map((proposal) => (
            <li key={proposal.proposalId}>
              <p>
                <strong>{named(proposal.patientId)}</strong>
              </p>
              <ProposalItem proposal={proposal} />
              <Link
                to="/courses/$courseId"
                params={{ courseId: proposal.courseId }}
                className="ds-link"
              >
                {t.wholeCourse}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
