/** What a file's words mean: by the word itself, else by the first pattern with `*` that it fits; null where none does. */
export function wordLookup<Meaning>(words: Iterable<readonly [string, Meaning]>): (text: string) => Meaning | null {
  const exact = new Map(words);
  const patterns = [...exact].flatMap(([word, meaning]) =>
    word.includes("*") ? [{ expression: patternOf(word), meaning }] : [],
  );
  return (text) => {
    const known = exact.get(text);
    if (known !== undefined) return known;
    return patterns.find(({ expression }) => expression.test(text))?.meaning ?? null;
  };
}

/** One `.*?` after another takes no more than the square of the text's length, and a cell is short. */
const patternOf = (word: string): RegExp =>
  new RegExp(
    `^${word
      .split("*")
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
      .join(".*?")}$`,
    "s",
  );
