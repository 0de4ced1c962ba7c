// Knows a form for words of one's own: what is written stays until it is kept.
import { type FormEvent, useId, useState } from "react";
import { onceSent } from "../../../components/once-sent.ts";
import { useMine, useMineTexts } from "../mine-context.tsx";
import { useSend } from "../use-send.ts";
import { Outcome } from "./outcome.tsx";
import { mineWords } from "./texts.ts";

export function WordsForm({
  label,
  hint,
  action,
  sent,
  url,
  body,
  version,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly action?: string;
  readonly sent?: string;
  readonly url: string;
  readonly body: (words: string) => unknown;
  readonly version?: number | undefined;
}) {
  const t = useMineTexts(mineWords);
  const { alive } = useMine();
  const id = useId();
  const [words, setWords] = useState("");
  const { state, send } = useSend();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (words.trim() === "" || state === "sending") return;
    if (await send(url, body(words.trim()), version)) setWords(onceSent(words));
  };
  if (!alive) return <p className="subtle">{t.needsScript}</p>;
  return (
    <form className="mine-form" onSubmit={(event) => void submit(event)}>
      <div className="ds-field">
        <label className="ds-label" htmlFor={id}>
          {label}
        </label>
        {hint !== undefined && (
          <p className="subtle" id={`${id}-hint`}>
            {hint}
          </p>
        )}
        <textarea
          id={id}
          className="ds-input"
          rows={3}
          maxLength={5_000}
          required
          value={words}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          onChange={({ target }) => setWords(target.value)}
        />
      </div>
      <button type="submit" className="ds-button" data-color="accent">
        {action ?? t.send}
      </button>
      <Outcome state={state} {...(sent === undefined ? {} : { sent })} />
    </form>
  );
}
