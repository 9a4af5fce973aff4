import fc from "fast-check";
import { aValue } from "./any-value.js";

export const anAttribute = fc.constantFrom("product", "customer", "region", "level", "7");

export const wholeNumber = fc.integer({ min: 1, max: 1_000_000 });

export const percent = fc.constantFrom("80%", "0.8", "33.3333333%", "100%", "0.125%");

export const money = fc.constantFrom<unknown>(1, 75000, "100.5", 0.01, "123456789012345678901234.56");

const length = fc.oneof(
  fc.integer({ min: 1, max: 400 }).map((n) => `${n} days`),
  fc.integer({ min: 1, max: 60 }).map((n) => `${n} months`),
);

export const someMonths = fc.integer({ min: 1, max: 60 }).map((n) => `${n} months`);

export const window = fc.oneof(
  fc.constantFrom<unknown>("month", "quarter", "year", "fiscal quarter", "fiscal year", "lifetime"),
  fc.constantFrom<unknown>("last month", "last quarter", "last year", "last fiscal quarter", "last fiscal year"),
  length.map((rolling) => ({ rolling })),
  someMonths.map((calendar) => ({ calendar })),
);

export const conditions = fc.dictionary(
  anAttribute,
  fc.oneof(aValue, fc.uniqueArray(aValue, { minLength: 1, maxLength: 3 })),
  {
    minKeys: 1,
    maxKeys: 2,
  },
);

export const kinds = fc.oneof(
  fc.constantFrom<unknown>("deal.won", "seats", "customer", "portal.reviewed"),
  fc.constant<unknown>(["deal.won", "deal.registered", "portal.reviewed"]),
);

export const countingPeriod = fc.constantFrom("month", "quarter", "year", "fiscal quarter", "fiscal year", "lifetime");

export const DECLARED = {
  tracks: {
    reseller: {},
    large: { classified: { measure: "plain", "at-least": 5 } },
    smb: { classified: "otherwise" },
  },
  markets: { growth: { factor: "50%", regions: "LATAM", why: "Half." } },
  approvals: { invited: { why: "Chosen." } },
};

export const CITED = {
  plain: { count: "deal.won" },
  other: { count: "deal.lost" },
  revenue: { sum: "amount", of: "deal.won" },
  rate: { ratio: ["plain", "other"] },
  "by-product": { count: "deal.won", by: "product" },
  kept: { given: "count", "seen-by": "vendor" },
};

export const lowest = { registered: { rank: 0, why: "Everyone." } };
