import { isMap, isScalar, type Node } from "yaml";

/** What the entries of a section are, one each. */
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
 * What the names of a document stand for, such as `a score`: a name that does not fit where it is cited is not unknown.
 * Read from the document as it is written, also where it is broken.
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
