// Knows how easy a text is to read: words a sentence, and Björnsson's LIX.

export function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
}

export function sentencesOf(text: string): readonly string[] {
  return text.split(/[.!?]+/u).filter((sentence) => wordsOf(sentence).length > 0);
}

export function wordsPerSentence(text: string): number {
  return wordsOf(text).length / sentencesOf(text).length;
}

/** Björnsson's measure: words a sentence, and the percentage of words of more than six letters. */
export function lix(text: string): number {
  const words = wordsOf(text);
  const long = words.filter((word) => [...word].length > 6).length;
  return wordsPerSentence(text) + (100 * long) / words.length;
}
