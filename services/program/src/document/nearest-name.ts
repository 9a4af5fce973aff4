/**
 * Ends a message about an unknown name: with the known name that was probably meant, or with what is known.
 * Returns `; did you mean …?`, `; expected one of …`, or an empty text where nothing is known.
 */
export function suggestion(unknown: string, known: Iterable<string>): string {
  const names = [...known];
  const nearest = nearestName(unknown, names);
  if (nearest !== null) return `; did you mean \`${nearest}\`?`;
  if (names.length === 0) return "";
  const shown = names.slice(0, MAX_LISTED).map((name) => `\`${name}\``);
  const more = names.length > MAX_LISTED ? " …" : "";
  return `; expected ${names.length === 1 ? "" : "one of "}${shown.join(", ")}${more}`;
}

/** The known name that takes the fewest typing mistakes, at most one in three letters; null where none is that near. */
export function nearestName(unknown: string, known: Iterable<string>): string | null {
  // A longer text is not a slip of the finger, and comparing it costs its length squared.
  if (unknown.length > 64) return null;
  let nearest: { name: string; mistakes: number } | null = null;
  for (const name of known) {
    const mistakes = typingMistakes(unknown, name);
    if (mistakes <= Math.max(1, Math.floor(unknown.length / 3)) && mistakes < (nearest?.mistakes ?? Infinity))
      nearest = { name, mistakes };
  }
  return nearest?.name ?? null;
}

const MAX_LISTED = 12;

/** Letters left out, added, replaced, or swapped with the next one: the distance of Levenshtein and Damerau. */
function typingMistakes(a: string, b: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwapped ? (beforePrevious[j - 2] ?? 0) + 1 : Infinity;
      row.push(Math.min(replaced, swapped, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    [beforePrevious, previous] = [previous, row];
  }
  return previous[b.length] ?? 0;
}
