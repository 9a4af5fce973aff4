import { currencyDigits, parseDecimal, type Rational, ZERO } from "../../exact/index.js";
import { type FactKind, type FactSource, NARROWING_KEYS, readKinds, readSource } from "../facts/index.js";
import { readDate, readTitle, refuseFinerThan, type YamlCursor, type YamlFields } from "../notation/index.js";
import { readCountingPeriod, readLength } from "../periods/index.js";
import { AUDIENCE_KEYS, type Citable, readAudience } from "../requirements/index.js";
import type { FirstFacts, Gate, RuleCommon } from "./reward.js";

/** What reward rules may cite. */
export interface RuleNotation {
  readonly tiers: ReadonlySet<string>;
  readonly kinds: ReadonlySet<FactKind>;
  readonly currency: string;
  readonly citable: Pick<Citable, "tracks" | "markets">;
}

export const RULE_KEYS = [
  "title",
  "why",
  "of",
  "net-of",
  "from-first-deal",
  "gate",
  ...NARROWING_KEYS,
  ...AUDIENCE_KEYS,
];
export const FIRST_KEYS = ["first"];

/** Reads the common part of reward rules; `source` where the facts are not under `of`. */
export function readRule(
  name: string,
  fields: YamlFields,
  { kinds, citable, tiers }: RuleNotation,
  source?: FactSource,
): RuleCommon {
  const netOf = fields.optional("net-of");
  const fromFirst = fields.optional("from-first-deal");
  return {
    name,
    title: readTitle(fields, name),
    why: fields.required("why").words("why the program pays it"),
    source: source ?? readSource(fields, { key: "of", isAddedUp: true, kinds }),
    audience: readAudience(fields, citable),
    netOf: netOf === null ? [] : readKinds(netOf, { isAddedUp: true, kinds }),
    monthsFromFirstDeal: fromFirst === null ? null : readMonths(fromFirst),
    gate: readGate(fields.optional("gate"), tiers),
  };
}

const readMonths = (cursor: YamlCursor): number => readLength(cursor, ["month"]).count;

/** Reads `{ tier: gold, held-for: 6 months, not-demoted-for: 12 months }`. */
function readGate(cursor: YamlCursor | null, tiers: ReadonlySet<string>): Gate | null {
  if (cursor === null) return null;
  const fields = cursor
    .mapping("what the partner's tiers have been, such as `{ tier: gold, held-for: 6 months }`")
    .only(["tier", "held-for", "held-since", "not-demoted-for"]);
  const tier = fields.optional("tier");
  const heldFor = fields.optional("held-for");
  const heldSince = fields.optional("held-since");
  const notDemoted = fields.optional("not-demoted-for");
  if (tier === null && notDemoted === null && heldFor === null && heldSince === null)
    cursor.refuse("INVALID_VALUE", "expected `tier` or `not-demoted-for`");
  for (const held of [heldFor, heldSince])
    if (tier === null) held?.atKey().refuse("INVALID_VALUE", "name under `tier` what is held");
  return {
    tier: tier?.nameOf("tier", tiers) ?? null,
    heldMonths: heldFor === null ? null : readMonths(heldFor),
    heldSince: readDate(heldSince),
    notDemotedMonths: notDemoted === null ? null : readMonths(notDemoted),
  };
}

/** Reads `{ count: 10, per: quarter }`. */
export function readFirst(cursor: YamlCursor | null): FirstFacts | null {
  if (cursor === null) return null;
  const fields = cursor
    .mapping("how many facts are paid, such as `{ count: 10, per: quarter }`")
    .only(["count", "per"]);
  return {
    count: fields.required("count").wholeNumber({ min: 1, max: 1_000_000 }),
    per: readCountingPeriod(fields.required("per")),
  };
}

/** Reads a key that is an amount in major units: the lower bound of a band. */
export function readAmountKey(key: string, field: YamlCursor, currency: string): Rational {
  const amount = parseDecimal(key);
  if (amount === null || amount.num < 0n) {
    field
      .atKey()
      .refuse("INVALID_VALUE", `expected an amount in ${currency} such as 100000, found \`${key.slice(0, 64)}\``);
    return ZERO;
  }
  refuseFinerThan(field.atKey(), amount, currencyDigits(currency));
  return amount;
}

/** Reads a key that is a number of units: the lower bound of a band. */
export function readUnitsKey(key: string, field: YamlCursor): Rational {
  const units = /^\d{1,12}$/.test(key) ? parseDecimal(key) : null;
  if (units !== null) return units;
  field.atKey().refuse("INVALID_VALUE", `expected a whole number of units such as 100, found \`${key.slice(0, 64)}\``);
  return ZERO;
}
