// Knows how the times of courses that transfers link are shown beside each other.
import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import { useUnitName } from "../../app/api/use-unit-name.ts";
import { DateKind } from "../../components/date-kind.tsx";
import { DateText } from "../../components/date-text.tsx";
import { StackedTable } from "../../components/stacked-table.tsx";
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
      <StackedTable
        title={t.clocks}
        columns={[t.unit, t.started, t.ended, t.days, t.next]}
        rows={clocks.map(({ courseId, unitId, startedOn, endedOn, days, nextDate }) => ({
          key: courseId,
          cells: [
            <Link key="unit" to="/courses/$courseId" params={{ courseId }} className="ds-link">
              {nameOf(unitId)}
            </Link>,
            startedOn === null ? "–" : <DateText key="from" on={startedOn} />,
            endedOn === null ? t.running : <DateText key="to" on={endedOn} />,
            days ?? "–",
            nextDate === null ? (
              t.noDate
            ) : (
              <Fragment key="next">
                <DateText on={nextDate.on} /> <DateKind kind={nextDate.kind} />
              </Fragment>
            ),
          ],
        }))}
      />
    </section>
  );
}
