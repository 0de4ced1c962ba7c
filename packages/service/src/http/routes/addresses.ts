// Knows the routes of the address book, which operators keep.
import { AddressSchema } from "../../outbox/addresses/address.ts";
import { allAddresses } from "../../outbox/addresses/address-book.ts";
import { tellAddress } from "../../outbox/addresses/tell-address.ts";
import { addReading } from "../add-reading.ts";
import { addWriting } from "../add-writing.ts";
import type { Guard } from "../guarded.ts";
import { AddressesSchema, ToldAddressSchema } from "../schemas/messages.ts";

export function addAddressRoutes(guard: Guard): void {
  addReading(guard, {
    url: "/api/addresses",
    summary: "The address book: where organisations take messages",
    tag: "messages",
    answer: AddressesSchema,
    read: async ({ client }) => ({ body: { addresses: [...(await allAddresses(client))] } }),
  });
  addWriting(guard, {
    url: "/api/addresses",
    summary: "Add an address, or replace the one of the same party",
    description: "Messages that had waited for an address are sent at once.",
    tag: "messages",
    body: AddressSchema,
    answer: ToldAddressSchema,
    changes: false,
    write: async ({ store, client, actor, body }) => {
      const { fact, released } = await tellAddress({ store, client, actor }, body);
      return { body: { address: body, released }, version: fact.seq };
    },
  });
}
