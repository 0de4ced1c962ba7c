// Knows where each role begins.
import { useQuery } from "@tanstack/react-query";
import { Navigate } from "@tanstack/react-router";
import { sessionQuery } from "../../app/api/queries.ts";
import { usePlaces } from "../../app/navigation/places-context.ts";
import { Loading } from "../../components/loading.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { homeTexts } from "./texts.ts";

export function HomePage() {
  const t = useScreenTexts(homeTexts);
  const places = usePlaces();
  const { data: session } = useQuery(sessionQuery);
  const held = session?.held;
  if (held === undefined || held === null) return <Loading />;
  const address = places.find(({ homeOf }) => homeOf?.includes(held.role))?.address(held);
  if (address !== undefined) return <Navigate to={address} replace />;
  return (
    <>
      <PageHeading title={t.title}>{t.title}</PageHeading>
      <p>{t.nothing}</p>
    </>
  );
}
