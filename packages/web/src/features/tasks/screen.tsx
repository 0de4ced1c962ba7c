// Knows the addresses of what waits: for whoever is logged in, and at a unit.
import { useQuery } from "@tanstack/react-query";
import { createRoute } from "@tanstack/react-router";
import { useUnitName } from "../../app/api/use-unit-name.ts";
import { ownUnit } from "../../app/navigation/own-unit.ts";
import type { Place } from "../../app/navigation/place.ts";
import { rootRoute } from "../../app/root-route.ts";
import { Answered } from "../../components/answered.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { TaskList } from "./task-list.tsx";
import { myTasksQuery, unitTasksQuery } from "./task-queries.ts";
import { taskTexts } from "./texts.ts";

function MyTasksPage() {
  const t = useScreenTexts(taskTexts);
  return (
    <>
      <PageHeading title={t.mine}>{t.mine}</PageHeading>
      <Answered question={useQuery(myTasksQuery)}>
        {({ tasks, over }) => <TaskList tasks={tasks} over={over} />}
      </Answered>
    </>
  );
}

function UnitTasksPage({ unitId }: { readonly unitId: string }) {
  const t = useScreenTexts(taskTexts);
  const name = useUnitName()(unitId);
  return (
    <>
      <PageHeading title={t.unit}>{t.unitTitle(name)}</PageHeading>
      <Answered question={useQuery(unitTasksQuery(unitId))}>
        {({ tasks, over }) => <TaskList tasks={tasks} over={over} />}
      </Answered>
    </>
  );
}

const myTasksRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/tasks",
  component: MyTasksPage,
});

const unitTasksRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/units/$unitId/tasks",
  component: function UnitTasksRoute() {
    const { unitId } = unitTasksRoute.useParams();
    return <UnitTasksPage unitId={unitId} />;
  },
});

export const taskRoutes = [myTasksRoute, unitTasksRoute] as const;

export const taskPlaces: readonly Place[] = [
  {
    name: { nb: taskTexts.nb.mine, nn: taskTexts.nn.mine, en: taskTexts.en.mine },
    roles: ["practitioner", "coordinator", "leader"],
    address: () => "/tasks",
  },
  {
    name: { nb: taskTexts.nb.unit, nn: taskTexts.nn.unit, en: taskTexts.en.unit },
    roles: ["coordinator", "leader"],
    address: (held) => {
      const unitId = ownUnit(held);
      return unitId === undefined ? undefined : `/units/${encodeURIComponent(unitId)}/tasks`;
    },
  },
];
