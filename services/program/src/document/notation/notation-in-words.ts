/** A part of a document on one line, without YAML marks: "sum amount, of deal.won, window (rolling 12 months)". */
export function notationInWords(entry: unknown): string {
  if (Array.isArray(entry)) return listInWords(entry);
  if (isMapping(entry)) return fieldsInWords(entry).join(", ");
  return entry === true ? "yes" : entry === false ? "no" : String(entry);
}

const fieldsInWords = (entry: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(entry).map(([key, value]) => fieldInWords(key, value));

function fieldInWords(key: string, value: unknown): string {
  const name = key.replaceAll("-", " ");
  if (value === true) return name;
  if (value === false) return `not ${name}`;
  const words = notationInWords(value);
  if (words === "") return name;
  return isMapping(value) || (Array.isArray(value) && value.some(isMapping))
    ? `${name} (${words})`
    : `${name} ${words}`;
}

function listInWords(list: readonly unknown[]): string {
  const words = list.map(notationInWords);
  if (list.some(isMapping)) return words.join("; ");
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

/** Both entries without the parts that are equal. */
export function partsThatDiffer(
  before: unknown,
  after: unknown,
): { readonly before: unknown; readonly after: unknown } {
  if (!isMapping(before) || !isMapping(after)) return { before, after };
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  const only = (entry: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(keys.flatMap((key) => (key in entry ? [[key, entry[key]] as const] : [])));
  return { before: only(before), after: only(after) };
}

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Keys that explain and decide nothing. */
const WORDS = new Set(["title", "why", "description", "effort"]);

export function withoutWords(entry: unknown): unknown {
  if (Array.isArray(entry)) return entry.map(withoutWords);
  if (typeof entry !== "object" || entry === null) return entry;
  return Object.fromEntries(
    Object.entries(entry)
      .filter(([key]) => !WORDS.has(key))
      .map(([key, value]) => [key, withoutWords(value)]),
  );
}
