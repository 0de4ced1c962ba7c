// Knows whether a text is a person number: a birth number, D-number or help number whose check digits are right.
import { idnr } from "@navikt/fnrvalidator";

export function isPersonNumber(text: string): boolean {
  return /^\d{11}$/.test(text) && idnr(text).status === "valid";
}
