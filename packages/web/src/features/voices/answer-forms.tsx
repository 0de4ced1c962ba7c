// Knows how something said to the unit is taken and answered, whoever said it.

import type { QueryKey } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useWrite } from "../../app/api/use-write.ts";
import { WordsField } from "../../components/words-field.tsx";
import { WriteButton } from "../../components/write-button.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { voiceTexts } from "./texts.ts";

export interface Answering {
  readonly version: number;
  /** Nobody has taken it yet. */
  readonly waits: boolean;
  readonly take: (version: number, key: string) => Promise<unknown>;
  readonly answer: (said: Said, key: string) => Promise<unknown>;
}

export interface Said {
  readonly words: string;
  readonly version: number;
}

export function AnswerForms({
  label,
  changed,
  answering: { version, waits, ...ways },
  children,
}: {
  readonly label: string;
  readonly changed: readonly QueryKey[];
  readonly answering: Answering;
  /** What else is asked with the answer. */
  readonly children?: ReactNode;
}) {
  const t = useScreenTexts(voiceTexts);
  const [words, setWords] = useState("");
  const take = useWrite(ways.take, changed);
  const answer = useWrite(ways.answer, changed);
  return (
    <>
      {waits && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            take.send(version);
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
          answer.send({ words: words.trim(), version });
        }}
      >
        <WordsField label={label} required value={words} onChange={setWords} />
        {children}
        <WriteButton write={answer}>{t.send}</WriteButton>
      </form>
    </>
  );
}
