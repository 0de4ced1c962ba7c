// Knows the statement on accessibility: what was tried, with which result, and whom to tell.
import "./accessibility.css";
import { PageHeading } from "../../components/page-heading.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { CRITERIA, type Standing } from "./criteria.ts";
import { accessibilityTexts } from "./texts.ts";

function count(standing: Standing): number {
  return CRITERIA.filter((criterion) => criterion.standing === standing).length;
}

export function AccessibilityPage() {
  const t = useScreenTexts(accessibilityTexts);
  return (
    <article className="accessibility">
      <PageHeading title={t.title}>{t.title}</PageHeading>
      <p className="lead">{t.lead}</p>
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
    </article>
  );
}
