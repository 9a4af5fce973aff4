import { leavesOf } from "../document/measures/index.js";
import { everyRequirement, type Program } from "../document/program/index.js";

/** The words for a grouping attribute: "region", "regions", and the values that the document names. */
export interface GroupWords {
  readonly one: string;
  readonly many: string;
  /** In the document's order; empty where it names none. */
  readonly values: readonly string[];
}

export function groupWords(program: Program, by: string): GroupWords {
  const one = by.replaceAll("-", " ");
  return { one, many: pluralOf(one), values: [...new Set(valuesOf(program, by))] };
}

function pluralOf(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

/** Values declared for the attribute, used in a condition, or listed by markets and requirements. */
function valuesOf(program: Program, by: string): string[] {
  const declared = program.factKinds.flatMap(({ attributes }) =>
    (attributes ?? []).flatMap(({ name, oneOf }) => (name === by ? (oneOf ?? []) : [])),
  );
  const asked = program.measures
    .flatMap(leavesOf)
    .flatMap(({ source }) => [...source.where, ...source.except])
    .flatMap(({ attribute, in: values }) => (attribute === by ? values : []));
  return [...declared, ...asked, ...placesOf(program, by)];
}

function placesOf(program: Program, by: string): readonly string[] {
  if (by !== "region" && by !== "country") return [];
  const places = by === "region" ? ("regions" as const) : ("countries" as const);
  return [...program.markets, ...everyRequirement(program).map(({ audience }) => audience)].flatMap(
    (somewhere) => somewhere[places],
  );
}
