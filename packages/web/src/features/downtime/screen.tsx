// Knows the address of a unit's downtime page: the print-out before, and what is entered after.
import { useQuery } from "@tanstack/react-query";
import { createRoute } from "@tanstack/react-router";
import { sessionQuery } from "../../app/api/queries.ts";
import { useUnitName } from "../../app/api/use-unit-name.ts";
import { ownUnit } from "../../app/navigation/own-unit.ts";
import type { Place } from "../../app/navigation/place.ts";
import { rootRoute } from "../../app/root-route.ts";
import { Answered } from "../../components/answered.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { EnterLines } from "./enter-lines.tsx";
import { PrintNow } from "./print-now.tsx";
import { downtimeTexts } from "./texts.ts";
import { unitCoursesQuery } from "./unit-courses.ts";

function DowntimePage({ unitId }: { readonly unitId: string }) {
  const t = useScreenTexts(downtimeTexts);
  const { data: session } = useQuery(sessionQuery);
  const courses = useQuery(unitCoursesQuery(unitId));
  const name = useUnitName()(unitId);
  return (
    <>
      <PageHeading title={t.place}>{t.title(name)}</PageHeading>
      <div className="sheet">
        <PrintNow unitId={unitId} />
        {session?.held?.role === "coordinator" && (
          <Answered question={courses}>{(all) => <EnterLines courses={all} />}</Answered>
        )}
      </div>
    </>
  );
}

const downtimeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/units/$unitId/downtime",
  component: function DowntimeRoute() {
    const { unitId } = downtimeRoute.useParams();
    return <DowntimePage key={unitId} unitId={unitId} />;
  },
});

export const downtimeRoutes = [downtimeRoute] as const;

export const downtimePlace: Place = {
  name: { nb: downtimeTexts.nb.place, nn: downtimeTexts.nn.place, en: downtimeTexts.en.place },
  roles: ["coordinator", "leader"],
  address: (held) => {
    const unitId = ownUnit(held);
    return unitId === undefined ? undefined : `/units/${encodeURIComponent(unitId)}/downtime`;
  },
};
