import { compare, type Rational, rational, ZERO } from "../../exact/index.js";
import { asFraction, readDistinct, readTitle, type YamlCursor, type YamlFields } from "../notation/index.js";
import type { Market } from "./market.js";

/** Reads the markets, in document order: the first one with the partner's country applies. */
export function readMarkets(cursor: YamlCursor | null): Market[] {
  const entries = cursor?.mapping("markets by name").named() ?? [];
  return entries.map(([name, field]) => {
    const fields = field.mapping("a market").only(["title", "factor", "regions", "countries", "why"]);
    const market = {
      name,
      title: readTitle(fields, name),
      factor: readMarketFactor(fields.required("factor")),
      regions: readPlaces(fields, "regions"),
      countries: readPlaces(fields, "countries"),
      why: fields.required("why").words("why thresholds differ there"),
    };
    if (fields.isReadable && market.regions.length + market.countries.length === 0)
      field.atKey().refuse("MISSING_KEY", "a market lists at least one of its `regions` or `countries`");
    return market;
  });
}

const MOST_FACTOR = rational(10);

function readMarketFactor(cursor: YamlCursor): Rational {
  const number = cursor.number("a factor such as 50% or 0.5");
  if (number === null) return ZERO;
  const factor = asFraction(number);
  if (compare(factor, ZERO) <= 0 || compare(factor, MOST_FACTOR) > 0)
    cursor.refuse("INVALID_VALUE", "a factor is above zero and at most 1000%: 50% rather than 50");
  return factor;
}

function readPlaces(fields: YamlFields, key: string): string[] {
  const places = fields.optional(key)?.listOrOne("a name, or a list of names") ?? [];
  return readDistinct(places, (place) => place.text("a region or country"));
}
