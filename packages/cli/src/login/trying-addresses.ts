// Knows the address book of a service that is tried out: its own units, and the invented others that messages go to.
import { OFFICES, STORY_UNITS, units } from "@rettvei/demo";
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

function ofOurs(unitId: string, name: string): Address {
  return { ...entry, partyId: unitId, name, numbers: [{ kind: "HER", number: unitId }], unitId };
}

/** Of the offices in the stories: one that never answers, where that is, and one that takes nothing any more. */
function officesOf(silentUrl: string): readonly Address[] {
  const { silent, closed } = OFFICES;
  return [
    { ...ofOurs(silent.address, silent.organisation), unitId: null, url: silentUrl },
    { ...ofOurs(closed.address, closed.organisation), unitId: null, closed: true },
  ];
}

export function tryingAddresses(silentUrl: string): readonly Address[] {
  return [
    ...OTHERS,
    ...units().map(({ id, name }) => ofOurs(id, name)),
    ...STORY_UNITS.map(({ unitId, name }) => ofOurs(unitId, name)),
    ...officesOf(silentUrl),
  ];
}
