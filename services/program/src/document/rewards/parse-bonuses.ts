import { compare, type Rational, ZERO } from "../../exact/index.js";
import { readSource } from "../facts/index.js";
import { readMoney, type YamlCursor, type YamlFields } from "../notation/index.js";
import { readCountingPeriod } from "../periods/index.js";
import { readByTier } from "../tiers/index.js";
import { FIRST_KEYS, RULE_KEYS, type RuleNotation, readAmountKey, readFirst, readRule } from "./parse-rule.js";
import type { Bonus, Spiff, Target } from "./reward.js";

/** Reads the bonuses, in the order of the document. */
export function readBonuses(cursor: YamlCursor | null, notation: RuleNotation): Bonus[] {
  const entries = cursor?.mapping("bonuses by name").named() ?? [];
  return entries.map(([name, field]) => {
    const fields = field.mapping("a bonus").only([...RULE_KEYS, "sum", "count", "over", "targets", "prorate"]);
    const { add, source } = readAdded(fields, notation);
    return {
      ...readRule(name, fields, notation, source),
      add,
      over: readCountingPeriod(fields.required("over")),
      targets: readTargets(fields.required("targets"), notation),
      prorate: fields.optional("prorate")?.oneOf(["by-days"] as const) ?? null,
    };
  });
}

/** Written as in a measure: `count: deal.won`, or `sum: amount` with the kinds under `of`. */
function readAdded(fields: YamlFields, { kinds }: RuleNotation): Pick<Bonus, "add" | "source"> {
  if (fields.has("count"))
    return { add: "count", source: readSource(fields, { key: "count", isAddedUp: false, kinds }) };
  return {
    add: fields.required("sum").oneOf(["amount", "quantity"]),
    source: readSource(fields, { key: "of", isAddedUp: true, kinds }),
  };
}

function readTargets(cursor: YamlCursor, notation: RuleNotation): Bonus["targets"] {
  const fields = cursor.mapping("pays by target, such as `{ 100000: 1000 }`, or those by tier");
  if (!fields.entries.some(([, field]) => field.isMapping)) return readTargetList(cursor, notation);
  return readByTier(cursor, {
    tiers: notation.tiers,
    expected: "targets by tier",
    read: (field) => readTargetList(field, notation),
  });
}

function readTargetList(cursor: YamlCursor, { currency }: RuleNotation): Target[] {
  const targets = cursor.mapping("pays by target, such as `{ 100000: 1000 }`").entries.map(([key, field]) => {
    const at = readAmountKey(key, field, currency);
    if (compare(at, ZERO) <= 0) field.atKey().refuse("INVALID_VALUE", "a target is above zero");
    return { at, pays: readPay(field, currency) };
  });
  if (targets.length === 0) cursor.refuse("INVALID_VALUE", "expected at least one target");
  return targets.sort((a, b) => compare(a.at, b.at));
}

/** Reads the spiffs, in document order. A spiff must have a last day. */
export function readSpiffs(cursor: YamlCursor | null, notation: RuleNotation): Spiff[] {
  const entries = cursor?.mapping("spiffs by name").named() ?? [];
  return entries.map(([name, field]) => {
    const fields = field.mapping("a spiff").only([...RULE_KEYS, ...FIRST_KEYS, "pays"]);
    fields.required("before");
    const pays = fields.required("pays");
    return {
      ...readRule(name, fields, notation),
      pays: pays.isMapping
        ? readByTier(pays, {
            tiers: notation.tiers,
            expected: "pays by tier, such as `{ gold: 500 }`",
            read: (pay) => readPay(pay, notation.currency),
          })
        : readPay(pays, notation.currency),
      first: readFirst(fields.optional("first")),
    };
  });
}

function readPay(cursor: YamlCursor, currency: string): Rational {
  const pay = readMoney(cursor, currency);
  if (compare(pay, ZERO) <= 0) cursor.refuse("INVALID_VALUE", "what is paid is above zero");
  return pay;
}
