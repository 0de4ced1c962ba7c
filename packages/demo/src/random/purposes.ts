// Knows the purposes that random numbers are drawn for, so that no two share a stream.

export const PURPOSE = {
  slots: 1,
  person: 2,
  link: 3,
  linkKind: 4,
  frame: 5,
  journey: 6,
  registration: 7,
  unitHabit: 8,
  staff: 9,
  mishaps: 10,
} as const;
