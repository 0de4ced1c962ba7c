// Knows the criteria in nynorsk: names of our own, for those of the authority are in bokmål, and how each is met here.
import type { CriterionWords } from "./criteria.ts";

const NO_MEDIA = "Her er verken lyd eller film.";

export const criteriaInNynorsk: CriterionWords = {
  "1.1.1": {
    name: "Ikkje-tekstleg innhald",
    how: "Bilete har ein eigen tekst. Der orda ved sida av seier det same, er biletet skjult for skjermlesarar.",
  },
  "1.2.1": { name: "Berre lyd og berre video (førehandsinnspelt)", how: NO_MEDIA },
  "1.2.2": { name: "Teksting (førehandsinnspelt)", how: NO_MEDIA },
  "1.3.1": {
    name: "Informasjon og relasjonar",
    how: "Overskrifter, lister, tabellar, felt og leietekstar er merkte som det dei er. Prøvene finn alt berre ved rolle og namn.",
  },
  "1.3.2": {
    name: "Meiningsfylt rekkjefølgje",
    how: "Alt blir lese i den rekkjefølgja det er skrive. Utsjånaden flyttar ikkje på noko, men kan vise ei rad som eit kort.",
  },
  "1.3.3": {
    name: "Sensoriske eigenskapar",
    how: "Inga rettleiing viser berre til form, farge eller plass.",
  },
  "1.3.4": {
    name: "Visingsretning",
    how: "Alle sider verkar både ståande og liggjande. Inga låser måten skjermen blir halden på.",
  },
  "1.3.5": {
    name: "Identifiser formål med inndata",
    how: "Ingen felt spør deg om ditt eige namn, adresse eller liknande. Kven du er, kjem frå innlogginga.",
  },
  "1.4.1": {
    name: "Bruk av farge",
    how: "Korleis det står til med ein dato, blir vist med både form og ord.",
  },
  "1.4.2": { name: "Styring av lyd", how: NO_MEDIA },
  "1.4.3": { name: "Kontrast (minimum)", how: "Målt på alle sider, i lys og mørk vising." },
  "1.4.4": {
    name: "Endring av tekststorleik",
    how: "Storleiken følgjer nettlesaren. Alle sider held når vindauget er ein firedel så breitt. Det svarer til 400 %.",
  },
  "1.4.5": { name: "Bilete av tekst", how: "Tekst er tekst, også i teikningar." },
  "1.4.10": {
    name: "Dynamisk tilpassing (Reflow)",
    how: "Inga side må rullast sidelengs når vindauget er 320 pikslar breitt. Det gjeld tabellar òg. Kvar rad blir lesen for seg, og kvart tal står med namnet på kolonnen.",
  },
  "1.4.11": {
    name: "Kontrast for ikkje-tekstleg innhald",
    how: "Rammer, merke og fokus har fargane i designsystemet. Dei er laga for ein kontrast på 3:1.",
  },
  "1.4.12": {
    name: "Tekstavstand",
    how: "Med avstandane som kravet nemner, blir ingenting kutta eller dekt.",
  },
  "1.4.13": {
    name: "Peikarfølsamt innhald eller innhald ved tastaturfokus",
    how: "Ingenting kjem til syne berre fordi det blir peika på eller får fokus.",
  },
  "2.1.1": {
    name: "Tastatur",
    how: "Alle oppgåver som er prøvde med mus, er prøvde ein gong til med tastatur åleine.",
  },
  "2.1.2": {
    name: "Inga tastaturfelle",
    how: "Tabulatortasten går gjennom kvar side og ut av henne igjen.",
  },
  "2.1.4": {
    name: "Hurtigtastar som består av eitt teikn",
    how: "Tastar med eitt teikn verkar berre når lista har fokus, eller dei kan slåast av.",
  },
  "2.2.1": {
    name: "Justerbar fart",
    how: "Du blir logga ut når du ikkje gjer noko, fordi personvernet krev det. Det du hadde skrive, er der når du loggar inn igjen.",
  },
  "2.2.2": {
    name: "Pause, stopp, skjul",
    how: "Ingenting rører seg, blinkar eller rullar av seg sjølv. Når andre endrar ei liste, seier ho frå og ventar.",
  },
  "2.3.1": { name: "Terskelverdi på maksimalt tre glimt", how: "Ingenting blinkar." },
  "2.4.1": {
    name: "Hoppe over blokker",
    how: "Det første du kjem til med tabulatortasten, er ei lenkje rett til innhaldet.",
  },
  "2.4.2": { name: "Sidetitlar", how: "Kvar side har sin eigen tittel i vindauget." },
  "2.4.3": {
    name: "Fokusrekkjefølgje",
    how: "Fokus følgjer teksten. På ei ny side går det til overskrifta.",
  },
  "2.4.4": {
    name: "Formål med lenkje (i kontekst)",
    how: "Lenkjer seier kvar dei fører. Prøvene finn kvar av dei ved namnet.",
  },
  "2.4.5": {
    name: "Fleire måtar",
    how: "Du finn eit forløp i lista, med filter eller med søk. Sidene finn du øvst på skjermen.",
  },
  "2.4.6": {
    name: "Overskrifter og leietekstar",
    how: "Kvar side har éi hovudoverskrift. Leietekstane seier kva felta er til.",
  },
  "2.4.7": { name: "Synleg fokus", how: "Det er heile vegen synleg kva som har fokus." },
  "2.5.1": { name: "Peikarrørsler", how: "Ingenting krev meir enn eit trykk." },
  "2.5.2": {
    name: "Peikaravbryting",
    how: "Det du trykkjer på, skjer først når du slepper på same staden. Slik verkar dei eigne knappane til nettlesaren.",
  },
  "2.5.3": {
    name: "Leietekst i namn",
    how: "Namnet som blir lese opp, er orda du ser, eller byrjar med dei.",
  },
  "2.5.4": { name: "Rørsleaktivering", how: "Ingenting blir gjort ved å røre på eininga." },
  "3.1.1": { name: "Språk på sida", how: "Sida er merkt med språket som er valt." },
  "3.1.2": {
    name: "Språk på delar av innhald",
    how: "Ord på eit anna språk enn resten av sida er merkte med språket sitt.",
  },
  "3.2.1": { name: "Fokus", how: "Fokus åleine endrar ingenting." },
  "3.2.2": {
    name: "Inndata",
    how: "Eit val endrar det som blir vist på sida. Det flyttar deg aldri til ei anna side.",
  },
  "3.2.3": {
    name: "Konsekvent navigering",
    how: "Toppen av skjermen er den same på alle sider for ei rolle.",
  },
  "3.2.4": {
    name: "Konsekvent identifikasjon",
    how: "Same ting har same namn overalt. Kvar tekst er skriven berre éin stad.",
  },
  "3.3.1": {
    name: "Identifikasjon av feil",
    how: "Blir noko avvist, står det kva felt det gjeld, og kva som var venta der.",
  },
  "3.3.2": {
    name: "Leietekstar eller instruksjonar",
    how: "Alle felt har ein leietekst som er synleg.",
  },
  "3.3.3": {
    name: "Forslag ved feil",
    how: "Blir noko avvist, står det kva som kan godtakast i staden, der det er kjent.",
  },
  "3.3.4": {
    name: "Førebygging av feil (juridiske feil, økonomiske feil, datafeil)",
    how: "Du ser kva som blir endra, før du lagrar. Ein feil kan rettast etterpå.",
  },
  "4.1.1": {
    name: "Parsing (oppdeling)",
    how: "På kvar side er alle id-ar ulike og alle element heile.",
  },
  "4.1.2": {
    name: "Namn, rolle, verdi",
    how: "Knappar og felt er dei som nettlesaren sjølv har. Prøvene bruker kvar av dei ved rolle og namn.",
  },
  "4.1.3": {
    name: "Statusmeldingar",
    how: "Det som er lagra, endra eller avvist, får skjermlesarar vite utan at fokus flyttar seg.",
  },
};
