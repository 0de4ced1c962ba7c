// Knows how a patient keeps somebody out: a person of the course, or its unit.
import { type FormEvent, useId, useState } from "react";
import { useMine, useMineTexts, usePathway } from "../mine-context.tsx";
import { Outcome } from "../shell/outcome.tsx";
import { useSend } from "../use-send.ts";
import { sharingTexts } from "./texts.ts";

interface Choice {
  readonly against: "person" | "unit";
  readonly id: string;
  readonly name: string;
}

export function BlockForm() {
  const t = useMineTexts(sharingTexts);
  const { alive } = useMine();
  const { patientId, people, unit } = usePathway();
  const id = useId();
  const [at, setAt] = useState(0);
  const { state, send } = useSend();
  if (!alive) return null;
  const persons = new Map(people.map(({ personId, name }) => [personId, name]));
  const choices: readonly Choice[] = [
    ...[...persons].map(([one, name]) => ({ against: "person" as const, id: one, name })),
    ...(unit === null ? [] : [{ against: "unit" as const, id: unit.unitId, name: unit.name }]),
  ];
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const chosen = choices[at];
    if (chosen === undefined) return;
    const body = { against: chosen.against, id: chosen.id };
    await send(`/api/patients/${encodeURIComponent(patientId)}/blocks`, body);
  };
  return (
    <details className="ds-details mine-no-print">
      <summary>{t.block}</summary>
      <form className="mine-form mine-question" onSubmit={(event) => void submit(event)}>
        <p>{t.blockHint}</p>
        {choices.length === 0 ? (
          <p>{t.blockNobody}</p>
        ) : (
          <>
            <div className="ds-field">
              <label className="ds-label" htmlFor={id}>
                {t.whom}
              </label>
              <select
                id={id}
                className="ds-input"
                value={at}
                onChange={({ target }) => setAt(Number(target.value))}
              >
                {choices.map(({ name, against, id: one }, place) => (
                  <option key={`${against} ${one}`} value={place}>
                    {name}
                  </option>
                ))}
              </select>
            </div>
            <button type="submit" className="ds-button" data-color="accent">
              {t.blockAction}
            </button>
          </>
        )}
        <Outcome state={state} sent={t.blocked} />
      </form>
    </details>
  );
}
