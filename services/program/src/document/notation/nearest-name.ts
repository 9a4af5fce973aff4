/**
 * Ends a message about an unknown name: with the known name that was probably meant, or with what is known.
 * Returns `; did you mean …?`, `; expected one of …`, or an empty text where nothing is known.
 *
 * @param isWhole names all that is known, and not the first dozen: for what the notation knows
 */
export function suggestion(unknown: string, known: Iterable<string>, isWhole = false): string {
  const names = [...known];
  const nearest = nearestName(unknown, names);
  if (nearest !== null) return `; did you mean \`${nearest}\`?`;
  if (names.length === 0) return "";
  const most = names.some((name) => name.length > 32) ? MAX_LONG_LISTED : MAX_LISTED;
  const listed = isWhole && names.length <= MAX_WHOLE ? names : names.slice(0, most);
  const shown = listed.map((name) => `\`${name}\``);
  const more = names.length > listed.length ? " …" : "";
  return `; expected ${names.length === 1 ? "" : "one of "}${shown.join(", ")}${more}`;
}

/** The known name with the fewest typing mistakes, at most one in three letters and three in all; or null. */
export function nearestName(unknown: string, known: Iterable<string>): string | null {
  // Longer texts are no typing mistakes, and comparing them costs the square of their length.
  if (unknown.length > 64) return null;
  const most = Math.min(MAX_MISTAKES, Math.max(1, Math.floor(unknown.length / 3)));
  let nearest: { name: string; mistakes: number } | null = null;
  let letters = 0;
  for (const name of known) {
    letters += name.length;
    if (letters > MAX_LETTERS) break;
    const mistakes = typingMistakes(unknown, name, most);
    if (mistakes <= most && mistakes < (nearest?.mistakes ?? Infinity)) nearest = { name, mistakes };
  }
  return nearest?.name ?? null;
}

const MAX_MISTAKES = 3;
/** Five hundred names of sixteen letters. In larger documents, later names are not suggested. */
const MAX_LETTERS = 8_000;

const MAX_LISTED = 12;
/** No mapping of the notation has more keys. */
const MAX_WHOLE = 64;
const MAX_LONG_LISTED = 4;

/**
 * The Damerau-Levenshtein distance: letters left out, added, replaced, or swapped with the next one. More than `most`
 * where it is above that. Common prefixes and suffixes are skipped, and only cells within `most` of the diagonal are
 * computed: with whole rows, 900 long names that nearly match 900 others took twenty seconds.
 */
function typingMistakes(one: string, other: string, most: number): number {
  const far = most + 1;
  if (Math.abs(one.length - other.length) > most) return far;
  const [a, b] = withoutShared(one, other);
  let beforePrevious = new Uint8Array(b.length + 1).fill(far);
  let previous = Uint8Array.from({ length: b.length + 1 }, (_, j) => Math.min(j, far));
  let fewestBefore = 0;
  for (let i = 1; i <= a.length; i++) {
    const row = new Uint8Array(b.length + 1).fill(far);
    row[0] = Math.min(i, far);
    let fewest = row[0] ?? far;
    for (let j = Math.max(1, i - most); j <= Math.min(b.length, i + most); j++) {
      let mistakes = (previous[j - 1] ?? far) + (a[i - 1] === b[j - 1] ? 0 : 1);
      mistakes = Math.min(mistakes, (previous[j] ?? far) + 1, (row[j - 1] ?? far) + 1);
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwapped) mistakes = Math.min(mistakes, (beforePrevious[j - 2] ?? far) + 1);
      row[j] = Math.min(mistakes, far);
      fewest = Math.min(fewest, mistakes);
    }
    // A swap looks back two rows, so both must be too far before giving up.
    if (fewest > most && fewestBefore > most) return far;
    [beforePrevious, previous, fewestBefore] = [previous, row, fewest];
  }
  return previous[b.length] ?? far;
}

function withoutShared(one: string, other: string): [string, string] {
  const shorter = Math.min(one.length, other.length);
  let [start, end] = [0, 0];
  while (start < shorter && one[start] === other[start]) start++;
  while (end < shorter - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
  return [one.slice(start, one.length - end), other.slice(start, other.length - end)];
}
