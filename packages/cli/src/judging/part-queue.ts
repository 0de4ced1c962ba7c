// Knows which parts of a file are still to be judged, so that threads take one after the other and none twice.

/** Plain data that every thread can change. */
export type PartQueue = Int32Array<SharedArrayBuffer>;

export function partQueue(): PartQueue {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

/** The numbers below `count` that this thread gets. */
export function* takenParts(queue: PartQueue, count: number): Generator<number> {
  for (let part = Atomics.add(queue, 0, 1); part < count; part = Atomics.add(queue, 0, 1)) {
    yield part;
  }
}
