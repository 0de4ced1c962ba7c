// Knows the page on which a patient speaks up, and reads the answers.
import { useState } from "react";
import type { Schemas } from "../../../app/api/client.ts";
import { useAge, useMine, useMineTexts, usePathway, useWords } from "../mine-context.tsx";
import { Heading } from "../shell/heading.tsx";
import { SendButton } from "../shell/send-button.tsx";
import { WordsForm } from "../shell/words-form.tsx";
import { voiceTexts } from "./texts.ts";

const KINDS = [
  "before-evaluation",
  "not-working",
  "other-therapist",
  "alone-with-therapist",
] as const;
type Kind = (typeof KINDS)[number];

function Say() {
  const t = useMineTexts(voiceTexts);
  const age = useAge();
  const { alive } = useMine();
  const { courseId } = usePathway();
  const [about, setAbout] = useState<Kind>("not-working");
  return (
    <section className="ds-card mine-card" aria-label={t.about}>
      {alive && (
        <fieldset className="ds-fieldset mine-choice">
          <legend>{t.about}</legend>
          {KINDS.map((kind) => (
            <label key={kind} className="mine-radio">
              <input
                type="radio"
                className="ds-input"
                name="about"
                value={kind}
                checked={about === kind}
                onChange={() => setAbout(kind)}
              />
              {t.kinds[age][kind]}
            </label>
          ))}
        </fieldset>
      )}
      <WordsForm
        label={t.kinds[age][about]}
        hint={t.hints[about]}
        sent={t.sent}
        url={`/api/courses/${encodeURIComponent(courseId)}/voices`}
        body={(words) => ({ about, words })}
      />
      <p className="subtle">{t.reads}</p>
    </section>
  );
}

function Said({ voice }: { readonly voice: Schemas["Voice"] }) {
  const t = useMineTexts(voiceTexts);
  const age = useAge();
  const { date } = useWords();
  const { asOf, people } = usePathway();
  const { state, personId } = voice;
  const waits = state === "waiting" || state === "taken";
  const by = date(voice.answerBy);
  const who = people.find((one) => one.personId === personId)?.name ?? t.somebody;
  return (
    <li className="ds-card mine-card">
      <h3 className="ds-heading" data-size="xs">
        {t.kinds[age][voice.about]}
      </h3>
      <p className="mine-quote">{voice.words}</p>
      <p className="subtle">
        {t.said(date(voice.saidOn))}{" "}
        {waits && voice.answerBy >= asOf && (state === "taken" ? t.taken(by, who) : t.waits(by))}
      </p>
      {waits && voice.answerBy < asOf && <p>{t.late}</p>}
      {voice.state === "withdrawn" && <p>{t.withdrawn}</p>}
      {voice.answer !== null && (
        <>
          <p>
            <strong>{t.answered(date(voice.answer.on))}</strong>
          </p>
          <p className="mine-text">{voice.answer.words}</p>
        </>
      )}
      {waits && (
        <SendButton
          label={t.withdraw}
          url={`/api/voices/${voice.voiceId}/withdrawn`}
          version={voice.version}
        />
      )}
    </li>
  );
}

export function VoicePage() {
  const t = useMineTexts(voiceTexts);
  const age = useAge();
  const { voices = [] } = useMine().data;
  return (
    <>
      <Heading title={t.title[age]} lead={t.lead[age]} />
      <Say />
      <section className="mine-section" aria-labelledby="said">
        <h2 id="said" className="ds-heading" data-size="sm">
          {t.earlier}
        </h2>
        {voices.length === 0 ? (
          <p>{t.none}</p>
        ) : (
          <ul className="mine-list">
            {[...voices].reverse().map((voice) => (
              <Said key={voice.voiceId} voice={voice} />
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
