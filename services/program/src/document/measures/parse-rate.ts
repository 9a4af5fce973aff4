import { NARROWING_KEYS, readNarrowing } from "../facts/index.js";
import type { YamlFields } from "../notation/index.js";
import type { RateMeasure } from "./measure.js";
import { HEADING_KEYS, type MeasureDefaults, readHeading, readLate, readWindowOr } from "./parse-simple-measure.js";

/** The keys of rates, and their allowed values. */
export const RATE_WORDS = ["nps", "renewal", "retention"] as const;
export type RateWord = (typeof RATE_WORDS)[number];

/** The facts of each rate. */
export const RATE_KINDS = {
  nps: ["customer.nps"],
  renewal: ["customer", "customer.renewed"],
  "net-retention": ["subscription.new", "subscription.expansion", "subscription.contraction", "subscription.churn"],
  "gross-retention": ["subscription.new", "subscription.expansion", "subscription.contraction", "subscription.churn"],
} as const satisfies Record<RateMeasure["rate"], readonly string[]>;

/** `{ nps: customers }`, `{ renewal: customers }`, `{ retention: net, window: { rolling: 12 months } }` */
export function readRate(word: RateWord, fields: YamlFields, defaults: MeasureDefaults): RateMeasure {
  const cursor = fields.only([word, ...HEADING_KEYS, "window", "by", "late", ...NARROWING_KEYS]).required(word);
  const rate = word === "retention" ? (`${cursor.oneOf(["net", "gross"])}-retention` as const) : word;
  if (word !== "retention") cursor.oneOf(["customers"]);
  const window = readWindowOr(fields, defaults.window);
  if (word === "retention" && window.kind === "lifetime")
    cursor
      .atKey()
      .refuse("INVALID_VALUE", "retention is of what was there when its window began: `window` has to say when");
  return {
    kind: "rate",
    ...readHeading(fields, defaults),
    unit: word === "nps" ? "points" : "percent",
    rate,
    source: { kinds: [...RATE_KINDS[rate]], ...readNarrowing(fields) },
    window,
    onlyActive: false,
    late: readLate(fields),
    by: fields.optional("by")?.text("an attribute, such as region") ?? null,
  };
}
