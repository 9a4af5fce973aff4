/** An object of an answer, as it comes from subgraphs and is joined. */
export type Data = Record<string, unknown>;

export const isData = (value: unknown): value is Data =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Adds what a subgraph answered about an object to what is known of it. Where both hold an object under one name the two
 * are joined, lists of the same length place by place; otherwise what came last counts.
 */
export function merge(known: Data, came: Data): void {
  for (const key of Object.keys(came)) {
    const value = came[key];
    if (value === undefined || key === "__proto__") continue;
    const before = Object.hasOwn(known, key) ? known[key] : undefined;
    if (isData(before) && isData(value)) merge(before, value);
    else if (Array.isArray(before) && Array.isArray(value) && before.length === value.length)
      for (const [i, item] of value.entries()) {
        const place: unknown = before[i];
        if (isData(place) && isData(item)) merge(place, item);
        else before[i] = item;
      }
    else known[key] = value;
  }
}
