// Knows how a patient chooses to be told that there is something to read.
import { type FormEvent, useState } from "react";
import { useMine, useMineTexts, usePathway, useWords } from "../mine-context.tsx";
import { Outcome } from "../shell/outcome.tsx";
import { useSend } from "../use-send.ts";
import { sharingTexts } from "./texts.ts";

const WAYS = ["digital-post", "sms", "e-mail", "none"] as const;

export function NoticeForm() {
  const t = useMineTexts(sharingTexts);
  const { language } = useWords();
  const { data, alive } = useMine();
  const { patientId } = usePathway();
  const kept = data.notices?.by ?? "digital-post";
  const [by, setBy] = useState(kept);
  const { state, send } = useSend();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    await send(`/api/patients/${encodeURIComponent(patientId)}/notice-choice`, { by, language });
  };
  return (
    <section className="ds-card mine-card" aria-labelledby="notices">
      <h2 id="notices" className="ds-heading" data-size="sm">
        {t.notices}
      </h2>
      <p>{t.noticesHint}</p>
      {alive ? (
        <form className="mine-form" onSubmit={(event) => void submit(event)}>
          <fieldset className="ds-fieldset mine-choice">
            <legend className="visually-hidden">{t.notices}</legend>
            {WAYS.map((way) => (
              <label key={way} className="mine-radio">
                <input
                  type="radio"
                  className="ds-input"
                  name="by"
                  checked={by === way}
                  onChange={() => setBy(way)}
                />
                {t.by[way]}
              </label>
            ))}
          </fieldset>
          <button type="submit" className="ds-button" data-color="accent">
            {t.save}
          </button>
          <Outcome state={state} sent={t.saved} />
        </form>
      ) : (
        <p>{t.by[kept]}</p>
      )}
    </section>
  );
}
