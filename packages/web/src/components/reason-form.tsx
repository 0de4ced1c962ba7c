// Knows a way that needs a reason in words: closed until it is asked for, then one field and a button.
import { useState } from "react";
import type { Write } from "../app/api/use-write.ts";
import { WordsField } from "./words-field.tsx";
import { WriteButton } from "./write-button.tsx";

export function ReasonForm({
  title,
  label,
  button,
  write,
}: {
  readonly title: string;
  readonly label: string;
  readonly button: string;
  readonly write: Write<string>;
}) {
  const [reason, setReason] = useState("");
  return (
    <details className="fold">
      <summary>{title}</summary>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          write.send(reason.trim());
        }}
      >
        <WordsField label={label} rows={2} required value={reason} onChange={setReason} />
        <WriteButton write={write} variant="secondary">
          {button}
        </WriteButton>
      </form>
    </details>
  );
}
