// Knows that a patient's address is confidential (kode 6 or 7): nobody then acts for the patient here.
import { Type } from "typebox";
import { factKind } from "../facts/fact.ts";
import type { MatterType } from "../facts/matter.ts";

export const ADDRESS_HIDDEN = factKind("address-hidden", Type.Object({}));
export const ADDRESS_SHOWN = factKind("address-shown", Type.Object({}));

/** Of one patient there is one such matter. */
export function confidentialAddressOf(patientId: string): string {
  return `address ${patientId}`;
}

export const CONFIDENTIAL_ADDRESS: MatterType = {
  type: "confidential-address",
  kinds: [ADDRESS_HIDDEN, ADDRESS_SHOWN],
  standing: (facts) => {
    const open = facts.at(-1)?.kind === ADDRESS_HIDDEN.kind;
    const state = open ? "confidential" : "ordinary";
    return { state, open, unitId: null, personId: null, dueOn: null };
  },
};
