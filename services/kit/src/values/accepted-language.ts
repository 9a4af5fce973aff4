/**
 * The language in which somebody wants to be answered, of those that are known.
 *
 * @param header `accept-language`: tags with their weights, such as `de-CH, en;q=0.8`. Untrusted
 * @param known of which the first is for who takes none of them
 */
export function acceptedLanguage<Language extends string>(
  header: string | undefined,
  known: readonly [Language, ...Language[]],
): Language {
  if (header === undefined) return known[0];
  const ranges = header.slice(0, MAX_LENGTH).split(",").map(rangeOf);
  // The heaviest first; of equal ones the one that is named first.
  const wanted = ranges.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  for (const { tag } of wanted) {
    if (tag === "*") return known.find((language) => !ranges.some((range) => range.tag === language)) ?? known[0];
    const language = known.find((one) => tag === one || tag.startsWith(`${one}-`));
    if (language !== undefined) return language;
  }
  return known[0];
}

/** More than any browser sends. */
const MAX_LENGTH = 500;

function rangeOf(text: string): { tag: string; weight: number } {
  const [tag = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  const given = parameters.find((parameter) => parameter.startsWith("q="));
  const weight = given === undefined ? 1 : Number(given.slice(2));
  return { tag, weight: weight >= 0 && weight <= 1 ? weight : 0 };
}
