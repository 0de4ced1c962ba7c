// Knows words of one language that are never right in another: bokmål, nynorsk, English; and words of the trade.
import { found } from "./faults.ts";

function list(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter((word) => word !== ""));
}

const ONLY_BOKMAL = list(`
  ikke hva hvordan hvem hvor hvis hver hvert hvorfor hvilke hvilken hvilket noen noe være vært jeg fra uke uken
  uker ukene fremmøte bare nå sammen mer mye selv gjøre gjør kommer komme skriver velger velge hun uten
  sykehus sykehuset videre hjem hjemme skole skolen vet vei veien egen eget egne trenger ønsker en ble finnes
  finner dere deres dem alene fortelle forteller sier spørre henvisning henvisningen henvisninger henviser
  henviseren henvist utredning utredningen utrede utred behandler behandleren følger virker anbefalt anbefalte
  hjelpen tiden bedre timene navn navnet enige enig leder ringe ringer bytte sted stedet begynner siden hjulpet
  henge holde tåler tenker snakker venter stopper åpen avgjørelse beslutning spiseforstyrrelse tvangslidelse
`);
const ONLY_NYNORSK = list(`
  ikkje kva korleis kven kvifor kvar kor kvart nokon noko nokre nokor vere vore eg frå tilvising tilvisinga
  tilvisar tilvisaren behandlar behandlaren kjem kome berre saman sjølv sjølve meir mykje dei dykk dykkar utan
  vidare heim heime skule skulen veit eigen eige eigne eit ein vart gjer gjere seier seie sei sjukehus sjukehuset
  utgreiing utgreiinga avgjerd avgjerda frammøte veke veka veker vekene spørje ønskjer treng òg medan tek
  tilrådd tilrådde hjelpa tida betre namn namnet stad staden åleine høyre halde døy snakkar ventar blei lèt
  framleis samd samde byrjar tvangsliding eteforstyrring kvarandre byte gong gonger
`);

export function bokmalIn(text: string): string | undefined {
  return found(
    text.toLowerCase(),
    (word) => ONLY_BOKMAL.has(word) || /^hv|\p{L}(?<!l)lig(e|ere|st|het)?$/u.test(word),
  );
}

export function nynorskIn(text: string): string | undefined {
  return found(
    text.toLowerCase(),
    (word) => ONLY_NYNORSK.has(word) || /\p{L}(leg|legare|heit)$/u.test(word),
  );
}

export function norwegianIn(text: string): string | undefined {
  return found(text.toLowerCase(), (word) => /[æøå]/u.test(word));
}

const JARGON =
  /^(kod(e|er|es|et|ing|a|ar)|registrer.*|hendelsen?|hendelser|hending(a|ar)?|compliance|cod(e|ed|ing)|regist(er|ered|ration)|pakkeforløp.*|forløpstid.*|events?|omsorgsnivå)$/u;
export function jargonIn(text: string): string | undefined {
  return found(text, (word) => JARGON.test(word.toLowerCase()));
}
