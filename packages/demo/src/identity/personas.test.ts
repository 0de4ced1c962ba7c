// Proves the personas: one in every role, none who exists, none who is another.
import { fnr } from "@navikt/fnrvalidator";
import { expect, test } from "vitest";
import { units } from "../organisation/units.ts";
import { patientPersona } from "./patient-persona.ts";
import { ROLE_TITLES } from "./persona.ts";
import { staffPersonas } from "./staff-personas.ts";

const patient = patientPersona({
  patientId: "p0000001",
  name: "Testine Skinnbakken",
  personNumber: "13897012345",
  unitId: units()[0]?.id ?? "",
});

test("there is a persona in every role, and at every unit a coordinator, a practitioner and a leader", () => {
  const personas = [...staffPersonas(), patient];
  const roles = personas.flatMap((persona) => persona.roles.map(({ role }) => role));
  expect(new Set(roles)).toEqual(new Set(Object.keys(ROLE_TITLES)));
  for (const { id } of units()) {
    const here = staffPersonas().filter(({ unitId }) => unitId === id);
    const held = here.flatMap((persona) => persona.roles.map(({ role }) => role));
    expect(new Set(held)).toEqual(new Set(["coordinator", "practitioner", "leader"]));
  }
});

test("no two are the same person", () => {
  const personas = [...staffPersonas(), patient];
  expect(new Set(personas.map(({ subject }) => subject)).size).toBe(personas.length);
  expect(new Set(personas.map(({ personNumber }) => personNumber)).size).toBe(personas.length);
});

test("their person numbers are well formed and synthetic", () => {
  for (const { personNumber } of staffPersonas()) {
    expect(fnr(personNumber).status, personNumber).toBe("valid");
    expect(Number(personNumber.slice(2, 4))).toBeGreaterThan(80);
  }
});

test("nobody is operator and anything else", () => {
  for (const { roles } of staffPersonas()) {
    const isOperator = roles.some(({ role }) => role === "operator");
    expect(isOperator && roles.length > 1).toBe(false);
  }
});
