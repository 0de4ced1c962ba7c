// Knows which questions the leader's page asks the service.
import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "../../app/api/client.ts";

const of = (unitId: string, what: string) => ["leader", unitId, what] as const;
const at = (unitId: string) => ({ path: { unitId } });

export const glassReviewsQuery = (unitId: string) =>
  queryOptions({
    queryKey: of(unitId, "reviews"),
    queryFn: ({ signal }) =>
      answered(api.GET("/api/units/{unitId}/break-glass-reviews", { params: at(unitId), signal })),
  });

export const accessQuestionsQuery = (unitId: string) =>
  queryOptions({
    queryKey: of(unitId, "questions"),
    queryFn: ({ signal }) =>
      answered(api.GET("/api/units/{unitId}/access-questions", { params: at(unitId), signal })),
  });

/** What patients ask about accesses from the unit. */
export const patientQuestionsQuery = (unitId: string) =>
  queryOptions({
    queryKey: of(unitId, "patient-questions"),
    queryFn: ({ signal }) =>
      answered(api.GET("/api/units/{unitId}/explanations", { params: at(unitId), signal })),
  });

export const notAssignedQuery = (unitId: string) =>
  queryOptions({
    queryKey: of(unitId, "not-assigned"),
    queryFn: ({ signal }) =>
      answered(
        api.GET("/api/units/{unitId}/not-assigned", {
          params: { ...at(unitId), query: { limit: 20 } },
          signal,
        }),
      ),
  });

/** Least time left comes first: what is over its time begins the list. */
export const overQuery = (unitId: string) =>
  queryOptions({
    queryKey: of(unitId, "over"),
    queryFn: ({ signal }) =>
      answered(
        api.GET("/api/units/{unitId}/work-list", {
          params: { ...at(unitId), query: { limit: 100 } },
          signal,
        }),
      ),
  });

export const findingsQuery = (unitId: string) =>
  queryOptions({
    queryKey: of(unitId, "findings"),
    queryFn: ({ signal }) =>
      answered(api.GET("/api/units/{unitId}/findings", { params: at(unitId), signal })),
  });

export const integrityQuery = (unitId: string) =>
  queryOptions({
    queryKey: of(unitId, "integrity"),
    queryFn: ({ signal }) =>
      answered(api.GET("/api/units/{unitId}/integrity", { params: at(unitId), signal })),
  });
