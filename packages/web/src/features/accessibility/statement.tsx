// Knows what the statement on accessibility says, for whichever application shows it.
import "./accessibility.css";
import { CRITERIA, type Standing } from "./criteria.ts";
import type { accessibilityTexts } from "./texts.ts";

function count(standing: Standing): number {
  return CRITERIA.filter((criterion) => criterion.standing === standing).length;
}

export function Statement({ t }: { readonly t: (typeof accessibilityTexts)["nb"] }) {
  return (
    <>
      <p>{t.law}</p>
      <ul>
        <li>{t.met(count("met"))}</li>
        <li>{t.nothing(count("nothing"))}</li>
        {count("unsure") > 0 && <li>{t.unsure(count("unsure"))}</li>}
      </ul>
      <p>{t.tested}</p>
      <p>{t.trouble}</p>
      <p>{t.others}</p>
      <h2 className="ds-heading" data-size="xs" id="criteria">
        {t.table}
      </h2>
      <p className="subtle">{t.inEnglish}</p>
      <ul className="criteria" aria-labelledby="criteria">
        {CRITERIA.map(({ id, name, level, standing, how }) => (
          <li key={id}>
            <strong>
              {id} <span lang="en">{name}</span>
            </strong>{" "}
            <span className="subtle">({level})</span>
            <br />
            {t.standing[standing]}. <span lang="en">{how}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
