// Knows how one version of a plan is read.
import { DateText } from "../../components/date-text.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import type { PlanVersion } from "./plan-draft.ts";
import { planTexts } from "./texts.ts";

export function PlanContent({ version }: { readonly version: PlanVersion }) {
  const t = useScreenTexts(planTexts);
  const { goals, measures, nextEvaluationOn, madeTogether, whyNotTogether } = version;
  return (
    <dl className="pairs">
      <dt>{t.goals}</dt>
      <dd>
        <ul className="plain-list">
          {goals.map(({ words, patientsOwn }) => (
            <li key={words}>
              {patientsOwn ? `«${words}» ` : words}
              {patientsOwn && <span className="subtle">({t.ownWords})</span>}
            </li>
          ))}
        </ul>
      </dd>
      <dt>{t.measures}</dt>
      <dd>
        {measures.length === 0 && t.noneSet}
        <ul className="plain-list">
          {measures.map(({ what, who, when }) => (
            <li key={`${what} ${who} ${when}`}>
              {what} <span className="subtle">{[who, when].join(" · ")}</span>
            </li>
          ))}
        </ul>
      </dd>
      <dt>{t.nextEvaluation}</dt>
      <dd>{nextEvaluationOn === null ? t.noneSet : <DateText on={nextEvaluationOn} />}</dd>
      <dt>{madeTogether ? t.together : t.notTogether}</dt>
      <dd>{madeTogether ? "✓" : whyNotTogether}</dd>
    </dl>
  );
}
