// Knows how the test login remembers what is under way: in memory, for as long as it runs.
import type { Adapter, AdapterPayload } from "oidc-provider";

interface Kept {
  readonly payload: AdapterPayload;
  readonly until: number;
}

/** Metadata of clients by their ids, read anew for each request: a client may change its keys. */
export type ClientsById = ReadonlyMap<string, AdapterPayload>;

class Memory implements Adapter {
  readonly #kept = new Map<string, Kept>();

  async upsert(id: string, payload: AdapterPayload, expiresIn = 3600): Promise<void> {
    const now = Date.now();
    for (const [old, { until }] of this.#kept) if (until < now) this.#kept.delete(old);
    this.#kept.set(id, { payload, until: now + expiresIn * 1000 });
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const kept = this.#kept.get(id);
    return kept !== undefined && kept.until >= Date.now() ? kept.payload : undefined;
  }

  #findBy(matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined {
    return [...this.#kept.values()].find(({ payload }) => matches(payload))?.payload;
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.#findBy((payload) => payload.uid === uid);
  }

  async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.#findBy((payload) => payload.userCode === userCode);
  }

  async consume(id: string): Promise<void> {
    const kept = this.#kept.get(id);
    if (kept !== undefined) kept.payload.consumed = Math.floor(Date.now() / 1000);
  }

  async destroy(id: string): Promise<void> {
    this.#kept.delete(id);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [id, { payload }] of this.#kept) {
      if (payload.grantId === grantId) this.#kept.delete(id);
    }
  }
}

class Clients extends Memory {
  readonly #clients: ClientsById;

  constructor(clients: ClientsById) {
    super();
    this.#clients = clients;
  }

  override async find(id: string): Promise<AdapterPayload | undefined> {
    return this.#clients.get(id);
  }
}

/** A memory for each kind of thing; clients are those told. */
export function memoryAdapters(clients: ClientsById): (kind: string) => Adapter {
  return (kind) => (kind === "Client" ? new Clients(clients) : new Memory());
}
