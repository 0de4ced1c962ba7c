// Knows how a patient lets somebody see, by consent or power of attorney: by the code that the other reads out, until a day.
import { parseCalendarDate } from "@rettvei/engine";
import { type FormEvent, useId, useState } from "react";
import { useMine, useMineTexts, usePathway } from "../mine-context.tsx";
import { Outcome } from "../shell/outcome.tsx";
import { useSend } from "../use-send.ts";
import { bornAtLatest, type Given, lastDayOf, NOTHING_GIVEN, representationOf } from "./given.ts";
import { sharingTexts } from "./texts.ts";

const WAYS = ["consent", "power-of-attorney"] as const;

/** Which of the two it is, both in sight. */
function WayChoice({
  way,
  onChange,
}: Pick<Given, "way"> & { onChange: (way: Given["way"]) => void }) {
  const t = useMineTexts(sharingTexts);
  const name = useId();
  return (
    <fieldset className="ds-fieldset mine-choice">
      <legend>{t.ways}</legend>
      {WAYS.map((one) => (
        <label key={one} className="mine-radio">
          <input
            type="radio"
            className="ds-input"
            name={name}
            checked={way === one}
            onChange={() => onChange(one)}
          />
          {t.way[one]}
        </label>
      ))}
    </fieldset>
  );
}

interface AskedFor {
  readonly label: string;
  readonly value: string;
  readonly type?: "text" | "date";
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly onChange: (value: string) => void;
}

function Asked({ label, onChange, type = "text", ...input }: AskedFor) {
  const id = useId();
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={id}>
        {label}
      </label>
      <input
        {...{ id, type, ...input }}
        className="ds-input"
        required
        autoComplete="off"
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}

function Fields({ given, set }: { given: Given; set: (some: Partial<Given>) => void }) {
  const t = useMineTexts(sharingTexts);
  const { asOf } = usePathway();
  const day = parseCalendarDate(asOf);
  const { way, code, name, born, until } = given;
  return (
    <>
      <WayChoice way={way} onChange={(chosen) => set({ way: chosen })} />
      <Asked label={t.code} value={code} onChange={(value) => set({ code: value })} />
      <Asked label={t.name} value={name} onChange={(value) => set({ name: value })} />
      {way === "power-of-attorney" && (
        <Asked
          label={t.born}
          type="date"
          max={bornAtLatest(day)}
          value={born}
          onChange={(value) => set({ born: value })}
        />
      )}
      <Asked
        label={t.lastDay[way]}
        type="date"
        min={day}
        max={lastDayOf(way, day)}
        value={until}
        onChange={(value) => set({ until: value })}
      />
    </>
  );
}

export function ConsentForm() {
  const t = useMineTexts(sharingTexts);
  const { alive } = useMine();
  const { patientId } = usePathway();
  const [given, setGiven] = useState(NOTHING_GIVEN);
  const { state, send } = useSend();
  if (!alive) return null;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const url = `/api/patients/${encodeURIComponent(patientId)}/representations`;
    if (await send(url, representationOf(given, t.purpose))) setGiven(NOTHING_GIVEN);
  };
  return (
    <details className="ds-details mine-no-print">
      <summary>{t.give}</summary>
      <form className="mine-form mine-question" onSubmit={(event) => void submit(event)}>
        <p>{t.giveHint}</p>
        <Fields given={given} set={(some) => setGiven({ ...given, ...some })} />
        <button type="submit" className="ds-button" data-color="accent">
          {t.giveAction}
        </button>
        <Outcome state={state} sent={t.given} />
      </form>
    </details>
  );
}
