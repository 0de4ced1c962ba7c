// Knows the shapes of what people write: words of their own, names, telephone numbers.
import { Type } from "typebox";
import { LINES, ONE_LINE, TELEPHONE } from "./patterns.ts";

/** Words of somebody's own, on one or more lines. */
export const WordsSchema = Type.String({
  minLength: 1,
  maxLength: 10_000,
  pattern: LINES,
});

/** A name or a few words, on one line. */
export const NameSchema = Type.String({
  minLength: 1,
  maxLength: 200,
  pattern: ONE_LINE,
});

export const TelephoneSchema = Type.String({
  minLength: 3,
  maxLength: 40,
  pattern: TELEPHONE,
  examples: ["99 99 99 99"],
});
