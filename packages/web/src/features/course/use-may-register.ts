// Knows who may register in a course: those whose role has it, and only in the course as it is now.
import { useQuery } from "@tanstack/react-query";
import type { Course, Role } from "../../app/api/contract.ts";
import { sessionQuery } from "../../app/api/queries.ts";

const REGISTERING: readonly Role[] = ["coordinator", "practitioner"];

export function useMayRegister({ knownOn }: Pick<Course, "knownOn">): boolean {
  const { data: session } = useQuery(sessionQuery);
  const role = session?.held?.role;
  return knownOn === null && role !== undefined && REGISTERING.includes(role);
}
