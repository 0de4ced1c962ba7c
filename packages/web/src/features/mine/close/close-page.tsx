// Knows the page for those close to a patient: what they see, and support for them.
import { useMine, useMineTexts } from "../mine-context.tsx";
import { Heading } from "../shell/heading.tsx";
import { closeTexts } from "./texts.ts";

function Lines({
  id,
  title,
  lines,
}: {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
}) {
  return (
    <section className="ds-card mine-card" aria-labelledby={id}>
      <h2 id={id} className="ds-heading" data-size="sm">
        {title}
      </h2>
      <ul className="mine-goals">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

export function ClosePage() {
  const t = useMineTexts(closeTexts);
  const { myCode } = useMine().data;
  return (
    <>
      <Heading title={t.title} lead={t.lead} />
      <div className="mine-cards">
        <Lines id="see" title={t.see} lines={t.seeLines} />
        <Lines id="support" title={t.support} lines={t.supportLines} />
        <Lines id="ages" title={t.ages} lines={t.ageLines} />
        <section className="ds-card mine-card" aria-labelledby="code">
          <h2 id="code" className="ds-heading" data-size="sm">
            {t.code}
          </h2>
          <p className="mine-phase">{myCode}</p>
          <p>{t.codeWhy}</p>
        </section>
      </div>
    </>
  );
}
