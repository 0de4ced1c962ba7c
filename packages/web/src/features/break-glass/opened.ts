// Knows what whoever is logged in has opened in an unforeseen situation, and how it is opened and ended.
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { answered, api, writing } from "../../app/api/client.ts";

/** Asked again each minute: it ends by itself. */
export const openedQuery = queryOptions({
  queryKey: ["break-glass"],
  queryFn: ({ signal }) => answered(api.GET("/api/break-glass", { signal })),
  refetchInterval: 60_000,
});

export const GROUNDS = [
  "acute",
  "on-call",
  "patient-present",
  "supervision",
  "legal",
  "danger-to-life",
  "other",
] as const;
export type Ground = (typeof GROUNDS)[number];

interface Opening {
  readonly patientId: string;
  readonly ground: Ground;
  readonly reason: string;
}

/** A key for each press of the button that asks for something new. */
function useKey(): (of: string) => string {
  const last = useRef({ of: "", key: "" });
  return (of) => {
    if (last.current.of !== of) last.current = { of, key: crypto.randomUUID() };
    return last.current.key;
  };
}

export function useOpenGlass() {
  const client = useQueryClient();
  const keyOf = useKey();
  return useMutation({
    mutationFn: ({ patientId, ground, reason }: Opening) =>
      answered(
        api.POST("/api/patients/{patientId}/break-glass", {
          params: {
            path: { patientId },
            header: writing(keyOf(`${patientId} ${ground} ${reason}`)),
          },
          body: { ground, reason },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: openedQuery.queryKey }),
  });
}

export function useEndGlass() {
  const client = useQueryClient();
  const keyOf = useKey();
  return useMutation({
    mutationFn: (glassId: string) =>
      answered(
        api.POST("/api/break-glass/{glassId}/ended", {
          params: { path: { glassId }, header: writing(keyOf(glassId)) },
          body: {},
        }),
      ),
    // What was read is no longer for this person: nothing of it stays.
    onSuccess: async () => {
      client.removeQueries({ queryKey: ["course"] });
      await client.invalidateQueries({ queryKey: openedQuery.queryKey });
    },
  });
}
