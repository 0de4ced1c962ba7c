// Knows how an address book is begun: with entries that are not in it yet, told by the service itself.
import { SERVICE } from "../../access/actor.ts";
import type { Store } from "../../store/store.ts";
import { inTransaction } from "../../store/transaction.ts";
import type { Address } from "./address.ts";
import { addressOfParty } from "./address-book.ts";
import { tellAddress } from "./tell-address.ts";

/** An entry that is there is left as it is, whatever it says. */
export async function keepAddresses(store: Store, addresses: readonly Address[]): Promise<void> {
  await inTransaction(store.database.pool, async (client) => {
    for (const address of addresses) {
      const known = await addressOfParty(client, address.partyId);
      if (known === undefined) await tellAddress({ store, client, actor: SERVICE }, address);
    }
  });
}
