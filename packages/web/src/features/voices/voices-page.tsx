// Knows what a patient has said in a course, and how it is taken and answered.
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api, changing, type Schemas } from "../../app/api/client.ts";
import { useWrite } from "../../app/api/use-write.ts";
import { Answered } from "../../components/answered.tsx";
import { WordsField } from "../../components/words-field.tsx";
import { WriteButton } from "../../components/write-button.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { voiceTexts } from "./texts.ts";

type Voice = Schemas["Voice"];

function voicesQuery(courseId: string) {
  return queryOptions({
    queryKey: ["course", courseId, "voices"],
    queryFn: ({ signal }) =>
      answered(
        api.GET("/api/courses/{courseId}/voices", { params: { path: { courseId } }, signal }),
      ),
  });
}

interface VoiceProps {
  readonly courseId: string;
  readonly voice: Voice;
}

function Answer({ courseId, voice }: VoiceProps) {
  const t = useScreenTexts(voiceTexts);
  const [words, setWords] = useState("");
  const changed = [voicesQuery(courseId).queryKey, ["tasks"]];
  const paramsOf = (version: number, key: string) => ({
    path: { voiceId: voice.voiceId },
    header: changing(key, version),
  });
  const take = useWrite(
    (version: number, key) =>
      answered(
        api.POST("/api/voices/{voiceId}/taken", { params: paramsOf(version, key), body: {} }),
      ),
    changed,
  );
  const answer = useWrite(
    (body: { words: string; version: number }, key) =>
      answered(
        api.POST("/api/voices/{voiceId}/answered", {
          params: paramsOf(body.version, key),
          body: { words: body.words },
        }),
      ),
    changed,
  );
  return (
    <>
      {voice.state === "waiting" && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            take.send(voice.version);
          }}
        >
          <WriteButton write={take} variant="secondary">
            {t.take}
          </WriteButton>
        </form>
      )}
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          answer.send({ words: words.trim(), version: voice.version });
        }}
      >
        <WordsField label={t.answer} required value={words} onChange={setWords} />
        <WriteButton write={answer}>{t.send}</WriteButton>
      </form>
    </>
  );
}

function VoiceCard({ courseId, voice }: VoiceProps) {
  const t = useScreenTexts(voiceTexts);
  const { date } = useTexts();
  const { about, words, saidOn, state, answerBy, answer } = voice;
  const isOpen = state === "waiting" || state === "taken";
  return (
    <article className="form-block" aria-label={`${t.about[about]}, ${date(saidOn)}`}>
      <p>
        <strong>{t.about[about]}</strong>{" "}
        <span className="subtle">
          {t.said(date(saidOn))} · {t.states[state]}
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
      {isOpen && <Answer courseId={courseId} voice={voice} />}
    </article>
  );
}

export function VoicesPage({ courseId }: { readonly courseId: string }) {
  const t = useScreenTexts(voiceTexts);
  return (
    <Answered question={useQuery(voicesQuery(courseId))}>
      {({ voices }) => (
        <div className="sheet">
          {voices.length === 0 && <p className="subtle">{t.none}</p>}
          {voices.toReversed().map((voice) => (
            <VoiceCard key={voice.voiceId} courseId={courseId} voice={voice} />
          ))}
        </div>
      )}
    </Answered>
  );
}
