// Knows the first page: where I am, what happens next and when, who has the responsibility, what I can say.
import { inSentence } from "../../../i18n/dates.ts";
import { useAge, useMineTexts, usePathway, useWords } from "../mine-context.tsx";
import { addressOf } from "../pages.ts";
import { Heading } from "../shell/heading.tsx";
import { useChosen } from "../shell/shell.tsx";
import { Longer } from "./longer.tsx";
import { People } from "./people.tsx";
import { Steps } from "./steps.tsx";
import { overviewTexts } from "./texts.ts";

function Here() {
  const t = useMineTexts(overviewTexts);
  const { pick, date } = useWords();
  const mine = usePathway();
  const chosen = useChosen();
  const { phases, running, endedOn } = mine;
  const phase = phases.find(({ state }) => state === "current");
  const over = !running && endedOn !== null;
  return (
    <section className="ds-card mine-card mine-here" aria-labelledby="here">
      <h2 id="here" className="ds-heading" data-size="sm">
        {t.here}
      </h2>
      {over ? (
        <p>
          {t.ended(date(endedOn))}{" "}
          <a className="ds-link" href={addressOf("after", chosen)}>
            {t.endedMore}
          </a>
        </p>
      ) : (
        <>
          {phase !== undefined && <p className="mine-phase">{pick(phase.name)}</p>}
          <p>{phase?.patientText == null ? t.referred : pick(phase.patientText.what)}</p>
        </>
      )}
      <Steps />
    </section>
  );
}

function Next() {
  const t = useMineTexts(overviewTexts);
  const { pick, date } = useWords();
  const { next, phases, longer } = usePathway();
  const phase = phases.find(({ state }) => state === "current");
  const kind = next?.kind;
  const why = next?.why;
  return (
    <section className="ds-card mine-card" aria-labelledby="next">
      <h2 id="next" className="ds-heading" data-size="sm">
        {t.next}
      </h2>
      <p className="mine-next">
        {next === null ? t.nextNone : t.nextStep(inSentence(pick(next.name)))}
      </p>
      {next !== null && next.on !== null && kind != null && kind !== "answer" && (
        <p>{t.by[kind](date(next.on))}</p>
      )}
      {next !== null && next.on === null && longer.length === 0 && <p>{t.noDate}</p>}
      {why != null && (
        <details className="ds-details mine-why">
          <summary>{t.why}</summary>
          <p>
            {t.because(
              why.count === "working-days" ? t.workingDays(why.limitDays) : t.days(why.limitDays),
              pick(why.fromName),
              date(why.fromOn),
            )}{" "}
            {kind === "recommendation" && t.becauseAdvice}
          </p>
        </details>
      )}
      {phase?.patientText != null && <p>{pick(phase.patientText.when)}</p>}
      <Longer />
    </section>
  );
}

function Dates() {
  const t = useMineTexts(overviewTexts);
  const { pick, date } = useWords();
  const { dates } = usePathway();
  const chosen = useChosen();
  const file = `/mitt/datoer.ics${chosen === undefined ? "" : `?forlop=${encodeURIComponent(chosen)}`}`;
  return (
    <section className="ds-card mine-card" aria-labelledby="dates">
      <h2 id="dates" className="ds-heading" data-size="sm">
        {t.dates}
      </h2>
      {dates.length === 0 ? (
        <p>{t.noDates}</p>
      ) : (
        <>
          <ul className="mine-dates">
            {dates.map(({ on, kind, name }) => (
              <li key={`${on} ${kind} ${name?.nb ?? ""}`}>
                <time dateTime={on}>{date(on)}</time>
                <span>
                  {t.dateKinds[kind]}
                  {name !== null && kind !== "legal-deadline" && <>: {inSentence(pick(name))}</>}
                </span>
              </li>
            ))}
          </ul>
          <p className="mine-no-print">
            <a className="ds-link" href={file} download>
              {t.calendar}
            </a>
            <br />
            <span className="subtle">{t.calendarNote}</span>
          </p>
        </>
      )}
    </section>
  );
}

function Say() {
  const t = useMineTexts(overviewTexts);
  const { pick } = useWords();
  const { phases, relation } = usePathway();
  const chosen = useChosen();
  const phase = phases.find(({ state }) => state === "current");
  const own = relation === "own";
  return (
    <section className="ds-card mine-card" aria-labelledby="say">
      <h2 id="say" className="ds-heading" data-size="sm">
        {t.say}
      </h2>
      {phase?.patientText != null && <p>{pick(phase.patientText.voice)}</p>}
      {own && (
        <ul className="mine-ways">
          {(["voice", "plan", "insight"] as const).map((page) => (
            <li key={page}>
              <a
                className="ds-button"
                data-color="accent"
                data-variant="secondary"
                href={addressOf(page, chosen)}
              >
                {t.ways[page]}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Happened() {
  const t = useMineTexts(overviewTexts);
  const { pick, date } = useWords();
  const { happened } = usePathway();
  if (happened.length === 0) return null;
  return (
    <details className="ds-details mine-happened mine-no-print">
      <summary>{t.happened}</summary>
      <ul className="mine-dates">
        {happened.map(({ on, name }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what has happened changes only with the page
          <li key={at}>
            <time dateTime={on}>{date(on)}</time>
            <span>{pick(name)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

export function OverviewPage() {
  const t = useMineTexts(overviewTexts);
  const age = useAge();
  const { relation, name } = usePathway();
  const own = relation === "own";
  const title = own || name === null ? t.title[age] : t.titleOf(name);
  return (
    <>
      <Heading title={title} {...(own ? { lead: t.lead[age] } : {})} />
      <div className="mine-cards">
        <Here />
        <Next />
        <People />
        <Dates />
        <Say />
      </div>
      <Happened />
    </>
  );
}
