// Knows the leader's integrity list: what was there first, what came after, who, and why.
import { useQuery } from "@tanstack/react-query";
import { useNames } from "../../app/api/use-names.ts";
import { DateText } from "../../components/date-text.tsx";
import { StackedTable } from "../../components/stacked-table.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { integrityQuery } from "./leader-queries.ts";
import { AnsweredPart, CourseLink } from "./part.tsx";
import { leaderTexts } from "./texts.ts";

function Day({ on }: { readonly on: string | null }) {
  return on === null ? "–" : <DateText on={on} />;
}

type Row = Awaited<
  ReturnType<NonNullable<ReturnType<typeof integrityQuery>["queryFn"]>>
>["rows"][number];

function What({ row: { kind, event, count, courseId } }: { readonly row: Row }) {
  const t = useScreenTexts(leaderTexts);
  const names = useNames();
  return (
    <>
      {t.kinds[kind]}
      {event !== null && <span className="subtle"> · {names.event(event)}</span>}
      {count !== null && (
        <span className="subtle"> · {courseId === null ? t.many(count) : t.times(count)}</span>
      )}
    </>
  );
}

export function Integrity({ unitId }: { readonly unitId: string }) {
  const t = useScreenTexts(leaderTexts);
  return (
    <AnsweredPart title={t.integrity} question={useQuery(integrityQuery(unitId))}>
      {({ rows }) => (
        <>
          <p className="subtle">{t.integrityLead}</p>
          {rows.length === 0 ? (
            <p className="subtle">{t.noIntegrity}</p>
          ) : (
            <StackedTable
              title={t.integrity}
              columns={[t.kind, t.patient, t.first, t.after, t.who, t.reason]}
              rows={rows.map((row, place) => ({
                // Two rows may say the same of one course.
                key: `${place}`,
                cells: [
                  <What key="what" row={row} />,
                  row.courseId === null || row.patient === null ? (
                    "–"
                  ) : (
                    <CourseLink key="patient" courseId={row.courseId} patient={row.patient} />
                  ),
                  <Day key="first" on={row.originalOn} />,
                  <Day key="after" on={row.newOn} />,
                  row.by ?? t.loaded,
                  row.reason === null ? t.noReason : t.reasons[row.reason],
                ],
              }))}
            />
          )}
        </>
      )}
    </AnsweredPart>
  );
}
