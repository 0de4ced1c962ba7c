// Knows how an instant in milliseconds is written, without a Date of each of millions.
import { type Instant, toCalendarDate } from "@rettvei/engine";

const MILLIS_PER_DAY = 86_400_000;

/** Figures of 0 to 999, written once: with two places and with three. */
const TWO_FIGURES = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, "0"));
const THREE_FIGURES = Array.from({ length: 1_000 }, (_, n) => String(n).padStart(3, "0"));

/** The instant of milliseconds since 1970, as the engine writes it. */
export function instantText(millis: number): Instant {
  const day = Math.floor(millis / MILLIS_PER_DAY);
  const ofDay = Math.floor(millis - day * MILLIS_PER_DAY);
  const minutes = (ofDay / 60_000) | 0;
  const ofMinute = ofDay - minutes * 60_000;
  const seconds = (ofMinute / 1_000) | 0;
  const hour = TWO_FIGURES[(minutes / 60) | 0];
  const time = `${hour}:${TWO_FIGURES[minutes % 60]}:${TWO_FIGURES[seconds]}`;
  return `${toCalendarDate(day)}T${time}.${THREE_FIGURES[ofMinute % 1_000]}Z` as Instant;
}
