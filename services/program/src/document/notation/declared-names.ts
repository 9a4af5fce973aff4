import { isMap, isScalar, type Node } from "yaml";

/** The kind of entry of each section. */
const THINGS: Readonly<Record<string, string>> = {
  tracks: "a track",
  markets: "a market",
  facts: "a kind of fact",
  approvals: "an approval",
  reviews: "a review",
  measures: "a measure",
  scores: "a score",
  rules: "a rule",
  tiers: "a tier",
  benefits: "a benefit",
  expectations: "an expectation",
  rebates: "a rebate",
  bonuses: "a bonus",
  spiffs: "a spiff",
  funds: "a fund",
  ceilings: "a ceiling",
  courses: "a course",
  paths: "a learning path",
  maturities: "a maturity",
  validations: "a validation",
};
const MAX_NAMES = 10_000;

/**
 * Finds what a name of the document stands for, such as `a score`, so that a name of the wrong kind is not reported as
 * unknown. Works on broken documents too.
 */
export function declaredNames(contents: Node | null): (name: string) => string | null {
  let names: ReadonlyMap<string, string> | null = null;
  return (name) => {
    names ??= new Map(namesIn(contents).slice(0, MAX_NAMES));
    return names.get(name) ?? null;
  };
}

function namesIn(contents: Node | null): [name: string, thing: string][] {
  if (!isMap(contents)) return [];
  return contents.items.flatMap(({ key, value }) => {
    const thing = isScalar(key) ? THINGS[key.source ?? ""] : undefined;
    if (thing === undefined || !isMap(value)) return [];
    return value.items.flatMap((entry): [string, string][] =>
      isScalar(entry.key) && entry.key.source ? [[entry.key.source, thing]] : [],
    );
  });
}
