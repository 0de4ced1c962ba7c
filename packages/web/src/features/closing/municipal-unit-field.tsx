// Knows how the municipality that goes on with a patient is chosen: by its name, or by its id where nobody knows names.
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { agreementsQuery } from "../../app/api/agreement-queries.ts";
import { unitsQuery } from "../../app/api/queries.ts";
import { SelectField } from "../../components/field.tsx";
import { LineField } from "../../components/words-field.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { closingTexts } from "./texts.ts";

const OTHER = "other";

interface Chosen {
  readonly unitId: string;
  readonly setUnitId: (unitId: string) => void;
}

/** Names by id: as their units are described, else as an agreement calls them. */
function useMunicipalities(): { readonly asked: boolean; readonly names: Map<string, string> } {
  const units = useQuery(unitsQuery);
  const agreements = useQuery(agreementsQuery);
  const agreed = (agreements.data?.agreements ?? []).map(
    ({ municipalUnitId, municipality }) => [municipalUnitId, municipality] as const,
  );
  const described = (units.data?.municipalities ?? []).map(
    ({ unitId, name }) => [unitId, name] as const,
  );
  const names = new Map([...agreed, ...described]);
  return { asked: !units.isPending && !agreements.isPending, names };
}

function ById({ unitId, setUnitId }: Chosen) {
  const t = useScreenTexts(closingTexts);
  return (
    <LineField
      label={t.municipalId}
      hint={t.municipalIdHint}
      required
      value={unitId}
      onChange={setUnitId}
    />
  );
}

export function MunicipalUnitField({ unitId, setUnitId }: Chosen) {
  const t = useScreenTexts(closingTexts);
  const [chosen, setChosen] = useState("");
  const { asked, names } = useMunicipalities();
  if (asked && names.size === 0) {
    return (
      <>
        <p>{t.noMunicipalities}</p>
        <ById unitId={unitId} setUnitId={setUnitId} />
      </>
    );
  }
  return (
    <>
      <SelectField
        label={t.municipality}
        value={chosen}
        onChange={(value) => {
          setChosen(value);
          setUnitId(value === OTHER ? "" : value);
        }}
      >
        <option value="">{t.choose}</option>
        {[...names].map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        <option value={OTHER}>{t.other}</option>
      </SelectField>
      {chosen === OTHER && <ById unitId={unitId} setUnitId={setUnitId} />}
    </>
  );
}
