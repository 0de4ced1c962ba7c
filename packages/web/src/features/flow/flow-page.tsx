// Knows the page of a unit's flow: where patients are, what they wait for, how long steps took, who came and went.
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import "../leader/leader.css";
import { textsQuery } from "../../app/api/queries.ts";
import { useUnitName } from "../../app/api/use-unit-name.ts";
import { Answered } from "../../components/answered.tsx";
import { SelectField } from "../../components/field.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { type PictureView, ViewChoice } from "../../components/view-choice.tsx";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { pathwayChoices } from "../work-list/names.ts";
import { FlowPatterns } from "./flow-bars.tsx";
import { TransfersPart, WaitsPart } from "./flow-lists.tsx";
import { flowQuery } from "./flow-queries.ts";
import { type FlowSearch, flowSearch } from "./flow-search.ts";
import { StepsPart } from "./steps-part.tsx";
import { flowTexts } from "./texts.ts";
import { WherePart } from "./where-part.tsx";

interface FlowOf {
  readonly unitId: string;
  readonly search: FlowSearch;
}

const PERIODS = ["quarter", "year", "three-years"] as const;

function Filters({ unitId, search }: FlowOf) {
  const t = useScreenTexts(flowTexts);
  const { pick } = useTexts();
  const { data } = useQuery(textsQuery);
  const navigate = useNavigate();
  const show = (changed: Readonly<Record<string, string>>): void => {
    const next = flowSearch({ ...search, ...changed });
    void navigate({ to: "/units/$unitId/flow", params: { unitId }, search: next, replace: true });
  };
  return (
    <search className="flow-filters" aria-label={t.filters}>
      <SelectField
        label={t.pathway}
        value={search.pathway ?? ""}
        onChange={(pathway) => show({ pathway })}
      >
        <option value="">{t.all}</option>
        {pathwayChoices(data).map(({ id, name }) => (
          <option key={id} value={id}>
            {pick(name)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t.period}
        value={search.period ?? "year"}
        onChange={(period) => show({ period })}
      >
        {PERIODS.map((one) => (
          <option key={one} value={one}>
            {t.periods[one]}
          </option>
        ))}
      </SelectField>
    </search>
  );
}

export function FlowPage({ unitId, search }: FlowOf) {
  const t = useScreenTexts(flowTexts);
  const [view, setView] = useState<PictureView>("picture");
  const name = useUnitName()(unitId);
  return (
    <>
      <PageHeading title={t.title}>{t.titleOf(name)}</PageHeading>
      <p className="subtle">{t.lead}</p>
      <div className="flow-tools">
        <Filters unitId={unitId} search={search} />
        <ViewChoice words={t} view={view} onChange={setView} />
      </div>
      <FlowPatterns />
      <Answered question={useQuery(flowQuery(unitId, search))}>
        {(flow) => (
          <div className="leader-parts">
            <WherePart flow={flow} view={view} />
            <WaitsPart flow={flow} />
            <StepsPart flow={flow} view={view} />
            <TransfersPart flow={flow} />
          </div>
        )}
      </Answered>
    </>
  );
}
