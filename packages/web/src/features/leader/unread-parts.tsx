// Knows how it is said, once for the whole page, which of its parts could not be read, and how all are asked for again.
import { useQueries } from "@tanstack/react-query";
import { Failure } from "../../components/failure.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import {
  accessQuestionsQuery,
  findingsQuery,
  glassReviewsQuery,
  integrityQuery,
  notAssignedQuery,
  overQuery,
  patientQuestionsQuery,
} from "./leader-queries.ts";
import { leaderTexts } from "./texts.ts";

export function UnreadParts({ unitId }: { readonly unitId: string }) {
  const t = useScreenTexts(leaderTexts);
  const names = [
    t.reviews,
    t.questions,
    t.patientQuestions,
    t.notAssigned,
    t.over,
    t.integrity,
    t.findings,
  ];
  const asked = useQueries({
    queries: [
      glassReviewsQuery(unitId),
      accessQuestionsQuery(unitId),
      patientQuestionsQuery(unitId),
      notAssignedQuery(unitId),
      overQuery(unitId),
      integrityQuery(unitId),
      findingsQuery(unitId),
    ],
  });
  const unread = asked.filter(({ data, isError }) => isError && data === undefined);
  const [first] = unread;
  if (first === undefined) return null;
  const missing = names.filter((_, at) => asked[at]?.isError && asked[at]?.data === undefined);
  return (
    <div className="leader-unread">
      <Failure
        error={first.error}
        onRetry={() => {
          for (const { refetch } of unread) void refetch();
        }}
      />
      {unread.length < asked.length && (
        <p className="subtle">
          {t.unread} {missing.join(" · ")}
        </p>
      )}
    </div>
  );
}
