// Knows what surrounds every page: skip link, header, the notice on synthetic data, and main.
import { useQuery } from "@tanstack/react-query";
import { Link, Outlet } from "@tanstack/react-router";
import { useState } from "react";
import { Mark } from "../components/mark.tsx";
import { accessibilityTexts } from "../features/accessibility/texts.ts";
import { GlassBanner } from "../features/break-glass/glass-banner.tsx";
import { SessionGate } from "../features/session/session-gate.tsx";
import { SessionMenu } from "../features/session/session-menu.tsx";
import { CATALOGUES, isLanguage, LANGUAGE_CODES } from "../i18n/catalogue.ts";
import { LANGUAGES_TO_COME } from "../i18n/languages-to-come.ts";
import { useTexts } from "../i18n/texts-context.tsx";
import { sessionQuery } from "./api/queries.ts";
import { Navigation } from "./navigation/navigation.tsx";
import { useDarkTheme } from "./theme.ts";

function LanguageChoice() {
  const { t, language, setLanguage } = useTexts();
  return (
    <label className="frame-language">
      <span className="visually-hidden">{t.frame.language}</span>
      <select
        className="ds-input"
        data-width="auto"
        value={language}
        onChange={({ target }) => isLanguage(target.value) && setLanguage(target.value)}
      >
        {LANGUAGE_CODES.map((code) => (
          <option key={code} value={code} lang={code}>
            {CATALOGUES[code].language.name}
          </option>
        ))}
        <optgroup label={t.frame.notTranslated}>
          {LANGUAGES_TO_COME.map(({ code, name }) => (
            <option key={code} lang={code} disabled>
              {name}
            </option>
          ))}
        </optgroup>
      </select>
    </label>
  );
}

function ThemeSwitch() {
  const { t } = useTexts();
  const [dark, turn] = useDarkTheme();
  return (
    <button
      type="button"
      className="ds-button frame-theme"
      data-variant="tertiary"
      aria-pressed={dark}
      onClick={turn}
    >
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        <circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" strokeWidth="1.8" />
        <path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor" />
      </svg>
      <span className="frame-theme-name">{t.frame.dark}</span>
    </button>
  );
}

/** Where everybody may log in as anybody, nobody is real. */
function SyntheticNotice() {
  const { t } = useTexts();
  const { data: session } = useQuery(sessionQuery);
  if (session?.testLogin !== true) return null;
  return (
    <section className="frame-synthetic" aria-label={t.frame.syntheticTitle}>
      <strong>{t.frame.syntheticTitle}.</strong> {t.frame.synthetic}
    </section>
  );
}

export function Frame() {
  const { t, language } = useTexts();
  const [choosing, setChoosing] = useState(false);
  return (
    <>
      <a className="ds-skip-link" href="#content" data-color="accent">
        {t.frame.skip}
      </a>
      <header className="frame-header">
        <Link to="/" className="frame-product" aria-label={t.frame.home}>
          <Mark />
          <span>{t.frame.product}</span>
        </Link>
        <SessionMenu onChange={() => setChoosing(true)} />
        <LanguageChoice />
        <ThemeSwitch />
      </header>
      <Navigation />
      <SyntheticNotice />
      <GlassBanner />
      <main id="content" tabIndex={-1} className="frame-main">
        <SessionGate choosing={choosing}>
          <Outlet />
        </SessionGate>
      </main>
      <footer className="frame-footer">
        <Link to="/accessibility" className="ds-link">
          {accessibilityTexts[language].title}
        </Link>
      </footer>
    </>
  );
}
