// Knows the shapes of what people write: words of their own, names, telephone numbers.
import { Type } from "typebox";

// No control characters but tab and line breaks, and no half of a character: the database takes neither.
const LETTER = "[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f\\ud800-\\udfff]";

/** Words of somebody's own, on one or more lines. */
export const WordsSchema = Type.String({
  minLength: 1,
  maxLength: 10_000,
  pattern: `^${LETTER}+$`,
});

/** A name or a few words, on one line. */
export const NameSchema = Type.String({
  minLength: 1,
  maxLength: 200,
  pattern: "^[^\\u0000-\\u001f\\u007f\\ud800-\\udfff]+$",
});

export const TelephoneSchema = Type.String({
  minLength: 3,
  maxLength: 40,
  pattern: "^[+0-9 ()-]+$",
  examples: ["99 99 99 99"],
});
