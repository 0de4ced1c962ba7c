// Knows the line of places below the header: those of the role that is held.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { screenTexts, useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { sessionQuery } from "../api/queries.ts";
import { isLoggedOut } from "../api/request.ts";
import { usePlaces } from "./places-context.ts";

const texts = screenTexts({
  nb: { title: "Steder" },
  nn: { title: "Stader" },
  en: { title: "Places" },
});

export function Navigation() {
  const { language } = useTexts();
  const t = useScreenTexts(texts);
  const places = usePlaces();
  const { data: session, error } = useQuery(sessionQuery);
  const held = session?.held;
  if (held === undefined || held === null || isLoggedOut(error)) return null;
  const found = places.flatMap((place) => {
    const address = place.roles.includes(held.role) ? place.address(held) : undefined;
    return address === undefined ? [] : [{ address, name: place.name[language] }];
  });
  if (found.length < 2) return null;
  return (
    <nav className="frame-places" aria-label={t.title}>
      <ul>
        {found.map(({ address, name }) => (
          <li key={address}>
            <Link to={address} className="ds-link" activeOptions={{ exact: true }}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
