// Knows the languages that the pages are to have, once somebody qualified has translated them: never by machine.
export const LANGUAGES_TO_COME = [
  { code: "se", name: "Davvisámegiella" },
  { code: "smj", name: "Julevsámegiella" },
  { code: "sma", name: "Åarjelsaemien gïele" },
] as const;
