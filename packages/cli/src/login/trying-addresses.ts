// Knows the address book of a service that is tried out: its own units, and the invented others that messages go to.
import { units } from "@rettvei/demo";
import type { Address } from "@rettvei/service";

const entry = { url: null, closed: false, unitId: null } as const;

/** Without addresses of their own: what is for them goes to the counterpart on this machine. */
const OTHERS: readonly Address[] = [
  { ...entry, partyId: "patient", name: "Digital post", numbers: [] },
  {
    ...entry,
    partyId: "9900101",
    name: "Lykkebo legekontor",
    numbers: [{ kind: "HER", number: "9900101" }],
  },
  {
    ...entry,
    partyId: "000000101",
    name: "Lykkebo legekontor",
    numbers: [{ kind: "ENH", number: "000000101" }],
  },
  {
    ...entry,
    partyId: "000000201",
    name: "Eksempel kommune",
    numbers: [{ kind: "ENH", number: "000000201" }],
  },
];

export function tryingAddresses(): readonly Address[] {
  const own = units().map(
    ({ id, name }): Address => ({
      ...entry,
      partyId: id,
      name,
      numbers: [{ kind: "HER", number: id }],
      unitId: id,
    }),
  );
  return [...OTHERS, ...own];
}
