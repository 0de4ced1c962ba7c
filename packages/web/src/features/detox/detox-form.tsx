// Knows the form by which the end of a detox and the start after it are planned.
import type { CareLevel } from "@rettvei/engine";
import { useState } from "react";
import { useWrite } from "../../app/api/use-write.ts";
import { DateField, SelectField } from "../../components/field.tsx";
import { LineField } from "../../components/words-field.tsx";
import { WriteButton } from "../../components/write-button.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { type Detox, type NewDetox, planDetox } from "./detox-queries.ts";
import { detoxTexts } from "./texts.ts";

const LEVELS: readonly CareLevel[] = ["dogn", "dag", "poliklinikk"];

export function DetoxForm({
  courseId,
  detox,
}: {
  readonly courseId: string;
  readonly detox: Detox | undefined;
}) {
  const t = useScreenTexts(detoxTexts);
  const { t: all } = useTexts();
  const [endOn, setEndOn] = useState(detox?.endOn ?? "");
  const [nextStartOn, setNextStartOn] = useState(detox?.nextStartOn ?? "");
  const [nextWhere, setNextWhere] = useState(detox?.nextWhere ?? "");
  const [careLevel, setCareLevel] = useState<string>(detox?.careLevel ?? "");
  const write = useWrite(
    (body: NewDetox, key) => planDetox(courseId, body, key),
    [["course", courseId], ["tasks"]],
  );
  const level = LEVELS.find((one) => one === careLevel);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (endOn === "") return;
        write.send({
          endOn,
          ...(nextStartOn === "" ? {} : { nextStartOn }),
          ...(nextWhere.trim() === "" ? {} : { nextWhere: nextWhere.trim() }),
          ...(level === undefined ? {} : { careLevel: level }),
        });
      }}
    >
      <DateField label={t.endOn} value={endOn} onChange={setEndOn} />
      <DateField label={t.nextStartOn} value={nextStartOn} onChange={setNextStartOn} />
      <div className="form-row">
        <LineField label={t.nextWhere} value={nextWhere} onChange={setNextWhere} />
        <SelectField label={t.careLevel} value={careLevel} onChange={setCareLevel}>
          <option value="">{t.asCourse}</option>
          {LEVELS.map((one) => (
            <option key={one} value={one}>
              {all.careLevels[one]}
            </option>
          ))}
        </SelectField>
      </div>
      <WriteButton write={write}>{t.save}</WriteButton>
    </form>
  );
}
