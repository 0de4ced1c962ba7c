// Knows how work is done a few pieces at a time, in the order it came.

const AT_ONCE = 4;

/** Work that fails is over; whoever adds it looks after its own trouble. */
export class FewAtOnce {
  readonly #waiting: (() => Promise<void>)[] = [];
  readonly #idle: (() => void)[] = [];
  #running = 0;

  add(work: () => Promise<void>): void {
    this.#waiting.push(work);
    void this.#next();
  }

  async settled(): Promise<void> {
    if (this.#running === 0 && this.#waiting.length === 0) return;
    await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  async #next(): Promise<void> {
    if (this.#running >= AT_ONCE) return;
    const work = this.#waiting.shift();
    if (work === undefined) return;
    this.#running += 1;
    await work().catch(() => undefined);
    this.#running -= 1;
    if (this.#running === 0 && this.#waiting.length === 0)
      for (const done of this.#idle.splice(0)) done();
    await this.#next();
  }
}
