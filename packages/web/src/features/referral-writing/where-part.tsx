// Knows the part of a referral that says to which pathway and unit it goes, and how urgent it is.
import { useQuery } from "@tanstack/react-query";
import type { Unit } from "../../app/api/contract.ts";
import { unitsQuery } from "../../app/api/queries.ts";
import { editionsQuery } from "../../app/api/referral-queries.ts";
import { useNames } from "../../app/api/use-names.ts";
import { usePathways } from "../../app/api/use-pathways.ts";
import { Failure } from "../../components/failure.tsx";
import { SelectField } from "../../components/field.tsx";
import { Loading } from "../../components/loading.tsx";
import { ChoiceField } from "../../components/words-field.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import type { Urgency } from "./referral-draft.ts";
import type { PartProps } from "./referral-form.tsx";
import { writingTexts } from "./texts.ts";

const URGENCIES: readonly Urgency[] = ["ordinary", "soon", "emergency"];

function byTrust(units: readonly Unit[]): readonly (readonly [string, readonly Unit[]])[] {
  const groups = new Map<string, Unit[]>();
  for (const unit of units) {
    const trust = unit.hfName ?? "";
    groups.set(trust, [...(groups.get(trust) ?? []), unit]);
  }
  return [...groups].sort(([a], [b]) => a.localeCompare(b, "nb"));
}

function UnitField({ draft, set }: PartProps) {
  const t = useScreenTexts(writingTexts);
  const { data } = useQuery(unitsQuery);
  return (
    <SelectField label={t.unit} value={draft.unitId} onChange={(unitId) => set({ unitId })}>
      <option value="">{t.choose}</option>
      {byTrust(data?.units ?? []).map(([trust, units]) => (
        <optgroup key={trust} label={trust === "" ? t.noUnitGroup : trust}>
          {units.map(({ unitId, name }) => (
            <option key={unitId} value={unitId}>
              {name}
            </option>
          ))}
        </optgroup>
      ))}
    </SelectField>
  );
}

export function WherePart({ draft, set }: PartProps) {
  const t = useScreenTexts(writingTexts);
  const { pathway: nameOf } = useNames();
  const pathways = usePathways();
  const asked = [useQuery(editionsQuery), useQuery(unitsQuery)];
  const failed = asked.find(({ isError }) => isError);
  const askAgain = () => void Promise.all(asked.map(({ refetch }) => refetch()));
  return (
    <div className="panel">
      {asked.some(({ isPending }) => isPending) && <Loading />}
      {failed !== undefined && <Failure error={failed.error} onRetry={askAgain} />}
      <SelectField label={t.pathway} value={draft.pathway} onChange={(pathway) => set({ pathway })}>
        <option value="">{t.choose}</option>
        {pathways.map((id) => (
          <option key={id} value={id}>
            {nameOf(id)}
          </option>
        ))}
      </SelectField>
      <UnitField draft={draft} set={set} />
      <ChoiceField
        legend={t.urgency}
        value={draft.urgency}
        choices={URGENCIES.map((id) => [id, t.urgencies[id]] as const)}
        onChange={(urgency) => set({ urgency })}
      />
      {draft.urgency === "emergency" && (
        <p className="ds-alert" data-color="warning">
          {t.emergency}
        </p>
      )}
    </div>
  );
}
