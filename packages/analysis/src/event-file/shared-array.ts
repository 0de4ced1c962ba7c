// Knows how arrays of numbers that several threads read are made, and how they grow.

export type SharedInts = Int32Array<SharedArrayBuffer>;
export type SharedDoubles = Float64Array<SharedArrayBuffer>;
export type SharedBytes = Uint8Array<SharedArrayBuffer>;

export function sharedInts(length: number): SharedInts {
  return new Int32Array(new SharedArrayBuffer(length * Int32Array.BYTES_PER_ELEMENT));
}

export function sharedDoubles(length: number): SharedDoubles {
  return new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT));
}

export function sharedBytes(length: number): SharedBytes {
  return new Uint8Array(new SharedArrayBuffer(length));
}

/** An array with room for `length`: the same if it has it, else one of twice the room with the same start. */
export function withRoom<T extends SharedInts | SharedDoubles | SharedBytes>(
  array: T,
  length: number,
  make: (length: number) => T,
): T {
  if (length <= array.length) return array;
  const larger = make(Math.max(length, array.length * 2));
  larger.set(array);
  return larger;
}
