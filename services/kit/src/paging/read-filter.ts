import { refuse } from "../subgraph/refuse.js";

/** Values of one field of a filter. */
export const MAX_IN_FILTER = 100;

/**
 * The values that a filter gives for a field; null asks nothing.
 *
 * @throws BAD_USER_INPUT where there are more than `MAX_IN_FILTER`
 */
export function valuesAsked(name: string, values: readonly string[] | null | undefined): readonly string[] | null {
  if (values == null) return null;
  if (values.length > MAX_IN_FILTER)
    refuse("BAD_USER_INPUT", `\`filter.${name}\` has ${values.length} values: it may have ${MAX_IN_FILTER}.`);
  return values;
}

/**
 * The days of a range, `until` the first one after it; null is no bound.
 *
 * @throws BAD_USER_INPUT where it holds no day
 */
export function daysAsked(
  name: string,
  range: { readonly from?: string | null; readonly until?: string | null } | null | undefined,
): { from: string | null; until: string | null } {
  const { from = null, until = null } = range ?? {};
  if (from !== null && until !== null && until <= from)
    refuse(
      "BAD_USER_INPUT",
      `\`filter.${name}.until\` is the first day after the range: it must be later than \`from\`.`,
    );
  return { from, until };
}
