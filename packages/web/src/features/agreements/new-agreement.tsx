// Knows the form by which a leader makes an agreement between a unit and a municipality.
import { type FormEvent, useState } from "react";
import { CHANGED, makeAgreement, type NewAgreement } from "../../app/api/agreement-queries.ts";
import type { HeldRole } from "../../app/api/contract.ts";
import { useWrite } from "../../app/api/use-write.ts";
import { SelectField } from "../../components/field.tsx";
import { MunicipalUnitField } from "../../components/municipal-unit-field.tsx";
import { LineField } from "../../components/words-field.tsx";
import { WriteButton } from "../../components/write-button.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { emptyContent, toldContent } from "./content-draft.ts";
import { ContentFields } from "./content-fields.tsx";
import { agreementTexts } from "./texts.ts";

interface FormProps {
  readonly units: HeldRole["units"];
  readonly onMade: () => void;
}

const NAMED = { title: "", municipality: "", municipalUnitId: "" };

function AgreementForm({ units, onMade }: FormProps) {
  const t = useScreenTexts(agreementTexts);
  const [unitId, setUnitId] = useState(units[0]?.unitId ?? "");
  const [named, setNamed] = useState(NAMED);
  const [content, setContent] = useState(emptyContent);
  const write = useWrite((body: NewAgreement, key) => makeAgreement(body, key), CHANGED);
  const name = (part: Partial<typeof NAMED>) => setNamed({ ...named, ...part });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const municipalUnitId = named.municipalUnitId.trim();
    if (content.reviewOn === "" || unitId === "" || municipalUnitId === "") return;
    write.send({ unitId, ...named, municipalUnitId, ...toldContent(content) }, onMade);
  };
  return (
    <form className="form" onSubmit={send}>
      {units.length > 1 && (
        <SelectField label={t.unit} value={unitId} onChange={setUnitId}>
          {units.map((unit) => (
            <option key={unit.unitId} value={unit.unitId}>
              {unit.name}
            </option>
          ))}
        </SelectField>
      )}
      <LineField
        label={t.titleField}
        hint={t.titleHint}
        required
        value={named.title}
        onChange={(title) => name({ title })}
      />
      <MunicipalUnitField
        label={t.municipality}
        unitId={named.municipalUnitId}
        onChange={(municipalUnitId, municipality = named.municipality) =>
          name({ municipalUnitId, municipality })
        }
      >
        <LineField
          label={t.municipalityName}
          required
          value={named.municipality}
          onChange={(municipality) => name({ municipality })}
        />
      </MunicipalUnitField>
      <ContentFields draft={content} set={setContent} />
      {named.municipalUnitId === "" && <p className="subtle">{t.needsMunicipality}</p>}
      {content.reviewOn === "" && <p className="subtle">{t.needsDay}</p>}
      <WriteButton write={write}>{t.make}</WriteButton>
    </form>
  );
}

/** Closed until it is asked for, and again when one is made. */
export function NewAgreementPart({ units }: Pick<FormProps, "units">) {
  const t = useScreenTexts(agreementTexts);
  const [made, setMade] = useState(0);
  return (
    <>
      <details key={made} className="fold agreement-new">
        <summary>{t.newAgreement}</summary>
        <AgreementForm units={units} onMade={() => setMade(made + 1)} />
      </details>
      <p role="status">{made > 0 && t.wasMade}</p>
    </>
  );
}
