// Knows who has the responsibility, and how to reach them.
import { useMineTexts, usePathway, useReader, useWords } from "../mine-context.tsx";
import { ToVoice } from "../shell/to-voice.tsx";
import { overviewTexts } from "./texts.ts";

export function People() {
  const t = useMineTexts(overviewTexts);
  const { pick } = useWords();
  const { people, unit, phases } = usePathway();
  const reader = useReader();
  const phase = phases.find(({ state }) => state === "current");
  return (
    <section className="ds-card mine-card" aria-labelledby="who">
      <h2 id="who" className="ds-heading" data-size="sm">
        {t.who}
      </h2>
      {people.length === 0 && (
        <p>
          {t.nobody[reader]} <ToVoice />
        </p>
      )}
      <ul className="mine-people">
        {people.map(({ role, personId, name, phone }) => (
          <li key={`${role} ${personId}`}>
            <strong>{name}</strong>
            <span>{t.roles[role]}</span>
            {phone === null ? (
              <span className="subtle">{t.noPhone}</span>
            ) : (
              <a className="ds-link" href={`tel:${phone.replaceAll(" ", "")}`}>
                {t.phone} {phone}
              </a>
            )}
          </li>
        ))}
      </ul>
      {unit !== null && <p>{t.unit(unit.name)}</p>}
      {phase?.patientText != null && <p>{pick(phase.patientText.who)}</p>}
    </section>
  );
}
