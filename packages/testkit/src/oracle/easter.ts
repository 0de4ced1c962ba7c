// Knows when Easter is, from the old table of the church moon: the Sunday after the paschal full moon.

/** Paschal full moon as month and day, by golden number 1 to 19. Holds for the years 1900 to 2199. */
const PASCHAL_MOON: readonly (readonly [number, number])[] = [
  [4, 14],
  [4, 3],
  [3, 23],
  [4, 11],
  [3, 31],
  [4, 18],
  [4, 8],
  [3, 28],
  [4, 16],
  [4, 5],
  [3, 25],
  [4, 13],
  [4, 2],
  [3, 22],
  [4, 10],
  [3, 30],
  [4, 17],
  [4, 7],
  [3, 27],
];

/** The paschal full moon of a year, as month and day. */
export function paschalMoon(year: number): readonly [number, number] {
  const moon = PASCHAL_MOON[year % 19];
  if (moon === undefined || year < 1900 || year > 2199) {
    throw new RangeError(`paschalMoon: the table holds for 1900 to 2199, got ${year}`);
  }
  return moon;
}
