// Knows whether a national receipt comes from whom the message was sent to, by the numbers in the address book.
import type { Organisation, Party } from "@rettvei/messages";
import type { Address } from "./addresses/address.ts";

function withParts(organisation: Organisation): readonly Organisation[] {
  return [organisation, ...organisation.parts.flatMap(withParts)];
}

/** By a number of theirs; where the book has none, by the name that the message went to. */
export function comesFrom(
  sender: Party,
  { name, numbers }: Pick<Address, "name" | "numbers">,
): boolean {
  const organisations = sender.organisation === undefined ? [] : withParts(sender.organisation);
  if (numbers.length === 0) return organisations.some((one) => one.name === name);
  const told = new Set(
    organisations.flatMap(({ idents }) => idents.map(({ id, type }) => `${type.value} ${id}`)),
  );
  return numbers.some(({ kind, number }) => told.has(`${kind} ${number}`));
}
