// Knows the form of a follow-up plan: the municipality, one named person, what is done, and where the patient turns.
import { useState } from "react";
import { useWrite } from "../../app/api/use-write.ts";
import { MunicipalUnitField } from "../../components/municipal-unit-field.tsx";
import { LineField, TickField, WordsField } from "../../components/words-field.tsx";
import { WriteButton } from "../../components/write-button.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { makeFollowUp, type NewFollowUp } from "./closing-queries.ts";
import { KeyedRows } from "./keyed-rows.tsx";
import { closingTexts } from "./texts.ts";

interface Responsible {
  readonly name: string;
  readonly title: string;
  readonly telephone: string;
}

interface Measure {
  readonly key: string;
  readonly what: string;
  readonly who: string;
  readonly when: string;
}

const newMeasure = (): Measure => ({ key: crypto.randomUUID(), what: "", who: "", when: "" });

function Measures({
  measures,
  setMeasures,
}: {
  readonly measures: readonly Measure[];
  readonly setMeasures: (measures: readonly Measure[]) => void;
}) {
  const t = useScreenTexts(closingTexts);
  return (
    <KeyedRows
      rows={measures}
      onChange={setMeasures}
      newRow={newMeasure}
      className="measure-row"
      addLabel={t.addMeasure}
      removeLabel={({ what }) => t.removeMeasure(what)}
      fields={({ what, who, when }, _, edit) => (
        <>
          <LineField
            label={t.what}
            required
            value={what}
            onChange={(next) => edit({ what: next })}
          />
          <LineField label={t.who} required value={who} onChange={(next) => edit({ who: next })} />
          <LineField
            label={t.when}
            required
            value={when}
            onChange={(next) => edit({ when: next })}
          />
        </>
      )}
    />
  );
}

export function FollowUpForm({
  courseId,
  onMade,
}: {
  readonly courseId: string;
  /** The form is gone by then. */
  readonly onMade: () => void;
}) {
  const t = useScreenTexts(closingTexts);
  const [unitId, setUnitId] = useState("");
  const [ground, setGround] = useState<string>(t.consent);
  const [responsible, setResponsible] = useState<Responsible>({
    name: "",
    title: "",
    telephone: "",
  });
  const [measures, setMeasures] = useState<readonly Measure[]>(() => [newMeasure()]);
  const [patientsWords, setPatientsWords] = useState("");
  const [whereToTurn, setWhereToTurn] = useState("");
  const [isIndividualPlan, setIsIndividualPlan] = useState(false);
  const write = useWrite(
    (plan: NewFollowUp, key) => makeFollowUp(courseId, plan, key),
    [["course", courseId], ["tasks"]],
  );
  const send = () => {
    if (unitId.trim() === "") return;
    write.send(
      {
        municipalUnitId: unitId.trim(),
        ground,
        responsible,
        measures: measures.map(({ what, who, when }) => ({ what, who, when })),
        whereToTurn,
        isIndividualPlan,
        ...(patientsWords.trim() === "" ? {} : { patientsWords: patientsWords.trim() }),
      },
      onMade,
    );
  };
  const person = (part: Partial<Responsible>) => setResponsible({ ...responsible, ...part });
  return (
    <details className="fold">
      <summary>{t.followUp}</summary>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <MunicipalUnitField
          label={t.municipality}
          none={t.noMunicipalities}
          unitId={unitId}
          onChange={(id) => setUnitId(id)}
        />
        <LineField
          label={t.ground}
          hint={t.groundHint}
          required
          value={ground}
          onChange={setGround}
        />
        <fieldset className="choice-field form-part">
          <legend>{t.responsible}</legend>
          <div className="form-row">
            <LineField
              label={t.name}
              required
              value={responsible.name}
              onChange={(name) => person({ name })}
            />
            <LineField
              label={t.title}
              required
              value={responsible.title}
              onChange={(title) => person({ title })}
            />
            <LineField
              label={t.telephone}
              type="tel"
              required
              value={responsible.telephone}
              onChange={(telephone) => person({ telephone })}
            />
          </div>
        </fieldset>
        <Measures measures={measures} setMeasures={setMeasures} />
        <WordsField
          label={t.patientsWords}
          hint={t.patientsWordsHint}
          rows={2}
          value={patientsWords}
          onChange={setPatientsWords}
        />
        <WordsField
          label={t.whereToTurn}
          hint={t.whereToTurnHint}
          rows={2}
          required
          value={whereToTurn}
          onChange={setWhereToTurn}
        />
        <TickField
          label={t.individualPlan}
          checked={isIndividualPlan}
          onChange={setIsIndividualPlan}
        />
        <WriteButton write={write} variant="secondary">
          {t.makePlan}
        </WriteButton>
      </form>
    </details>
  );
}
