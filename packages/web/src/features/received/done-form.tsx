// Knows the form by which a message that came is told to be done with, and why.
import { useState } from "react";
import { useWrite } from "../../app/api/use-write.ts";
import { SelectField } from "../../components/field.tsx";
import { WordsField } from "../../components/words-field.tsx";
import { WriteButton } from "../../components/write-button.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import {
  CHANGED,
  DONE_REASONS,
  type Done,
  type DoneReason,
  type ReceivedState,
  setDone,
} from "./received-queries.ts";
import { receivedTexts } from "./texts.ts";

/** What one does most with a message that stands so. */
function likely(state: ReceivedState): DoneReason {
  if (state === "to-read") return "read-and-handled";
  return state === "quarantined" ? "answered-the-sender" : "no-patient-of-ours";
}

export function DoneForm({
  receivedId,
  version,
  state,
  onDone,
}: {
  readonly receivedId: string;
  readonly version: number;
  readonly state: ReceivedState;
  readonly onDone: () => void;
}) {
  const t = useScreenTexts(receivedTexts);
  const [reason, setReason] = useState(likely(state));
  const [note, setNote] = useState("");
  const write = useWrite((body: Done, key) => setDone({ receivedId, version }, body, key), CHANGED);
  const words = note.trim();
  return (
    <details className="fold" open={state !== "to-place"}>
      <summary>{state === "to-place" ? t.doneUnplaced : t.done}</summary>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          write.send({ reason, ...(words === "" ? {} : { note: words }) }, onDone);
        }}
      >
        <SelectField
          label={t.why}
          value={reason}
          onChange={(value) => setReason(DONE_REASONS.find((one) => one === value) ?? reason)}
        >
          {DONE_REASONS.map((one) => (
            <option key={one} value={one}>
              {t.reasons[one]}
            </option>
          ))}
        </SelectField>
        <WordsField label={t.note} rows={2} value={note} onChange={setNote} />
        <WriteButton write={write} variant="secondary">
          {t.setDone}
        </WriteButton>
      </form>
    </details>
  );
}
