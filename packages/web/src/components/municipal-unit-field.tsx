// Knows how the municipality of a plan or an agreement is chosen: by its name, or by its id where nobody knows names.
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { agreementsQuery } from "../app/api/agreement-queries.ts";
import { unitsQuery } from "../app/api/queries.ts";
import { municipalUnitTexts } from "../i18n/municipal-unit-texts.ts";
import { useScreenTexts } from "../i18n/screen-texts.ts";
import { SelectField } from "./field.tsx";
import { LineField } from "./words-field.tsx";

const OTHER = "other";

interface ByIdProps {
  readonly unitId: string;
  readonly setUnitId: (unitId: string) => void;
  readonly children: ReactNode;
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

function ById({ unitId, setUnitId, children }: ByIdProps) {
  const t = useScreenTexts(municipalUnitTexts);
  return (
    <>
      <LineField label={t.id} hint={t.idHint} required value={unitId} onChange={setUnitId} />
      {children}
    </>
  );
}

interface FieldProps {
  readonly label: string;
  /** Said where no municipality is known by name. */
  readonly none?: string;
  readonly unitId: string;
  /** Told with the name where one was chosen by it, and with an empty one where another is to be given. */
  readonly onChange: (unitId: string, name?: string) => void;
  /** What more is asked of one that is given by its id. */
  readonly children?: ReactNode;
}

export function MunicipalUnitField({ label, none, unitId, onChange, children }: FieldProps) {
  const t = useScreenTexts(municipalUnitTexts);
  const [chosen, setChosen] = useState("");
  const { asked, names } = useMunicipalities();
  const byId = (
    <ById unitId={unitId} setUnitId={(id) => onChange(id)}>
      {children}
    </ById>
  );
  if (asked && names.size === 0) {
    return (
      <>
        {none !== undefined && <p>{none}</p>}
        {byId}
      </>
    );
  }
  return (
    <>
      <SelectField
        label={label}
        value={chosen}
        onChange={(value) => {
          setChosen(value);
          onChange(value === OTHER ? "" : value, names.get(value) ?? "");
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
      {chosen === OTHER && byId}
    </>
  );
}
