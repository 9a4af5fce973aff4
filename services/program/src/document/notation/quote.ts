/** Text of the document in a message: in backquotes, at most 64 characters. */
export function quoted(text: string): string {
  return `\`${shortened(text)}\``;
}

export function shortened(text: string): string {
  return text.length > 64 ? `${text.slice(0, 64)}…` : text;
}

/** Words of the notation in one sentence: `a`, `b` or `c`. */
export function oneOfWords(words: readonly string[]): string {
  const last = words.at(-1);
  if (last === undefined || words.length === 1) return words.map(quoted).join("");
  return `${words.slice(0, -1).map(quoted).join(", ")} or ${quoted(last)}`;
}

/** A key below a path; in quotes where it would be ambiguous. */
export function pathOf(path: string, key: string): string {
  const isPlain = /^[\w-]+$/.test(key);
  if (!isPlain) return `${path}[${JSON.stringify(shortened(key))}]`;
  return path === "" ? key : `${path}.${key}`;
}

/** The keys and places in lists that lead to a path: `tiers.gold.requires.all[0]` is `tiers`, `gold`, `requires`, `all`, `0`. */
export function stepsOf(path: string): string[] {
  return [...path.matchAll(/[\w-]+|\["(?:[^"\\]|\\.)*"\]/g)].map(([step]) =>
    step.startsWith("[") ? (JSON.parse(step.slice(1, -1)) as string) : step,
  );
}
