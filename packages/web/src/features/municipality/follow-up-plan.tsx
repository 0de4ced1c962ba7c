// Knows a follow-up plan as the municipality reads it.
import { DateText } from "../../components/date-text.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import type { FollowUpPlan } from "./municipal-queries.ts";
import { municipalityTexts } from "./texts.ts";

type Measure = FollowUpPlan["measures"][number];

function Measures({
  title,
  measures,
}: {
  readonly title: string;
  readonly measures: readonly (Measure & { readonly addedOn?: string })[];
}) {
  const t = useScreenTexts(municipalityTexts);
  if (measures.length === 0) return null;
  return (
    <div>
      <h3 className="ds-heading" data-size="2xs">
        {title}
      </h3>
      <ul className="measure-list">
        {measures.map(({ what, who, when, addedOn }) => (
          <li key={`${what} ${who} ${when} ${addedOn ?? ""}`}>
            <strong>{what}</strong> · {who} · {when}
            {addedOn !== undefined && (
              <span className="subtle">
                {" "}
                {t.addedOn} <DateText on={addedOn} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

export function FollowUpPlanText({ plan }: { readonly plan: FollowUpPlan }) {
  const t = useScreenTexts(municipalityTexts);
  const { responsible, patientsWords, whereToTurn, isIndividualPlan, madeOn, versions } = plan;
  return (
    <section className="panel" aria-labelledby="plan-title">
      <h2 id="plan-title" className="ds-heading" data-size="xs">
        {t.planTitle}
      </h2>
      <p className="subtle">
        {t.madeOn} <DateText on={madeOn} /> · {t.version(versions)}
      </p>
      <dl className="pairs">
        <dt>{t.responsible}</dt>
        <dd>
          {responsible.name}, {responsible.title} ·{" "}
          <span className="unbroken">{responsible.telephone}</span>
        </dd>
        <dt>{t.whereToTurn}</dt>
        <dd>{whereToTurn}</dd>
      </dl>
      {isIndividualPlan && <p>{t.isIndividualPlan}</p>}
      {patientsWords != null && (
        <div>
          <h3 className="ds-heading" data-size="2xs">
            {t.patientsWords}
          </h3>
          <p className="said">{patientsWords}</p>
        </div>
      )}
      <Measures title={t.measures} measures={plan.measures} />
      <Measures title={t.ourMeasures} measures={plan.municipalMeasures} />
    </section>
  );
}
