import { compare, isZero, ONE, type Rational, ZERO } from "../../exact/index.js";
import { readFactor, readMoney, readShare, type YamlCursor, type YamlFields } from "../notation/index.js";
import { COUNTING_PERIODS, readCountingPeriod } from "../periods/index.js";
import {
  FIRST_KEYS,
  RULE_KEYS,
  type RuleNotation,
  readAmountKey,
  readFirst,
  readRule,
  readUnitsKey,
} from "./parse-rule.js";
import type { Accelerator, Band, Bands, Rebate, RewardCap } from "./reward.js";

const KEYS = [...RULE_KEYS, ...FIRST_KEYS, "rate", "bands", "bands-by", "over", "accelerators", "caps"];

/** Reads the rebates, in the order of the document. */
export function readRebates(cursor: YamlCursor | null, notation: RuleNotation): Rebate[] {
  const entries = cursor?.mapping("rebates by name").named() ?? [];
  return entries.map(([name, field]) => {
    const fields = field.mapping("a rebate").only(KEYS);
    const rule = readRule(name, fields, notation);
    const rates = fields.required("rate").mapping("rates by tier, such as `{ silver: 3% }`");
    const isBanded = rates.entries.some(([, rate]) => rate.isMapping);
    const bands = isBanded ? readBands(fields, rates, notation) : null;
    return {
      ...rule,
      rateByTier: isBanded ? new Map() : readRates(rates, notation.tiers),
      bands,
      accelerators: readAccelerators(fields, { isBanded, currency: notation.currency }),
      caps: readCaps(fields.optional("caps"), notation.currency),
      first: readFirst(fields.optional("first")),
    };
  });
}

function readRates(rates: YamlFields, tiers: ReadonlySet<string>): Map<string, Rational> {
  return new Map(
    rates.entries.map(([tier, field]) => {
      if (!tiers.has(tier)) field.atKey().refuseName("tier", tier, tiers);
      const rate = readShare(rates.required(tier), { max: ONE });
      if (isZero(rate) && !field.isEmpty) field.refuse("INVALID_VALUE", "leave a tier out that earns nothing");
      return [tier, rate];
    }),
  );
}

function readBands(fields: YamlFields, rates: YamlFields, { tiers, currency }: RuleNotation): Bands {
  const by = fields.optional("bands-by")?.oneOf(["amount", "quantity"]) ?? "amount";
  return {
    method: fields.required("bands").oneOf(["marginal", "whole-amount"]),
    over: readCountingPeriod(fields.required("over")),
    by,
    byTier: new Map(
      rates.entries.map(([tier, field]) => {
        if (!tiers.has(tier)) field.atKey().refuseName("tier", tier, tiers);
        return [
          tier,
          field.isMapping
            ? readTierBands(field, { currency, by })
            : [{ from: ZERO, rate: readShare(field, { max: ONE }) }],
        ];
      }),
    ),
  };
}

/** Bands by lower bound; below the first, nothing is earned. */
function readTierBands(cursor: YamlCursor, { currency, by }: { currency: string; by: Bands["by"] }): Band[] {
  const read = cursor
    .mapping("rates by where they begin, such as `{ 0: 3%, 100000: 5% }`")
    .entries.map(([key, field]) => ({
      from: by === "quantity" ? readUnitsKey(key, field) : readAmountKey(key, field, currency),
      rate: readShare(field, { max: ONE }),
    }));
  const bands = read.sort((a, b) => compare(a.from, b.from));
  return bands[0] !== undefined && isZero(bands[0].from) ? bands : [{ from: ZERO, rate: ZERO }, ...bands];
}

function readAccelerators(
  fields: YamlFields,
  { isBanded, currency }: { isBanded: boolean; currency: string },
): Accelerator[] {
  const cursor = fields.optional("accelerators");
  if (cursor === null) return [];
  if (isBanded) cursor.refuse("INVALID_VALUE", "bands say already how the rate rises");
  return cursor
    .list("accelerators, such as `[{ above: 100000, over: quarter, times: 150% }]`")
    .map((element) => {
      const accelerator = element.mapping("an accelerator").only(["above", "over", "times"]);
      const times = accelerator.required("times");
      const read = readFactor(times, "a factor such as 150%");
      if (compare(read, ONE) <= 0) times.refuse("INVALID_VALUE", "an accelerator is above 100%");
      return {
        above: readMoney(accelerator.required("above"), currency),
        over: readCountingPeriod(accelerator.required("over")),
        times: read,
      };
    })
    .sort((a, b) => compare(a.above, b.above));
}

function readCaps(cursor: YamlCursor | null, currency: string): RewardCap[] {
  if (cursor === null) return [];
  return cursor.list("caps, such as `[{ at-most: 150, per: month }]`").map((element) => {
    const cap = element.mapping("a cap").only(["at-most", "per", "by"]);
    return {
      most: readMoney(cap.required("at-most"), currency),
      per: cap.required("per").oneOf(["fact", ...COUNTING_PERIODS]),
      by: cap.optional("by")?.text("an attribute of facts, such as `subscription`") ?? null,
    };
  });
}
