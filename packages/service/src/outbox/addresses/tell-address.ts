// Knows how the address book is changed, and that what had waited for an address is sent once it is there.
import { asSystem } from "../../access/as-system.ts";
import { AppError } from "../../app-error.ts";
import { appendFact, type Telling } from "../../facts/append-fact.ts";
import type { Fact } from "../../facts/fact.ts";
import { today } from "../../store/store.ts";
import { addSending } from "../write-message.ts";
import { ADDRESS, ADDRESS_TOLD, type Address } from "./address.ts";
import { addressMatter } from "./address-book.ts";

const OWN_HOSTS = ["127.0.0.1", "[::1]", "localhost"];

/** What is told of patients leaves this machine encrypted, or not at all. */
function refusePlainHttp({ url }: Address): void {
  if (url === null) return;
  const { protocol, hostname, username } = URL.canParse(url)
    ? new URL(url)
    : { protocol: "", hostname: "", username: "" };
  const safe = protocol === "https:" || (protocol === "http:" && OWN_HOSTS.includes(hostname));
  if (safe && username === "") return;
  throw new AppError("bad-input", "the request holds fields that are not as expected", [
    {
      path: "/url",
      expected: "https, or http to this machine, and no password in it",
      found: "another address",
    },
  ]);
}

const WAITING = `
  SELECT m.matter_id FROM rettvei.matter m JOIN rettvei.fact f ON f.seq = m.last_seq
  WHERE m.type = 'message' AND m.open AND m.state = 'written' AND f.kind = 'message-waiting'`;

export interface Told {
  readonly fact: Fact;
  /** Messages that had waited for some address. */
  readonly released: number;
}

/** Makes an entry or replaces it. */
export async function tellAddress(telling: Telling, address: Address): Promise<Told> {
  refusePlainHttp(address);
  const { client, store } = telling;
  const { partyId, unitId } = address;
  const about = { matterId: addressMatter(partyId), patientId: null, courseId: null, unitId };
  const body = { ...about, happenedOn: today(store), body: address };
  const fact = await appendFact(telling, ADDRESS, ADDRESS_TOLD, body);
  const released = await asSystem(client, async () => {
    const { rows } = await client.query<{ matter_id: string }>(WAITING);
    for (const { matter_id: messageId } of rows) await addSending(client, messageId);
    return rows.length;
  });
  return { fact, released };
}
