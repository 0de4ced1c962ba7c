// Knows the banner that says, on every page, that somebody's record is open in an unforeseen situation.
import "./break-glass.css";
import { useQuery } from "@tanstack/react-query";
import { sessionQuery } from "../../app/api/queries.ts";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { openedQuery, useEndGlass } from "./opened.ts";
import { breakGlassTexts } from "./texts.ts";

export function GlassBanner() {
  const t = useScreenTexts(breakGlassTexts);
  const { language } = useTexts();
  const { data: session } = useQuery(sessionQuery);
  const enabled = session?.held?.role === "practitioner";
  const { data } = useQuery({ ...openedQuery, enabled });
  const end = useEndGlass();
  const [opened] = enabled ? (data?.opened ?? []) : [];
  if (opened === undefined) return null;
  const { patient, until, glassId } = opened;
  const time = new Intl.DateTimeFormat(language, {
    timeStyle: "short",
    timeZone: "Europe/Oslo",
  }).format(new Date(until));
  return (
    <section className="glass-banner" aria-label={t.bannerTitle}>
      <p>{t.banner(patient.name ?? t.unnamed(patient.patientId), time)}</p>
      <button
        type="button"
        className="ds-button"
        data-variant="secondary"
        aria-disabled={end.isPending}
        onClick={() => end.isPending || end.mutate(glassId)}
      >
        {t.end}
      </button>
    </section>
  );
}
