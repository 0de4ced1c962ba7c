// Knows the words by which a municipality is chosen that staff may know by its name or by its id alone.
import { screenTexts } from "./screen-texts.ts";

export const municipalUnitTexts = screenTexts({
  nb: {
    choose: "Velg",
    other: "En kommune som ikke står her",
    id: "Kommunens id i Rettvei",
    idHint: "Den id-en kommunen har i Rettvei. Spør den som styrer tilgangene hos dere.",
  },
  nn: {
    choose: "Vel",
    other: "Ein kommune som ikkje står her",
    id: "Id-en til kommunen i Rettvei",
    idHint: "Den id-en kommunen har i Rettvei. Spør den som styrer tilgangane hos dykk.",
  },
  en: {
    choose: "Choose",
    other: "A municipality that is not here",
    id: "The municipality's id in Rettvei",
    idHint: "The id that the municipality has in Rettvei. Ask whoever manages access.",
  },
});
