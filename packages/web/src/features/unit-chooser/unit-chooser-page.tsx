// Knows the page where the reader chooses a unit.
import "./unit-chooser.css";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Unit } from "../../app/api/contract.ts";
import { sessionQuery, unitsQuery } from "../../app/api/queries.ts";
import { Failure } from "../../components/failure.tsx";
import { Field } from "../../components/field.tsx";
import { Loading } from "../../components/loading.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { useTexts } from "../../i18n/texts-context.tsx";
import { type Region, regionsOf } from "./regions.ts";

function UnitLine({ unit }: { readonly unit: Unit }) {
  const { t } = useTexts();
  return (
    <li className="unit">
      <Link to="/units/$unitId" params={{ unitId: unit.unitId }} className="ds-link unit-name">
        {unit.name}
      </Link>
      <span className="subtle">{unit.hfName ?? t.none}</span>
      <span className="unit-running">{t.units.running(unit.running)}</span>
    </li>
  );
}

function RegionUnits({ region }: { readonly region: Region }) {
  const { t } = useTexts();
  const name = region.name ?? t.units.otherRegion;
  return (
    <section aria-label={name}>
      <h2 className="ds-heading unit-region" data-size="2xs">
        {name} <span className="subtle">{t.units.count(region.units.length)}</span>
      </h2>
      <ul className="unit-list">
        {region.units.map((unit) => (
          <UnitLine key={unit.unitId} unit={unit} />
        ))}
      </ul>
    </section>
  );
}

function UnitSearch({ units }: { readonly units: readonly Unit[] }) {
  const { t } = useTexts();
  const [search, setSearch] = useState("");
  if (units.length === 0) return <p>{t.units.none}</p>;
  const regions = regionsOf(units, search);
  const hits = regions.reduce((sum, region) => sum + region.units.length, 0);
  return (
    <>
      <Field label={t.units.search}>
        {(id) => (
          <input
            id={id}
            type="search"
            className="ds-input unit-search"
            value={search}
            onChange={({ target }) => setSearch(target.value)}
          />
        )}
      </Field>
      <p role="status" className="subtle">
        {hits === 0 ? t.units.noHits : t.units.count(hits)}
      </p>
      {regions.map((region) => (
        <RegionUnits key={region.name ?? ""} region={region} />
      ))}
    </>
  );
}

/** Leaves the units at which the role is held. */
function useOwnUnits(): (units: readonly Unit[]) => readonly Unit[] {
  const { data: session } = useQuery(sessionQuery);
  const held = new Set(session?.held?.units.map(({ unitId }) => unitId));
  return (units) => units.filter(({ unitId }) => held.has(unitId));
}

export function UnitChooserPage() {
  const { t } = useTexts();
  const units = useQuery(unitsQuery);
  const own = useOwnUnits();
  return (
    <>
      <PageHeading title={t.units.title}>{t.units.title}</PageHeading>
      <p className="lead">{t.units.lead}</p>
      {units.isPending && <Loading />}
      {units.isError && <Failure error={units.error} onRetry={() => void units.refetch()} />}
      {units.isSuccess && <UnitSearch units={own(units.data.units)} />}
    </>
  );
}
