// Knows by what a work list can be narrowed: pathway and phase.
import { useNavigate } from "@tanstack/react-router";
import type { Texts } from "../../app/api/contract.ts";
import { SelectField } from "../../components/field.tsx";
import { useTexts } from "../../i18n/texts-context.tsx";
import { type Choice, pathwayChoices, phaseChoices } from "./names.ts";
import type { WorkListSearch } from "./work-list-search.ts";

function ChoiceField({
  label,
  value,
  choices,
  onChange,
}: {
  readonly label: string;
  readonly value: string | undefined;
  readonly choices: readonly Choice[];
  readonly onChange: (id: string) => void;
}) {
  const { t, pick } = useTexts();
  return (
    <SelectField label={label} value={value ?? ""} onChange={onChange}>
      <option value="">{t.list.all}</option>
      {choices.map(({ id, name }) => (
        <option key={id} value={id}>
          {pick(name)}
        </option>
      ))}
    </SelectField>
  );
}

export function Filters({
  unitId,
  search,
  names,
}: {
  readonly unitId: string;
  readonly search: WorkListSearch;
  readonly names: Texts | undefined;
}) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const show = ({ pathway, phase }: Pick<WorkListSearch, "pathway" | "phase">): void => {
    const next: WorkListSearch = {
      ...(search.group === undefined ? {} : { group: search.group }),
      ...(pathway ? { pathway } : {}),
      ...(phase ? { phase } : {}),
    };
    const to = { to: "/units/$unitId", params: { unitId }, search: next } as const;
    void navigate({ ...to, replace: true, resetScroll: false });
  };
  const { pathway, phase } = search;
  const phases = phaseChoices(names, pathway);
  return (
    <search className="filters" aria-label={t.list.filters}>
      <ChoiceField
        label={t.list.pathway}
        value={pathway}
        choices={pathwayChoices(names)}
        onChange={(id) => show({ pathway: id })}
      />
      <ChoiceField
        label={t.list.phase}
        value={phase}
        choices={phases}
        onChange={(id) => show({ ...(pathway ? { pathway } : {}), phase: id })}
      />
      {(pathway ?? phase) !== undefined && (
        <button
          type="button"
          className="ds-button"
          data-variant="tertiary"
          onClick={() => show({})}
        >
          {t.list.clear}
        </button>
      )}
    </search>
  );
}
