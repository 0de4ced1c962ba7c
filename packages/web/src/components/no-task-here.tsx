// Knows what is said where only who has a task in a course may read: why, and how one comes to have one.
import { Link } from "@tanstack/react-router";
import { screenTexts, useScreenTexts } from "../i18n/screen-texts.ts";

const texts = screenTexts({
  nb: {
    title: "Du har ingen oppgave i dette forløpet",
    why: "Plan og evalueringer er pasientens egne ord og mål. De kan bare leses av dem som har en oppgave i forløpet, og det har ikke du nå.",
    what: "Skal du følge opp pasienten, må du stå som koordinator eller behandler. Det ordnes under Ansvar.",
    toPeople: "Til Ansvar",
  },
  nn: {
    title: "Du har inga oppgåve i dette forløpet",
    why: "Plan og evalueringar er pasienten sine eigne ord og mål. Dei kan berre lesast av dei som har ei oppgåve i forløpet, og det har ikkje du no.",
    what: "Skal du følgje opp pasienten, må du stå som koordinator eller behandlar. Det blir ordna under Ansvar.",
    toPeople: "Til Ansvar",
  },
  en: {
    title: "You have no task in this course",
    why: "Plan and evaluations are the patient's own words and goals. Only those who have a task in the course may read them, and you have none now.",
    what: "If you are to follow the patient, you must be their coordinator or practitioner. That is arranged under People.",
    toPeople: "To People",
  },
});

export function NoTaskHere({ courseId }: { readonly courseId: string }) {
  const t = useScreenTexts(texts);
  return (
    <section className="panel no-task" aria-labelledby="no-task-title">
      <h2 id="no-task-title" className="ds-heading" data-size="xs">
        {t.title}
      </h2>
      <p>{t.why}</p>
      <p>{t.what}</p>
      <p>
        <Link to="/courses/$courseId/people" params={{ courseId }} className="ds-link">
          {t.toPeople}
        </Link>
      </p>
    </section>
  );
}
