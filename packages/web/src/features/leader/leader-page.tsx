// Knows the page of a unit's leader: what waits for the leader first, then what to have an eye on.
import "./leader.css";
import "../log-control/log-control.css";
import { PageHeading } from "../../components/page-heading.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { AccessQuestions } from "./access-questions.tsx";
import { GlassReviews } from "./glass-reviews.tsx";
import { Integrity } from "./integrity.tsx";
import { PatientQuestions } from "./patient-questions.tsx";
import { leaderTexts } from "./texts.ts";
import { NotAssigned, OverTheirTime, UnitFindings } from "./unit-lists.tsx";
import { UnreadParts } from "./unread-parts.tsx";

export function LeaderPage({ unitId }: { readonly unitId: string }) {
  const t = useScreenTexts(leaderTexts);
  return (
    <>
      <PageHeading title={t.title}>{t.title}</PageHeading>
      <UnreadParts unitId={unitId} />
      <div className="leader-parts">
        <GlassReviews unitId={unitId} />
        <AccessQuestions unitId={unitId} />
        <PatientQuestions unitId={unitId} />
        <NotAssigned unitId={unitId} />
        <OverTheirTime unitId={unitId} />
        <Integrity unitId={unitId} />
        <UnitFindings unitId={unitId} />
      </div>
    </>
  );
}
