import { groupedBy, type Measure } from "../document/measures/index.js";
import { asFraction, refuseFinerThan, type YamlCursor } from "../document/notation/index.js";
import { everyRequirement, type Program } from "../document/program/index.js";
import { citedMeasures, type Requirement } from "../document/requirements/index.js";
import { keepingRequirement } from "../document/tiers/index.js";
import { add, compare, currencyDigits, ONE, parseDecimal, type Rational, rational, ZERO } from "../exact/index.js";
import type { WrittenValue } from "./written-partner.js";

/** Reads `120000`, `16/20`, `80%`, or `{ NA: 480 }` for a grouped measure; null where it is refused. */
export function readWrittenValue(program: Program, measure: Measure, cursor: YamlCursor): WrittenValue | null {
  if (cursor.isMapping) return readGroups(program, measure, cursor);
  if (cursor.isEmpty) return readNothing(measure, cursor);
  const read = readNumber(program, measure, cursor);
  if (read === null) return null;
  if (isCitedByGroup(program, measure) && compare(read.value, ZERO) !== 0) {
    const example = groupedBy(measure);
    cursor.refuse(
      "WRONG_SHAPE",
      `\`${measure.name}\` is asked of each ${example}: expected a number for each, such as \`{ EMEA: 480 }\``,
    );
  }
  return { value: read.value, parts: measure.kind === "ratio" ? read.parts : null, groups: null };
}

/** Counts and amounts always have a value; what divides or selects may have none. */
function readNothing(measure: Measure, cursor: YamlCursor): WrittenValue | null {
  if (measure.kind === "sum" || measure.kind === "count" || measure.kind === "distinct") {
    cursor.atKey().refuse("MISSING_KEY", `\`${measure.name}\` is empty: write 0 for none`);
    return null;
  }
  return { value: null, parts: null, groups: null };
}

function readGroups(program: Program, measure: Measure, cursor: YamlCursor): WrittenValue | null {
  if (groupedBy(measure) === null) {
    cursor.refuse("WRONG_SHAPE", `\`${measure.name}\` is one number: it is not grouped by anything`);
    return null;
  }
  const fields = cursor.mapping("numbers by group");
  const isLong = fields.has("whole") && fields.has("groups");
  const parts = isLong ? fields.only(["whole", "groups"]).required("groups").mapping("numbers by group") : fields;
  const groups = new Map(
    parts.entries.map(([group, field]) => [group, readNumber(program, measure, field)?.value ?? ZERO] as const),
  );
  if (isLong) {
    const whole = readNumber(program, measure, fields.required("whole"));
    return { value: whole?.value ?? ZERO, parts: null, groups };
  }
  // The whole does not follow from the groups: one person may be in two.
  if (measure.kind !== "sum" && measure.kind !== "count" && isCitedAsWhole(program, measure)) {
    const form = "`{ whole: 5, groups: { NA: 3 } }`";
    cursor.refuse("WRONG_SHAPE", `the whole of \`${measure.name}\` does not follow from its groups: expected ${form}`);
  }
  return { value: [...groups.values()].reduce(add, ZERO), parts: null, groups };
}

interface WrittenNumber {
  readonly value: Rational;
  readonly parts: WrittenValue["parts"];
}

function readNumber(program: Program, measure: Measure, cursor: YamlCursor): WrittenNumber | null {
  let parts: WrittenNumber["parts"] = null;
  const expected = EXPECTED[measure.unit];
  const number = cursor.number(expected, (text) => {
    const [, over, under] = /^([+-]?\d{1,30}(?:\.\d{1,18})?)\s*\/\s*(\d{1,30}(?:\.\d{1,18})?)$/.exec(text) ?? [];
    if (over === undefined || under === undefined) return parseDecimal(text);
    const [numerator, denominator] = [parseDecimal(over), parseDecimal(under)];
    if (numerator === null || denominator === null || compare(denominator, ZERO) === 0) return null;
    parts = [numerator, denominator];
    return rational(numerator.num * denominator.den, numerator.den * denominator.num);
  });
  if (number === null) return null;
  const value = asFraction(number);
  refuseWrongUnit({ program, measure, cursor }, { value, isPercent: number.isPercent, isFraction: parts !== null });
  return { value, parts };
}

const EXPECTED = {
  money: "an amount such as 75000",
  count: "a number such as 20",
  percent: "a share such as 16/20, 80% or 0.8",
  points: "a number such as 47.5",
} as const;

function refuseWrongUnit(
  { program, measure, cursor }: { readonly program: Program; readonly measure: Measure; readonly cursor: YamlCursor },
  {
    value,
    isPercent,
    isFraction,
  }: { readonly value: Rational; readonly isPercent: boolean; readonly isFraction: boolean },
): void {
  if (measure.unit === "percent") {
    if (!isPercent && !isFraction && compare(value, ONE) > 0)
      cursor.refuse("INVALID_VALUE", "a share above 1 needs a percent sign: 80% rather than 80");
    return;
  }
  if (isPercent) cursor.refuse("INVALID_VALUE", `\`${measure.name}\` is not in percent`);
  else if (isCounted(measure) && !isFraction)
    refuseFinerThan(cursor, value, measure.unit === "money" ? currencyDigits(program.currency) : 0);
}

const isCounted = ({ kind }: Measure): boolean =>
  kind === "sum" || kind === "count" || kind === "distinct" || kind === "active-periods";

/** Whether `for-each` or `across` uses the measure's groups, so that one number is not enough. */
function isCitedByGroup(program: Program, measure: Measure): boolean {
  return everyRequirement(program).some(
    (node) =>
      node.kind === "grouped" &&
      groupedBy(measure) === node.by &&
      [...(node.where === null ? [] : citedMeasures(node.where)), ...citedMeasures(node.of)].includes(measure.name),
  );
}

/** Whether any requirement uses the whole, and not only groups. */
function isCitedAsWhole(program: Program, measure: Measure): boolean {
  const asked = [
    ...program.tiers.flatMap((tier) => [tier.requires, keepingRequirement(tier)]),
    ...program.tracks.map(({ classified }) => (classified === "otherwise" ? null : classified)),
  ];
  return asked.some((requirement) => requirement !== null && citesWhole(requirement, measure.name));
}

function citesWhole(requirement: Requirement, measure: string): boolean {
  if (requirement.kind === "grouped") return false;
  const isGroup = requirement.kind === "all" || requirement.kind === "any" || requirement.kind === "n-of";
  if (isGroup) return requirement.of.some((part) => citesWhole(part, measure));
  return citedMeasures(requirement).includes(measure);
}
