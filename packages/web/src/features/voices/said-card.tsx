// Knows how something said to the unit is shown, with its answer, or the forms to answer it.
import type { ReactNode } from "react";
import type { Schemas } from "../../app/api/client.ts";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { voiceTexts } from "./texts.ts";

type Words = Pick<Schemas["Voice"], "words" | "state" | "answerBy" | "answer">;

/** What a patient's voice and a referrer's question have in common. */
export function SaidCard({
  title,
  on,
  said: { words, state, answerBy, answer },
  children,
}: {
  readonly title: string;
  readonly on: string;
  readonly said: Words;
  /** The forms, shown while it waits. */
  readonly children: ReactNode;
}) {
  const t = useScreenTexts(voiceTexts);
  const { date } = useTexts();
  const isOpen = state === "waiting" || state === "taken";
  return (
    <article className="form-block" aria-label={`${title}, ${date(on)}`}>
      <p>
        <strong>{title}</strong>{" "}
        <span className="subtle">
          {t.said(date(on))} · {t.states[state]}
        </span>
      </p>
      <p className="said">{words}</p>
      {answer !== null && (
        <>
          <p className="subtle">{t.answered(date(answer.on))}</p>
          <p className="said">{answer.words}</p>
        </>
      )}
      {isOpen && <p>{t.answerBy(date(answerBy))}</p>}
      {isOpen && children}
    </article>
  );
}
