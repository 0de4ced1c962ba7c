// Knows the form by which a message that came gets its patient and unit, and a referral its pathway.
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { unitsQuery } from "../../app/api/queries.ts";
import { useNames } from "../../app/api/use-names.ts";
import { usePathways } from "../../app/api/use-pathways.ts";
import { useWrite } from "../../app/api/use-write.ts";
import { SelectField } from "../../components/field.tsx";
import { PatientSearch } from "../../components/patient-search.tsx";
import { ChoiceField } from "../../components/words-field.tsx";
import { WriteButton } from "../../components/write-button.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import {
  CHANGED,
  type Place,
  patientsOfUnit,
  placeMessage,
  type WholeReceived,
} from "./received-queries.ts";
import { receivedTexts } from "./texts.ts";
import type { Told } from "./told.ts";

type Whose = "named" | "other";

interface FormProps {
  readonly whole: WholeReceived;
  readonly version: number;
  /** On whose list it is now. */
  readonly unitId: string;
  readonly onTold: (told: Told) => void;
}

interface PatientProps {
  readonly whole: WholeReceived;
  readonly unitId: string;
  readonly whose: Whose;
  readonly setWhose: (whose: Whose) => void;
  readonly chosen: string | undefined;
  readonly onChoose: (patientId: string | undefined) => void;
}

/** It can be placed with whom it names only if it tells both name and number. */
function namesPatient({ said }: WholeReceived): boolean {
  return said.patient?.name != null && said.patient.number !== null;
}

function PatientPart({ whole, unitId, whose, setWhose, chosen, onChoose }: PatientProps) {
  const t = useScreenTexts(receivedTexts);
  const named = whole.suggested.patientId === null ? t.namedNew : t.namedKnown;
  const choices = [
    ...(namesPatient(whole) ? [["named", named] as const] : []),
    ["other", t.otherPatient] as const,
  ];
  return (
    <>
      <ChoiceField legend={t.whose} value={whose} choices={choices} onChange={setWhose} />
      {whose === "other" && (
        <PatientSearch
          question={patientsOfUnit(unitId)}
          hint={t.searchHint}
          chosen={chosen}
          onChoose={onChoose}
        />
      )}
    </>
  );
}

function PathwayField({
  pathway,
  setPathway,
}: {
  readonly pathway: string;
  readonly setPathway: (pathway: string) => void;
}) {
  const t = useScreenTexts(receivedTexts);
  const { pathway: nameOf } = useNames();
  return (
    <SelectField label={t.pathway} value={pathway} onChange={setPathway}>
      <option value="">{t.choose}</option>
      {usePathways().map((id) => (
        <option key={id} value={id}>
          {nameOf(id)}
        </option>
      ))}
    </SelectField>
  );
}

function UnitField({
  unitId,
  setUnitId,
}: {
  readonly unitId: string;
  readonly setUnitId: (unitId: string) => void;
}) {
  const t = useScreenTexts(receivedTexts);
  const { data } = useQuery(unitsQuery);
  return (
    <SelectField label={t.unit} value={unitId} onChange={setUnitId}>
      {(data?.units ?? []).map((unit) => (
        <option key={unit.unitId} value={unit.unitId}>
          {unit.name}
        </option>
      ))}
    </SelectField>
  );
}

export function PlaceForm({ whole, version, unitId, onTold }: FormProps) {
  const t = useScreenTexts(receivedTexts);
  const { receivedId, kind, suggested } = whole;
  const [whose, setWhose] = useState<Whose>(namesPatient(whole) ? "named" : "other");
  const [chosen, setChosen] = useState<string>();
  const [toUnit, setToUnit] = useState(unitId);
  const [pathway, setPathway] = useState(suggested.pathway ?? "");
  const write = useWrite(
    (body: Place, key) => placeMessage({ receivedId, version }, body, key),
    CHANGED,
  );
  const isReferral = kind === "referral";
  const patientId = whose === "named" ? (suggested.patientId ?? undefined) : chosen;
  const isWhole = (whose === "named" || chosen !== undefined) && (!isReferral || pathway !== "");
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!isWhole) return;
    const body = {
      unitId: toUnit,
      ...(patientId === undefined ? {} : { patientId }),
      ...(isReferral ? { pathway } : {}),
    };
    const here = isReferral ? "referral" : "dialogue";
    write.send(body, () => onTold(toUnit === unitId ? here : "moved"));
  };
  return (
    <form className="form" onSubmit={send}>
      <PatientPart
        whole={whole}
        unitId={unitId}
        whose={whose}
        setWhose={setWhose}
        chosen={chosen}
        onChoose={setChosen}
      />
      <div className="form-row">
        {isReferral && <PathwayField pathway={pathway} setPathway={setPathway} />}
        <UnitField unitId={toUnit} setUnitId={setToUnit} />
      </div>
      {!isWhole && <p className="subtle">{isReferral ? t.needsReferral : t.needsPatient}</p>}
      <WriteButton write={write}>{t.placeIt}</WriteButton>
    </form>
  );
}
