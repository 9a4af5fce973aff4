/**
 * Many values of one column as one text parameter, for statements that write thousands of rows: read back in SQL by
 * `columnOf`. The driver's own array parameters escape each element by itself, which at 2,000 rows of a kilobyte costs
 * more than the insertion (a third of it in garbage collection).
 */
export function columnText(values: readonly (string | number | null)[]): string {
  return values.map((value) => value ?? ABSENT).join(BETWEEN);
}

/** SQL for the array of a column: `columnOf(1, "uuid")` reads `$1`. Texts must not hold the two control characters, as no JSON does. */
export const columnOf = (parameter: number, type: string): string =>
  `string_to_array($${parameter}::text, E'\\x01', E'\\x02')::${type}[]`;

export const BETWEEN = "\u0001";
export const ABSENT = "\u0002";
