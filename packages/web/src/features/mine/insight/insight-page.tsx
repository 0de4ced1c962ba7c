// Knows the page of who has looked: everybody by day and reason, and a way to ask why.
import { instantInOslo } from "../../../i18n/dates.ts";
import { useMine, useMineTexts, usePathway, useWords } from "../mine-context.tsx";
import type { PageData } from "../page-data.ts";
import { Heading } from "../shell/heading.tsx";
import { mineWords } from "../shell/texts.ts";
import { WordsForm } from "../shell/words-form.tsx";
import { insightTexts } from "./texts.ts";

type Entry = NonNullable<PageData["log"]>["entries"][number];

function One({ entry }: { readonly entry: Entry }) {
  const t = useMineTexts(insightTexts);
  const { pick, language } = useWords();
  const { patientId } = usePathway();
  const { at, name, organisation, outcome, unforeseen, what, why } = entry;
  const done = outcome === "refused" ? t.refused : what.endsWith(" r") ? t.read : t.changed;
  return (
    <li className="ds-card mine-card">
      <p>
        <strong>{name}</strong>, {organisation}
      </p>
      <p>
        <time dateTime={at}>{instantInOslo(at, mineWords[language])}</time>. {done}{" "}
        {unforeseen && t.unforeseen} {pick(why)}
      </p>
      <details className="ds-details mine-no-print">
        <summary>{t.ask}</summary>
        <div className="mine-question">
          <WordsForm
            label={t.askLabel}
            sent={t.asked}
            url={`/api/patients/${encodeURIComponent(patientId)}/explanations`}
            body={(words) => ({ entry: entry.entry, words })}
          />
        </div>
      </details>
    </li>
  );
}

function Explanations() {
  const t = useMineTexts(insightTexts);
  const { date } = useWords();
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
              <p className="subtle">{t.by(date(dueOn))}</p>
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
  const { entries = [] } = useMine().data.log ?? {};
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
            {others.map((entry) => (
              <One key={entry.entry} entry={entry} />
            ))}
          </ul>
        )}
      </section>
      <section className="mine-section" aria-labelledby="self">
        <h2 id="self" className="ds-heading" data-size="sm">
          {t.self}
        </h2>
        <p>{t.selfMore(entries.length - others.length)}</p>
      </section>
    </>
  );
}
