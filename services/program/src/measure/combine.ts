import { type CompositeMeasure, groupedBy, isSimple, type Measure, operandsOf } from "../document/measures/index.js";
import { add, compare, divide, isZero, multiply, type Rational, rational, subtract, ZERO } from "../exact/index.js";
import { withValues } from "./with-values.js";

/** The value of an operand: as a whole, by group, and in a group without facts. */
export interface Part {
  readonly value: Rational | null;
  /** Null without groups. */
  readonly groups: ReadonlyMap<string, Rational> | null;
  readonly elsewhere: Rational | null;
}

/**
 * Computes a composite from its operands: two for a ratio, one for each term, the same measure now and then for a
 * change, one for each period. Each group is computed like the whole; an ungrouped operand has its whole value in every
 * group.
 */
export function combineOperands(measure: CompositeMeasure, operands: readonly Part[]): Part {
  if (measure.kind === "largest-group" || measure.kind === "smallest-group") {
    const [operand] = operands;
    return undivided(extremeOf(measure.kind, [...(operand?.groups?.values() ?? [])]));
  }
  const value = valueOfOperands(
    measure,
    operands.map((operand) => operand.value),
  );
  if (groupedBy(measure) === null) return undivided(value);
  const inGroup = (name: string | null): Rational | null =>
    valueOfOperands(
      measure,
      operands.map(({ groups, elsewhere, value: whole }) =>
        groups === null ? whole : ((name === null ? null : groups.get(name)) ?? elsewhere),
      ),
    );
  const names = [...new Set(operands.flatMap(({ groups }) => [...(groups?.keys() ?? [])]))].sort();
  const groups = names.map((name): [string, Rational | null] => [name, inGroup(name)]);
  return {
    value,
    groups: withValues(groups),
    elsewhere: inGroup(null),
  };
}

/** A value without groups; it applies in every group. */
export const undivided = (value: Rational | null): Part => ({ value, groups: null, elsewhere: value });

/** The value of a simple measure without facts. */
export const nothingOf = ({ kind }: Pick<Measure, "kind">): Rational | null =>
  kind === "statistic" || kind === "rate" ? null : ZERO;

/**
 * The value of a measure in a group without facts, from the whole values of its operands.
 *
 * @param wholeOf the value of a measure as a whole; null where it has none
 */
export function valueElsewhere(measure: Measure, wholeOf: (measure: Measure) => Rational | null): Rational | null {
  if (groupedBy(measure) === null) return wholeOf(measure);
  if (isSimple(measure) || !isComposite(measure)) return nothingOf(measure);
  const operands = operandsOf(measure).map((operand) => valueElsewhere(operand, wholeOf));
  if (measure.kind === "change") return valueOfOperands(measure, [...operands, ...operands]);
  return valueOfOperands(measure, operands);
}

const isComposite = (measure: Measure): measure is CompositeMeasure =>
  !isSimple(measure) && measure.kind !== "percentile" && measure.kind !== "review";

function valueOfOperands(measure: CompositeMeasure, values: readonly (Rational | null)[]): Rational | null {
  const [first = null, second = null] = values;
  switch (measure.kind) {
    case "ratio":
      return first === null || second === null || isZero(second) ? null : divide(first, second);
    case "total":
      return measure.terms.reduce((sum, { times }, i) => add(sum, multiply(times, values[i] ?? ZERO)), ZERO);
    case "change": {
      if (first === null || second === null) return null;
      const moved = subtract(first, second);
      if (measure.as === "amount") return moved;
      return compare(second, ZERO) > 0 ? divide(moved, second) : null;
    }
    case "active-periods":
      return rational(values.filter((value) => value !== null && compare(value, measure.atLeast) >= 0).length);
    default:
      return extremeOf(
        measure.kind,
        values.filter((value) => value !== null),
      );
  }
}

function extremeOf(
  kind: "largest" | "smallest" | "largest-group" | "smallest-group",
  values: readonly Rational[],
): Rational | null {
  const wanted = kind === "largest" || kind === "largest-group" ? 1 : -1;
  return values.reduce<Rational | null>(
    (found, value) => (found === null || compare(value, found) === wanted ? value : found),
    null,
  );
}
