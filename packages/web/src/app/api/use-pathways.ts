// Knows which pathways take new patients: those in force of which none is retired.
import { useQuery } from "@tanstack/react-query";
import { editionsQuery } from "./referral-queries.ts";

export function usePathways(): readonly string[] {
  const { data } = useQuery(editionsQuery);
  const inForce = (data?.editions ?? []).filter(({ status }) => status === "in-force");
  const retired = new Set(
    inForce.filter(({ retiredFrom }) => retiredFrom !== null).map(({ pathway }) => pathway),
  );
  return [...new Set(inForce.map(({ pathway }) => pathway))].filter((one) => !retired.has(one));
}
