import type { Measure } from "../document/measures/index.js";
import { factAttributeOf, factorFor, type WeightTable } from "../document/weights/index.js";
import { add, compare, isZero, multiply, type Rational, subtract, toExactString, ZERO } from "../exact/index.js";
import type { AssessedWeight } from "./assessed.js";
import type { Evidence } from "./evidence.js";

/** A value multiplied by the table's factors for this partner; group by group where the table goes by an attribute. */
export function weigh(
  table: WeightTable,
  { measure, value }: { readonly measure: Measure | null; readonly value: Rational },
  evidence: Evidence,
): { readonly value: Rational; readonly assessed: AssessedWeight } {
  const factorOf = (group: string | null) => factorFor(table, valuesFor(table, evidence, group));
  const parts = partsOf(table, { measure, value }, evidence).map((part) => ({ ...part, factor: factorOf(part.of) }));
  const weighted = parts.reduce((sum, part) => add(sum, multiply(part.value, part.factor)), ZERO);
  const best = bestOf(table, evidence).reduce((known, group) =>
    compare(factorOf(group), factorOf(known)) > 0 ? group : known,
  );
  return {
    value: weighted,
    assessed: {
      table: table.name,
      value: toExactString(weighted),
      parts: parts.map((part) => ({
        of: part.of,
        value: toExactString(part.value),
        factor: toExactString(part.factor),
      })),
      best: { group: best, factor: toExactString(factorOf(best)) },
    },
  };
}

/** The table's keys for one partner and one group. */
function valuesFor(table: WeightTable, { subject }: Evidence, group: string | null): (string | null)[] {
  const attribute = factAttributeOf(table);
  return table.by.map((name) => {
    if (name === attribute) return group;
    if (name === "market") return subject.market?.name ?? null;
    return name === "region" ? subject.region : subject.country;
  });
}

interface Part {
  readonly of: string | null;
  readonly value: Rational;
}

/** The groups, and the rest: facts without the attribute, and a value that was given as one number. */
function partsOf(
  table: WeightTable,
  { measure, value }: { readonly measure: Measure | null; readonly value: Rational },
  { measures, group }: Evidence,
): Part[] {
  const attribute = factAttributeOf(table);
  if (attribute === null || measure === null) return [{ of: null, value }];
  if (group?.by === attribute) return [{ of: group.value, value }];
  const groups = [...(measures.get(measure.name)?.groups ?? [])].map(([of, part]): Part => ({ of, value: part }));
  const rest = subtract(
    value,
    groups.reduce((sum, part) => add(sum, part.value), ZERO),
  );
  return isZero(rest) && groups.length > 0 ? groups : [...groups, { of: null, value: rest }];
}

/**
 * The candidates for one more unit: anywhere first, then each value that the table names; inside a group only that
 * group.
 */
function bestOf(table: WeightTable, { group }: Evidence): [string | null, ...(string | null)[]] {
  const attribute = factAttributeOf(table);
  if (attribute === null) return [null];
  if (group?.by === attribute) return [group.value];
  const at = table.by.indexOf(attribute);
  return [null, ...new Set(table.factors.flatMap(({ of }) => of[at] ?? []))];
}
