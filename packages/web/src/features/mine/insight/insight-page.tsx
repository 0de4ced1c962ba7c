// Knows the page of who has looked: everybody with reason and time, and a way to ask why.
import { instantInOslo } from "../../../i18n/dates.ts";
import { useMine, useMineTexts, usePathway, useWords } from "../mine-context.tsx";
import { Heading } from "../shell/heading.tsx";
import { mineWords } from "../shell/texts.ts";
import { WordsForm } from "../shell/words-form.tsx";
import { type Accesses, accessesOf } from "./accesses.ts";
import { insightTexts } from "./texts.ts";

function One({ accesses: { first, moments } }: { readonly accesses: Accesses }) {
  const t = useMineTexts(insightTexts);
  const { pick, language } = useWords();
  const { patientId } = usePathway();
  const { name, organisation, unitName, role, why } = first;
  const elsewhere = /^\d+$/.test(organisation) ? t.organisation(organisation) : organisation;
  const place = unitName ?? (organisation === "-" ? undefined : elsewhere);
  return (
    <li className="ds-card mine-card">
      <p>
        <strong>{name}</strong>
        {place !== undefined && `, ${place}`}
      </p>
      <p>{role === "service" ? t.itself : pick(why)}</p>
      <ul className="mine-moments">
        {moments.map(({ at, deed }) => (
          <li key={`${at} ${deed}`}>
            <time dateTime={at}>{instantInOslo(at, mineWords[language])}</time>. {t.deeds[deed]}
          </li>
        ))}
      </ul>
      <details className="ds-details mine-no-print">
        <summary>{t.ask}</summary>
        <div className="mine-question">
          <WordsForm
            label={t.askLabel}
            sent={t.asked}
            url={`/api/patients/${encodeURIComponent(patientId)}/explanations`}
            body={(words) => ({ entry: first.entry, words })}
          />
        </div>
      </details>
    </li>
  );
}

function Explanations() {
  const t = useMineTexts(insightTexts);
  const { date } = useWords();
  const { asOf } = usePathway();
  const { explanations = [] } = useMine().data;
  if (explanations.length === 0) return null;
  return (
    <section className="mine-section" aria-labelledby="asked">
      <h2 id="asked" className="ds-heading" data-size="sm">
        {t.explanations}
      </h2>
      <ul className="mine-list">
        {explanations.map(({ explanationId, words, dueOn, answer }) => (
          <li key={explanationId} className="ds-card mine-card">
            <p className="mine-quote">{words}</p>
            {answer === null ? (
              <p className="subtle">{dueOn < asOf ? t.late : t.by(date(dueOn))}</p>
            ) : (
              <p className="mine-text">
                <strong>{t.answer}:</strong> {answer}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function InsightPage() {
  const t = useMineTexts(insightTexts);
  const { entries = [], next } = useMine().data.log ?? {};
  const others = entries.filter(({ role }) => role !== "patient");
  return (
    <>
      <Heading title={t.title} lead={t.lead} />
      <Explanations />
      <section className="mine-section" aria-labelledby="others">
        <h2 id="others" className="ds-heading" data-size="sm">
          {t.others}
        </h2>
        {others.length === 0 ? (
          <p>{t.none}</p>
        ) : (
          <ul className="mine-list">
            {accessesOf(others).map((accesses) => (
              <One key={accesses.first.entry} accesses={accesses} />
            ))}
          </ul>
        )}
      </section>
      <section className="mine-section" aria-labelledby="self">
        <h2 id="self" className="ds-heading" data-size="sm">
          {t.self}
        </h2>
        <p>{t.selfMore(entries.length - others.length)}</p>
        {next != null && <p>{t.more}</p>}
      </section>
      <section className="mine-section mine-no-print" aria-labelledby="everything">
        <h2 id="everything" className="ds-heading" data-size="sm">
          {t.everything}
        </h2>
        <p>{t.everythingWhat}</p>
        <p>
          <a className="ds-button" data-variant="secondary" href="/mitt/alt-om-meg.json" download>
            {t.everything}
          </a>
        </p>
        <p className="subtle">{t.everythingKeep}</p>
      </section>
    </>
  );
}
