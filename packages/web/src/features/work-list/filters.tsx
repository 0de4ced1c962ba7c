// Knows by what a work list can be narrowed: pathway, phase, care level, and what the date rests on.
import type { Texts } from "../../app/api/contract.ts";
import { SelectField } from "../../components/field.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { useShowList } from "./list-link.tsx";
import type { ListOf } from "./list-of.ts";
import { pathwayChoices, phaseChoices } from "./names.ts";
import { listTexts } from "./texts.ts";
import { isFiltered, STANDINGS, type WorkListSearch, workListSearch } from "./work-list-search.ts";

interface Option {
  readonly id: string;
  readonly name: string;
}

function ChoiceField({
  label,
  value,
  choices,
  onChange,
}: {
  readonly label: string;
  readonly value: string | undefined;
  readonly choices: readonly Option[];
  readonly onChange: (id: string) => void;
}) {
  const { t } = useTexts();
  return (
    <SelectField label={label} value={value ?? ""} onChange={onChange}>
      <option value="">{t.list.all}</option>
      {choices.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

function useCareLevels(): readonly Option[] {
  const { t } = useTexts();
  const { careLevelUnknown } = useScreenTexts(listTexts);
  const known = Object.entries(t.careLevels).map(([id, name]) => ({ id, name }));
  return [...known, { id: "unknown", name: careLevelUnknown }];
}

function useStandings(): readonly Option[] {
  const { standings } = useScreenTexts(listTexts);
  return STANDINGS.map((id) => ({ id, name: standings[id] }));
}

export function Filters({
  unitId,
  search,
  names,
}: ListOf & { readonly search: WorkListSearch; readonly names: Texts | undefined }) {
  const { t, pick } = useTexts();
  const own = useScreenTexts(listTexts);
  const show = useShowList({ unitId });
  const careLevels = useCareLevels();
  const standings = useStandings();
  const change = (changed: Readonly<Record<string, string>>): void =>
    show(workListSearch({ ...search, ...changed }));
  const named = (all: ReturnType<typeof pathwayChoices>): readonly Option[] =>
    all.map(({ id, name }) => ({ id, name: pick(name) }));
  const { view, group, pathway, phase, careLevel, standing } = search;
  return (
    <search className="filters" aria-label={t.list.filters}>
      <ChoiceField
        label={t.list.pathway}
        value={pathway}
        choices={named(pathwayChoices(names))}
        onChange={(id) => {
          const { pathway: _, phase: __, ...rest } = search;
          show(id === "" ? rest : { ...rest, pathway: id });
        }}
      />
      <ChoiceField
        label={t.list.phase}
        value={phase}
        choices={named(phaseChoices(names, pathway))}
        onChange={(id) => {
          const { phase: _, ...rest } = search;
          show(id === "" ? rest : { ...rest, phase: id });
        }}
      />
      <ChoiceField
        label={own.careLevel}
        value={careLevel}
        choices={careLevels}
        onChange={(id) => change({ careLevel: id })}
      />
      {group === undefined && (
        <ChoiceField
          label={own.standing}
          value={standing}
          choices={standings}
          onChange={(id) => change({ standing: id })}
        />
      )}
      {isFiltered(search) && (
        <button
          type="button"
          className="ds-button"
          data-variant="tertiary"
          onClick={() =>
            show({
              ...(view === undefined ? {} : { view }),
              ...(group === undefined ? {} : { group }),
            })
          }
        >
          {t.list.clear}
        </button>
      )}
    </search>
  );
}
