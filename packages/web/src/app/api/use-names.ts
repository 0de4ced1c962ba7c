// Knows the names of pathways and events in the reader's language, from the editions; the id until they are there.
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "../../i18n/texts-context.tsx";
import { textsQuery } from "./queries.ts";

export interface Names {
  readonly pathway: (id: string) => string;
  readonly event: (id: string) => string;
}

export function useNames(): Names {
  const { pick } = useTexts();
  const { data } = useQuery(textsQuery);
  const pathway = (id: string): string => {
    const name = data?.pathways[id]?.name;
    return name === undefined ? id : pick(name);
  };
  const event = (id: string): string => {
    const name = data?.events[id]?.name;
    return name === undefined ? id : pick(name);
  };
  return { pathway, event };
}
