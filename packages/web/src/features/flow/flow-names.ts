// Knows what the screen of a unit's flow is told, and the names of what it counts.
import { useQuery } from "@tanstack/react-query";
import type { paths } from "../../app/api/generated/paths.ts";
import { textsQuery } from "../../app/api/queries.ts";
import { useNames } from "../../app/api/use-names.ts";
import { useScreenTexts } from "../../i18n/screen-texts.ts";
import { useTexts } from "../../i18n/texts-context.tsx";
import { flowTexts } from "./texts.ts";

export type Flow =
  paths["/api/units/{unitId}/flow"]["get"]["responses"]["200"]["content"]["application/json"];
export type FlowPhase = Flow["phases"][number];
export type FlowWait = Flow["waits"][number];
export type FlowStep = Flow["steps"][number];

export interface FlowNames {
  readonly pathway: (id: string) => string;
  readonly phase: (of: FlowPhase) => string;
  readonly step: (of: FlowWait) => string;
  /** Of another pathway whose content the course keeps, with that one's name. */
  readonly rule: (of: Pick<FlowStep, "ruleId" | "pathway">) => string;
  /** So many days, as the rule counts them. */
  readonly days: (ruleId: string, days: number) => string;
}

export function useFlowNames(): FlowNames {
  const t = useScreenTexts(flowTexts);
  const { pick, language } = useTexts();
  const { data } = useQuery(textsQuery);
  const { pathway, event } = useNames();
  const phase = ({ pathway: of, phase: id }: FlowPhase): string => {
    if (id === null) return t.before;
    const name = data?.phases[`${of}/${id}`];
    return name === undefined ? id : pick(name);
  };
  const rule = ({ ruleId, pathway: of }: Pick<FlowStep, "ruleId" | "pathway">): string => {
    const title = data?.rules[ruleId]?.title;
    const name = title === undefined ? ruleId : pick(title);
    const [own = of] = ruleId.split(".");
    return own === of ? name : `${name} (${pathway(own)})`;
  };
  const days = (id: string, count: number): string => {
    const said = count.toLocaleString(language);
    return data?.rules[id]?.count === "working-days" ? t.workingDays(said) : t.days(said);
  };
  return {
    pathway,
    phase,
    step: ({ step }) => (step === null ? t.noStep : event(step)),
    rule,
    days,
  };
}

/** In the order in which they come, those of one pathway together. */
export function byPathway<T extends { readonly pathway: string }>(
  rows: readonly T[],
): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.pathway, [...(groups.get(row.pathway) ?? []), row]);
  return [...groups];
}
