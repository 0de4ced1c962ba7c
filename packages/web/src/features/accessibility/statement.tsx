// Knows what the statement on accessibility says, for whichever application shows it.
import "./accessibility.css";
import type { Standing } from "./criteria.ts";
import type { accessibilityTexts } from "./texts.ts";
import type { ToldCriterion } from "./told-criteria.ts";

interface Told {
  readonly t: (typeof accessibilityTexts)["nb"];
  readonly criteria: readonly ToldCriterion[];
}

export function Statement({ t, criteria }: Told) {
  const count = (standing: Standing): number =>
    criteria.filter((criterion) => criterion.standing === standing).length;
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
      <p className="subtle">{t.names}</p>
      <ul className="criteria" aria-labelledby="criteria">
        {criteria.map(({ id, name, level, standing, how }) => (
          <li key={id}>
            <strong>
              {id} {name}
            </strong>{" "}
            <span className="subtle">({level})</span>
            <br />
            {t.standing[standing]}. {how}
          </li>
        ))}
      </ul>
    </>
  );
}
