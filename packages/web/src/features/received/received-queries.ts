// Knows how messages that came to a unit are asked for, placed, and told to be done with.
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { answered, api, changing, type Schemas, versioned, writing } from "../../app/api/client.ts";
import type { PatientQuestion } from "../../components/patient-search.tsx";

export type Received = Schemas["ReceivedMessage"];
export type ReceivedState = Received["state"];

export const STATES: readonly ReceivedState[] = [
  "to-place",
  "to-read",
  "quarantined",
  "placed",
  "done",
];

/** What a change of one shows anew. */
export const CHANGED = [["received"], ["tasks"], ["waiting-referrals"]];

function askList(
  unitId: string,
  state: ReceivedState | undefined,
  after: string | null,
  signal: AbortSignal,
) {
  const query = {
    ...(state === undefined ? {} : { state }),
    ...(after === null ? {} : { after }),
  };
  const params = { path: { unitId }, query };
  return answered(api.GET("/api/units/{unitId}/received", { params, signal }));
}

export type IntakePerson = NonNullable<Awaited<ReturnType<typeof askList>>["intakePerson"]>;

/** Without a state: those that wait for somebody. */
export function receivedQuery(unitId: string, state: ReceivedState | undefined) {
  return infiniteQueryOptions({
    queryKey: ["received", unitId, state ?? "open"],
    queryFn: ({ pageParam, signal }) => askList(unitId, state, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

function askWhole(receivedId: string, signal: AbortSignal) {
  const params = { path: { receivedId } };
  return versioned(api.GET("/api/received/{receivedId}", { params, signal }));
}

export type WholeReceived = Awaited<ReturnType<typeof askWhole>>["body"];

/** All that it says, with the version that a change names. */
export function wholeQuery(receivedId: string) {
  return queryOptions({
    queryKey: ["received", "whole", receivedId],
    queryFn: ({ signal }) => askWhole(receivedId, signal),
  });
}

interface Seen {
  readonly receivedId: string;
  readonly version: number;
}

export interface Place {
  /** Without it the patient whom the message names. */
  readonly patientId?: string;
  readonly unitId: string;
  readonly pathway?: string;
}

export function placeMessage({ receivedId, version }: Seen, body: Place, key: string) {
  const params = { path: { receivedId }, header: changing(key, version) };
  return answered(api.POST("/api/received/{receivedId}/place", { params, body }));
}

export const DONE_REASONS = [
  "read-and-handled",
  "answered-the-sender",
  "sent-on-paper-again",
  "no-patient-of-ours",
  "not-a-message",
] as const;
export type DoneReason = (typeof DONE_REASONS)[number];

export interface Done {
  readonly reason: DoneReason;
  readonly note?: string;
}

export function setDone({ receivedId, version }: Seen, body: Done, key: string) {
  const params = { path: { receivedId }, header: changing(key, version) };
  return answered(api.POST("/api/received/{receivedId}/done", { params, body }));
}

export function nameIntakePerson(unitId: string, body: IntakePerson, key: string) {
  const params = { path: { unitId }, header: writing(key) };
  return answered(api.POST("/api/units/{unitId}/intake-person", { params, body }));
}

/** Patients of the unit's running courses, by name or year of birth. */
export function patientsOfUnit(unitId: string): PatientQuestion {
  return {
    key: ["patients-of-unit", unitId],
    ask: async (words, signal) => {
      const { rows } = await answered(
        api.POST("/api/units/{unitId}/work-list/search", {
          params: { path: { unitId } },
          body: { words },
          signal,
        }),
      );
      const known = new Map(rows.map(({ patient }) => [patient.patientId, patient]));
      return [...known.values()];
    },
  };
}
