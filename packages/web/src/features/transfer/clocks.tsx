// Knows how the times of courses that transfers link are shown beside each other.
import { Link } from "@tanstack/react-router";
import { useUnitName } from "../../app/api/use-unit-name.ts";
import { DateKind } from "../../components/date-kind.tsx";
import { DateText } from "../../components/date-text.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { transferTexts } from "./texts.ts";
import type { courseTransfersQuery } from "./transfer-queries.ts";

type Answer = Awaited<ReturnType<NonNullable<ReturnType<typeof courseTransfersQuery>["queryFn"]>>>;
type Clock = Extract<Answer, { clocks: unknown }>["clocks"][number];

export function Clocks({ clocks }: { readonly clocks: readonly Clock[] }) {
  const t = useScreenTexts(transferTexts);
  const nameOf = useUnitName();
  return (
    <section aria-label={t.clocks}>
      <h2 className="ds-heading" data-size="xs">
        {t.clocks}
      </h2>
      <p className="subtle">{t.clocksHint}</p>
      <div className="wide-table">
        <table className="ds-table">
          <thead>
            <tr>
              <th scope="col">{t.unit}</th>
              <th scope="col">{t.started}</th>
              <th scope="col">{t.ended}</th>
              <th scope="col">{t.days}</th>
              <th scope="col">{t.next}</th>
            </tr>
          </thead>
          <tbody>
            {clocks.map(({ courseId, unitId, startedOn, endedOn, days, nextDate }) => (
              <tr key={courseId}>
                <th scope="row">
                  <Link to="/courses/$courseId" params={{ courseId }} className="ds-link">
                    {nameOf(unitId)}
                  </Link>
                </th>
                <td>{startedOn === null ? "–" : <DateText on={startedOn} />}</td>
                <td>{endedOn === null ? t.running : <DateText on={endedOn} />}</td>
                <td>{days ?? "–"}</td>
                <td>
                  {nextDate === null ? (
                    t.noDate
                  ) : (
                    <>
                      <DateText on={nextDate.on} /> <DateKind kind={nextDate.kind} />
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
