// Knows the checklist of the course's edition, ticked off before the course is closed.
import "./closing.css";
import { useState } from "react";
import { useWrite } from "../../app/api/use-write.ts";
import { DateField } from "../../components/field.tsx";
import { ChoiceField, LineField } from "../../components/words-field.tsx";
import { WriteButton } from "../../components/write-button.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import {
  type Checks,
  type Closing,
  closingQuery,
  type Item,
  saveChecks,
} from "./closing-queries.ts";
import { closingTexts } from "./texts.ts";

type Is = NonNullable<Item["is"]>;
const IS: readonly Is[] = ["done", "not-done", "not-relevant"];

interface Tick {
  readonly is: Is | undefined;
  readonly note: string;
}

export function Checklist({ closing, asOf }: { readonly closing: Closing; readonly asOf: string }) {
  const t = useScreenTexts(closingTexts);
  const { pick } = useTexts();
  const { courseId, items, version } = closing;
  const [plannedOn, setPlannedOn] = useState(closing.plannedOn ?? asOf);
  const [ticks, setTicks] = useState<Readonly<Record<string, Tick>>>({});
  const write = useWrite(
    (sent: { checks: Checks; version: number }, key) =>
      saveChecks({ courseId, version: sent.version }, sent.checks, key),
    [closingQuery(courseId).queryKey, ["tasks"]],
  );
  const tickOf = ({ item, is, note }: Item): Tick =>
    ticks[item] ?? { is: is ?? undefined, note: note ?? "" };
  const checks = items.flatMap((item) => {
    const { is, note } = tickOf(item);
    if (is === undefined) return [];
    return [{ item: item.item, is, ...(note.trim() === "" ? {} : { note: note.trim() }) }];
  });
  return (
    <section className="form-block" aria-label={t.checklist}>
      <h2 className="ds-heading" data-size="xs">
        {t.checklist}
      </h2>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          write.send({ checks: { plannedOn, checks }, version });
        }}
      >
        {items.map((item) => {
          const tick = tickOf(item);
          const set = (part: Partial<Tick>) =>
            setTicks({ ...ticks, [item.item]: { ...tick, ...part } });
          return (
            <div key={item.item} className="form-part check">
              <ChoiceField
                legend={pick(item.text)}
                choices={IS.map((one) => [one, t.is[one]] as const)}
                value={tick.is}
                onChange={(is) => set({ is })}
              />
              {(tick.is === "not-done" || tick.note !== "") && (
                <LineField label={t.note} value={tick.note} onChange={(note) => set({ note })} />
              )}
            </div>
          );
        })}
        <DateField label={t.plannedOn} value={plannedOn} onChange={setPlannedOn} />
        <WriteButton write={write} variant="secondary">
          {t.saveChecks}
        </WriteButton>
      </form>
    </section>
  );
}
