// Knows the words for who has no page of their own yet.
import { screenTexts } from "../../i18n/screen-texts.ts";

export const homeTexts = screenTexts({
  nb: {
    title: "Rettvei",
    nothing: "Rollen din har ingen side her. Har du flere roller, kan du bytte øverst.",
  },
  nn: {
    title: "Rettvei",
    nothing: "Rolla di har ikkje noka side her. Har du fleire roller, kan du byte øvst.",
  },
  en: {
    title: "Rettvei",
    nothing: "Your role has no page here. If you have several roles, you can change at the top.",
  },
});
