import { isZero, ONE, type Rational } from "../exact/rational.js";
import type { FactKind } from "./measure.js";
import { titleFromName } from "./name.js";
import { readShare } from "./parse-share.js";
import { readSource } from "./parse-source.js";
import type { Rebate } from "./program.js";
import type { YamlCursor } from "./yaml-cursor.js";

/** Reads the rebates, in the order of the document. */
export function readRebates(
  cursor: YamlCursor | null,
  { tiers, kinds }: { tiers: ReadonlySet<string>; kinds: ReadonlySet<FactKind> },
): Rebate[] {
  const entries = cursor?.mapping("rebates by name").named() ?? [];
  return entries.map(([name, field]) => {
    const fields = field.mapping("a rebate").only(["title", "of", "where", "rate", "why"]);
    return {
      name,
      title: fields.optional("title")?.text("a title") ?? titleFromName(name),
      source: readSource(fields, { key: "of", isAddedUp: true, kinds }),
      rateByTier: readRates(fields.required("rate"), tiers),
      why: fields.required("why").text("why the program pays it"),
    };
  });
}

function readRates(cursor: YamlCursor, tiers: ReadonlySet<string>): Map<string, Rational> {
  const rates = cursor.mapping("rates by tier, such as `{ silver: 3% }`");
  return new Map(
    rates.entries.map(([tier, field]) => {
      if (!tiers.has(tier)) field.atKey().refuseName("tier", tier, tiers);
      const rate = readShare(rates.required(tier), { max: ONE });
      if (isZero(rate) && !field.isEmpty) field.refuse("INVALID_VALUE", "leave a tier out that earns nothing");
      return [tier, rate];
    }),
  );
}
