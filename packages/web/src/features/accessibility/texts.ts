// Knows the words of the statement on accessibility.
import { screenTexts } from "../../i18n/screen-texts.ts";

export const accessibilityTexts = screenTexts({
  nb: {
    title: "Tilgjengelighet",
    lead: "Rettvei skal kunne brukes av alle. Her står det hva som er prøvd, og hva som ikke er det.",
    law: "Loven peker på 47 krav i standarden WCAG 2.1, nivå A og AA.",
    met: (n: number) => `${n} krav er oppfylt så langt prøvene våre viser.`,
    nothing: (n: number) => `${n} krav gjelder noe som ikke finnes her, som lyd og film.`,
    unsure: (n: number) => `${n} krav er ikke prøvd ennå.`,
    tested:
      "Hver side er prøvd av programmer: fylt, tom, med feil og mens den venter. Den er prøvd i bredt og smalt vindu, og med tastatur alene. Ingen som bruker skjermleser eller forstørring til daglig, har prøvd den ennå.",
    trouble:
      "Stopper noe deg? Si fra til virksomheten som har gitt deg tilgang. De skal svare deg.",
    table: "Krav for krav",
    names: "Kravene har de norske navnene som Uu-tilsynet bruker.",
    standing: { met: "Oppfylt", nothing: "Finnes ikke her", unsure: "Ikke prøvd" },
    others: "Nordsamisk, sørsamisk og lulesamisk: ikke oversatt ennå.",
  },
  nn: {
    title: "Tilgjenge",
    lead: "Alle skal kunne bruke Rettvei. Her står det kva som er prøvd, og kva som ikkje er det.",
    law: "Lova peikar på 47 krav i standarden WCAG 2.1, nivå A og AA.",
    met: (n: number) => `${n} krav er oppfylte så langt prøvene våre viser.`,
    nothing: (n: number) => `${n} krav gjeld noko som ikkje finst her, som lyd og film.`,
    unsure: (n: number) => `${n} krav er ikkje prøvde enno.`,
    tested:
      "Kvar side er prøvd av program: fylt, tom, med feil og medan ho ventar. Ho er prøvd i breitt og smalt vindauge, og med tastatur åleine. Ingen som bruker skjermlesar eller forstørring til dagleg, har prøvd ho enno.",
    trouble:
      "Stoppar noko deg? Sei frå til verksemda som har gitt deg tilgang. Dei skal svare deg.",
    table: "Krav for krav",
    names: "Uu-tilsynet bruker bokmålsnamn på krava. Dei nynorske namna her er våre eigne.",
    standing: { met: "Oppfylt", nothing: "Finst ikkje her", unsure: "Ikkje prøvd" },
    others: "Nordsamisk, sørsamisk og lulesamisk: ikkje omsett enno.",
  },
  en: {
    title: "Accessibility",
    lead: "Rettvei is to be usable by everybody. This page says what has been tried, and what has not.",
    law: "The law names 47 criteria of the standard WCAG 2.1, levels A and AA.",
    met: (n: number) => `${n} criteria are met as far as our tests show.`,
    nothing: (n: number) => `${n} criteria are about what is not here, such as sound and film.`,
    unsure: (n: number) => `${n} criteria have not been tried yet.`,
    tested:
      "Every page has been tried by programs: filled, empty, in error and while it waits. It was tried in wide and narrow windows, and by keyboard alone. Nobody who uses a screen reader or magnification every day has tried it yet.",
    trouble:
      "Does something stop you? Tell the enterprise that gave you access. They are to answer you.",
    table: "Criterion by criterion",
    names: "The criteria are named as in the standard.",
    standing: { met: "Met", nothing: "Nothing of the kind", unsure: "Not tried" },
    others: "Northern, Southern and Lule Sámi: not yet translated.",
  },
});
