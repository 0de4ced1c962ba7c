// Knows how one message is read, and what may be done with one that has not arrived.
import { useState } from "react";
import { useWrite } from "../../app/api/use-write.ts";
import { SelectField } from "../../components/field.tsx";
import { type TagTone, ToneTag } from "../../components/tone-tag.tsx";
import { WriteButton } from "../../components/write-button.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import {
  giveUp,
  type Message,
  type MessageState,
  REASONS,
  type Reason,
  takeOver,
  tryAgain,
} from "./message-queries.ts";
import { messageTexts } from "./texts.ts";

const TONES: Readonly<Record<MessageState, TagTone>> = {
  written: "calm",
  sent: "soon",
  delivered: "good",
  read: "good",
  failed: "over",
  "given-up": "none",
};

const CHANGED = [["messages"], ["tasks"], ["course"]];

function GiveUp({ message }: { readonly message: Message }) {
  const t = useScreenTexts(messageTexts);
  const [reason, setReason] = useState<Reason>("told-by-telephone");
  const write = useWrite((why: Reason, key) => giveUp(message, why, key), CHANGED);
  return (
    <details className="fold">
      <summary>{t.giveUp}</summary>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          write.send(reason);
        }}
      >
        <SelectField
          label={t.why}
          value={reason}
          onChange={(value) => setReason(REASONS.find((one) => one === value) ?? reason)}
        >
          {REASONS.map((one) => (
            <option key={one} value={one}>
              {t.reasons[one]}
            </option>
          ))}
        </SelectField>
        <WriteButton write={write} variant="secondary">
          {t.giveUp}
        </WriteButton>
      </form>
    </details>
  );
}

function Ways({ message }: { readonly message: Message }) {
  const t = useScreenTexts(messageTexts);
  const take = useWrite((seen: Message, key) => takeOver(seen, key), CHANGED);
  const again = useWrite((seen: Message, key) => tryAgain(seen, key), CHANGED);
  const ways = [
    [t.takeOver, take, message.personId === null],
    [t.tryAgain, again, message.state === "failed"],
  ] as const;
  return (
    <>
      <div className="form-ways">
        {ways
          .filter(([, , may]) => may)
          .map(([name, write]) => (
            <form
              key={name}
              onSubmit={(event) => {
                event.preventDefault();
                write.send(message);
              }}
            >
              <WriteButton write={write} variant="secondary">
                {name}
              </WriteButton>
            </form>
          ))}
      </div>
      <GiveUp message={message} />
    </>
  );
}

export function MessageCard({
  message,
  mayWrite,
}: {
  readonly message: Message;
  readonly mayWrite: boolean;
}) {
  const t = useScreenTexts(messageTexts);
  const { date, t: all } = useTexts();
  const { state, purpose, to, patient, dueOn, trouble, personId } = message;
  const isOpen = state === "written" || state === "sent" || state === "failed";
  const of = patient === null ? [] : [patient.name ?? all.list.unnamed(patient.patientId)];
  return (
    <article className="form-block" aria-label={`${t.purposes[purpose]} ${t.to(to.name)}`}>
      <p className="form-ways">
        <strong>
          {t.purposes[purpose]} {t.to(to.name)}
        </strong>
        <ToneTag tone={TONES[state]}>{t.states[state]}</ToneTag>
      </p>
      <p className="subtle">
        {[
          ...of,
          ...(isOpen ? [t.dueOn(date(dueOn))] : []),
          ...(personId === null ? [] : [t.taken]),
        ].join(" · ")}
      </p>
      {trouble !== null && trouble.why !== null && <p>{t.trouble[trouble.why]}</p>}
      {isOpen && mayWrite && <Ways message={message} />}
    </article>
  );
}
