// Knows the page of the time after the pathway: the follow-up plan, and where to turn.
import type { Schemas } from "../../../app/api/client.ts";
import { useMine, useMineTexts, useReader, useWords } from "../mine-context.tsx";
import { Heading } from "../shell/heading.tsx";
import { ToVoice } from "../shell/to-voice.tsx";
import { afterTexts } from "./texts.ts";

function Plan({ plan }: { readonly plan: Schemas["FollowUpPlan"] }) {
  const t = useMineTexts(afterTexts);
  const reader = useReader();
  const { date } = useWords();
  const { responsible, measures, municipalMeasures, whereToTurn, patientsWords, received } = plan;
  return (
    <section className="ds-card mine-card" aria-labelledby="plan">
      <h2 id="plan" className="ds-heading" data-size="sm">
        {t.plan}
      </h2>
      <p>{received === null ? t.waiting : t.confirmed(received.by, date(received.on))}</p>
      <h3 className="ds-heading" data-size="xs">
        {t.responsible}
      </h3>
      <p>
        <strong>{responsible.name}</strong>, {responsible.title}
        <br />
        <a className="ds-link" href={`tel:${responsible.telephone.replaceAll(" ", "")}`}>
          {t.phone} {responsible.telephone}
        </a>
      </p>
      <h3 className="ds-heading" data-size="xs">
        {t.measures[reader]}
      </h3>
      <ul className="mine-goals">
        {[...measures, ...municipalMeasures].map(({ what, who, when }) => (
          <li key={`${what} ${who} ${when}`}>
            {what}
            <span className="subtle">
              {" "}
              {t.who}: {who}. {t.when}: {when}.
            </span>
          </li>
        ))}
      </ul>
      <h3 className="ds-heading" data-size="xs">
        {t.whereTo[reader]}
      </h3>
      <p className="mine-text">{whereToTurn}</p>
      {patientsWords !== null && (
        <>
          <h3 className="ds-heading" data-size="xs">
            {t.yourWords[reader]}
          </h3>
          <p className="mine-quote">{patientsWords}</p>
        </>
      )}
    </section>
  );
}

export function AfterPage() {
  const t = useMineTexts(afterTexts);
  const reader = useReader();
  const { followUp } = useMine().data;
  return (
    <>
      <Heading title={t.title} lead={t.lead[reader]} />
      <div className="mine-cards">
        {followUp == null ? (
          <p className="ds-card mine-card">
            <span>
              {t.none[reader]} <ToVoice />
            </span>
          </p>
        ) : (
          <Plan plan={followUp} />
        )}
        <section className="ds-card mine-card" aria-labelledby="turn">
          <h2 id="turn" className="ds-heading" data-size="sm">
            {t.turn}
          </h2>
          <ul className="mine-goals">
            {t.help[reader].map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}
