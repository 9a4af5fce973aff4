/** A word that is longer is known, and sought, by its beginning. */
const MAX_LENGTH = 60;
const MAX_WORDS = 40;

/**
 * The words by which a partner is found: those of its name and its code, without case, accents and what stands between
 * them. `Müller & Söhne AG` is found by `muller`, by `sohn` and by `Müller AG`.
 *
 * @returns each once; the first 40, the first 60 characters of each
 */
export function wordsOf(...texts: readonly string[]): string[] {
  // In capitals first: `ß` and ligatures are several letters there.
  const plain = texts.join(" ").normalize("NFKD").replace(/\p{M}/gu, "").toUpperCase().toLowerCase();
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.map((word) => [...word].slice(0, MAX_LENGTH).join("")))].slice(0, MAX_WORDS);
}
