// Knows how a patient lets somebody see: by the code that the other reads out, until a day.
import { addDays, parseCalendarDate } from "@rettvei/engine";
import { type FormEvent, useId, useState } from "react";
import { useMine, useMineTexts, usePathway } from "../mine-context.tsx";
import { Outcome } from "../shell/outcome.tsx";
import { useSend } from "../use-send.ts";
import { sharingTexts } from "./texts.ts";

const LONGEST_DAYS = 366;
const EMPTY = { code: "", name: "", until: "" };

export function ConsentForm() {
  const t = useMineTexts(sharingTexts);
  const { alive } = useMine();
  const { patientId, asOf } = usePathway();
  const id = useId();
  const [given, setGiven] = useState(EMPTY);
  const { state, send } = useSend();
  if (!alive) return null;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { code, name, until } = given;
    const body = { actsAs: "consent", personId: code.trim(), personName: name.trim() };
    const url = `/api/patients/${encodeURIComponent(patientId)}/representations`;
    if (await send(url, { ...body, purpose: t.purpose, until })) setGiven(EMPTY);
  };
  const field = (name: keyof typeof EMPTY, label: string, type: "text" | "date") => (
    <div className="ds-field">
      <label className="ds-label" htmlFor={`${id}-${name}`}>
        {label}
      </label>
      <input
        id={`${id}-${name}`}
        className="ds-input"
        type={type}
        required
        autoComplete="off"
        min={type === "date" ? asOf : undefined}
        max={type === "date" ? addDays(parseCalendarDate(asOf), LONGEST_DAYS) : undefined}
        value={given[name]}
        onChange={({ target }) => setGiven({ ...given, [name]: target.value })}
      />
    </div>
  );
  return (
    <details className="ds-details mine-no-print">
      <summary>{t.give}</summary>
      <form className="mine-form mine-question" onSubmit={(event) => void submit(event)}>
        <p>{t.giveHint}</p>
        {field("code", t.code, "text")}
        {field("name", t.name, "text")}
        {field("until", t.lastDay, "date")}
        <button type="submit" className="ds-button" data-color="accent">
          {t.giveAction}
        </button>
        <Outcome state={state} sent={t.given} />
      </form>
    </details>
  );
}
