// Knows the places below the header: those of the role that is held, in a line; many of them behind a button on a narrow window.
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { screenTexts, useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { sessionQuery } from "../api/queries.ts";
import { isLoggedOut } from "../api/request.ts";
import { usePlaces } from "./places-context.ts";

const texts = screenTexts({
  nb: { title: "Steder", menu: "Meny" },
  nn: { title: "Stader", menu: "Meny" },
  en: { title: "Places", menu: "Menu" },
});

/** More than these take more than a line or two of a telephone. */
const FEW = 4;

interface Found {
  readonly address: string;
  readonly name: string;
}

function useFoundPlaces(): readonly Found[] {
  const { language } = useTexts();
  const places = usePlaces();
  const { data: session, error } = useQuery(sessionQuery);
  const held = session?.held;
  if (held === undefined || held === null || isLoggedOut(error)) return [];
  return places.flatMap((place) => {
    const address = place.roles.includes(held.role) ? place.address(held) : undefined;
    return address === undefined ? [] : [{ address, name: place.name[language] }];
  });
}

function MenuSign() {
  return (
    <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
      <path d="M3 5h14M3 10h14M3 15h14" fill="none" stroke="currentColor" strokeWidth="1.8" />
    </svg>
  );
}

export function Navigation() {
  const t = useScreenTexts(texts);
  const found = useFoundPlaces();
  const { pathname } = useLocation();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  if (found.length < 2) return null;
  const here = found.find(({ address }) => decodeURI(address) === decodeURI(pathname))?.name;
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key !== "Escape" || !isOpen) return;
    setOpen(false);
    button.current?.focus();
  };
  return (
    <nav
      className="frame-places"
      aria-label={t.title}
      data-menu={found.length > FEW ? (isOpen ? "open" : "closed") : undefined}
      onKeyDown={onKeyDown}
    >
      <button
        ref={button}
        type="button"
        className="ds-button frame-menu"
        data-variant="tertiary"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <MenuSign />
        {t.menu}
        {here !== undefined && <span className="frame-menu-here">{here}</span>}
      </button>
      <ul id={id}>
        {found.map(({ address, name }) => (
          <li key={address}>
            <Link
              to={address}
              className="ds-link"
              activeOptions={{ exact: true }}
              onClick={() => setOpen(false)}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
