// Knows the criteria in bokmål: their names as the Norwegian authority has them, and how each is met here.
import type { CriterionWords } from "./criteria.ts";

const NO_MEDIA = "Her er verken lyd eller film.";

export const criteriaInBokmal: CriterionWords = {
  "1.1.1": {
    name: "Ikke-tekstlig innhold",
    how: "Bilder har en egen tekst. Der ordene ved siden av sier det samme, er bildet skjult for skjermlesere.",
  },
  "1.2.1": { name: "Bare lyd og bare video (forhåndsinnspilt)", how: NO_MEDIA },
  "1.2.2": { name: "Teksting (forhåndsinnspilt)", how: NO_MEDIA },
  "1.3.1": {
    name: "Informasjon og relasjoner",
    how: "Overskrifter, lister, tabeller, felt og ledetekster er merket som det de er. Prøvene finner alt bare ved rolle og navn.",
  },
  "1.3.2": {
    name: "Meningsfylt rekkefølge",
    how: "Alt leses i den rekkefølgen det er skrevet. Utseendet flytter ikke på noe, men kan vise en rad som et kort.",
  },
  "1.3.3": {
    name: "Sensoriske egenskaper",
    how: "Ingen veiledning viser bare til form, farge eller plass.",
  },
  "1.3.4": {
    name: "Visningsretning",
    how: "Alle sider virker både stående og liggende. Ingen låser måten skjermen holdes på.",
  },
  "1.3.5": {
    name: "Identifiser formål med inndata",
    how: "Ingen felt spør deg om ditt eget navn, adresse eller lignende. Hvem du er, kommer fra innloggingen.",
  },
  "1.4.1": {
    name: "Bruk av farge",
    how: "Hvordan det står til med en dato, vises med både form og ord.",
  },
  "1.4.2": { name: "Styring av lyd", how: NO_MEDIA },
  "1.4.3": { name: "Kontrast (minimum)", how: "Målt på alle sider, i lys og mørk visning." },
  "1.4.4": {
    name: "Endring av tekststørrelse",
    how: "Størrelsen følger nettleseren. Alle sider holder når vinduet er en fjerdedel så bredt. Det svarer til 400 %.",
  },
  "1.4.5": { name: "Bilder av tekst", how: "Tekst er tekst, også i tegninger." },
  "1.4.10": {
    name: "Dynamisk tilpasning (Reflow)",
    how: "Ingen side må rulles sidelengs når vinduet er 320 piksler bredt. Det gjelder tabeller også. Hver rad leses for seg, og hvert tall står med navnet på kolonnen.",
  },
  "1.4.11": {
    name: "Kontrast for ikke-tekstlig innhold",
    how: "Rammer, merker og fokus har fargene i designsystemet. De er laget for en kontrast på 3:1.",
  },
  "1.4.12": {
    name: "Tekstavstand",
    how: "Med avstandene som kravet nevner, blir ingenting kuttet eller dekket.",
  },
  "1.4.13": {
    name: "Pekerfølsomt innhold eller innhold ved tastaturfokus",
    how: "Ingenting kommer til syne bare fordi det pekes på eller får fokus.",
  },
  "2.1.1": {
    name: "Tastatur",
    how: "Alle oppgaver som er prøvd med mus, er prøvd en gang til med tastatur alene.",
  },
  "2.1.2": {
    name: "Ingen tastaturfelle",
    how: "Tabulatortasten går gjennom hver side og ut av den igjen.",
  },
  "2.1.4": {
    name: "Hurtigtaster som består av ett tegn",
    how: "Taster med ett tegn virker bare når listen har fokus, eller de kan slås av.",
  },
  "2.2.1": {
    name: "Justerbar hastighet",
    how: "Du blir logget ut når du ikke gjør noe, fordi personvernet krever det. Det du hadde skrevet, er der når du logger inn igjen.",
  },
  "2.2.2": {
    name: "Pause, stopp, skjul",
    how: "Ingenting beveger seg, blinker eller ruller av seg selv. Når andre endrer en liste, sier den fra og venter.",
  },
  "2.3.1": { name: "Terskelverdi på maksimalt tre glimt", how: "Ingenting blinker." },
  "2.4.1": {
    name: "Hoppe over blokker",
    how: "Det første du kommer til med tabulatortasten, er en lenke rett til innholdet.",
  },
  "2.4.2": { name: "Sidetitler", how: "Hver side har sin egen tittel i vinduet." },
  "2.4.3": {
    name: "Fokusrekkefølge",
    how: "Fokus følger teksten. På en ny side går det til overskriften.",
  },
  "2.4.4": {
    name: "Formål med lenke (i kontekst)",
    how: "Lenker sier hvor de fører. Prøvene finner hver av dem ved navnet.",
  },
  "2.4.5": {
    name: "Flere måter",
    how: "Du finner et forløp i listen, med filtre eller med søk. Sidene finner du øverst på skjermen.",
  },
  "2.4.6": {
    name: "Overskrifter og ledetekster",
    how: "Hver side har én hovedoverskrift. Ledetekstene sier hva feltene er til.",
  },
  "2.4.7": { name: "Synlig fokus", how: "Det er hele veien synlig hva som har fokus." },
  "2.5.1": { name: "Pekerbevegelser", how: "Ingenting krever mer enn et trykk." },
  "2.5.2": {
    name: "Pekeravbrytelse",
    how: "Det du trykker på, skjer først når du slipper på samme sted. Slik virker nettleserens egne knapper.",
  },
  "2.5.3": {
    name: "Ledetekst i navn",
    how: "Navnet som blir lest opp, er ordene du ser, eller begynner med dem.",
  },
  "2.5.4": { name: "Bevegelsesaktivering", how: "Ingenting gjøres ved å bevege enheten." },
  "3.1.1": { name: "Språk på siden", how: "Siden er merket med språket som er valgt." },
  "3.1.2": {
    name: "Språk på deler av innhold",
    how: "Ord på et annet språk enn resten av siden er merket med sitt språk.",
  },
  "3.2.1": { name: "Fokus", how: "Fokus alene endrer ingenting." },
  "3.2.2": {
    name: "Inndata",
    how: "Et valg endrer det som vises på siden. Det flytter deg aldri til en annen side.",
  },
  "3.2.3": {
    name: "Konsekvent navigering",
    how: "Toppen av skjermen er den samme på alle sider for en rolle.",
  },
  "3.2.4": {
    name: "Konsekvent identifikasjon",
    how: "Samme ting har samme navn overalt. Hver tekst er skrevet bare ett sted.",
  },
  "3.3.1": {
    name: "Identifikasjon av feil",
    how: "Blir noe avvist, står det hvilket felt det gjelder, og hva som var ventet der.",
  },
  "3.3.2": {
    name: "Ledetekster eller instruksjoner",
    how: "Alle felt har en ledetekst som synes.",
  },
  "3.3.3": {
    name: "Forslag ved feil",
    how: "Blir noe avvist, står det hva som kan godtas i stedet, der det er kjent.",
  },
  "3.3.4": {
    name: "Forhindring av feil (juridiske feil, økonomiske feil, datafeil)",
    how: "Du ser hva som blir endret, før du lagrer. En feil kan rettes etterpå.",
  },
  "4.1.1": {
    name: "Parsing (oppdeling)",
    how: "På hver side er alle id-er ulike og alle elementer hele.",
  },
  "4.1.2": {
    name: "Navn, rolle, verdi",
    how: "Knapper og felt er nettleserens egne. Prøvene bruker hver av dem ved rolle og navn.",
  },
  "4.1.3": {
    name: "Statusbeskjeder",
    how: "Det som er lagret, endret eller avvist, får skjermlesere vite uten at fokus flyttes.",
  },
};
