// Knows what is proposed for a course: nothing is shown where nothing waits.
import { useQuery } from "@tanstack/react-query";
import type { Course } from "../../../app/api/contract.ts";
import { useScreenTexts } from "../../../i18n/screen-texts.ts";
import { courseTexts } from "../texts.ts";
import { ProposalItem } from "./proposal-item.tsx";
import { courseProposalsQuery } from "./proposal-queries.ts";

export function CourseProposals({ course }: { readonly course: Course }) {
  const t = useScreenTexts(courseTexts);
  const { data } = useQuery(courseProposalsQuery(course.courseId));
  const waiting = data?.proposals.filter(({ state }) => state === "proposed") ?? [];
  if (waiting.length === 0) return null;
  return (
    <section aria-labelledby="proposals" className="proposals">
      <h2 id="proposals" className="ds-heading" data-size="xs">
        {t.proposals} <span className="subtle">({waiting.length})</span>
      </h2>
      <p className="subtle">{t.proposalsHint}</p>
      <ul>
        {waiting.map((proposal) => (
          <li key={proposal.proposalId}>
            <ProposalItem proposal={proposal} />
          </li>
        ))}
      </ul>
    </section>
  );
}
