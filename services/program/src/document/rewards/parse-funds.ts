import { ONE } from "../../exact/index.js";
import { NARROWING_KEYS, readSource } from "../facts/index.js";
import { readMoney, readShare, readTitle, type YamlCursor } from "../notation/index.js";
import { readCountingPeriod, readLength } from "../periods/index.js";
import { readByTier } from "../tiers/index.js";
import type { RuleNotation } from "./parse-rule.js";
import type { Fund, FundAllocation } from "./reward.js";

const KEYS = ["title", "why", "over", "budget", "allocates", "reimburses", "claim-within"];
/** A fund for a lifetime would never expire. */
const PERIODS = ["month", "quarter", "year", "fiscal quarter", "fiscal year"] as const;

/** Reads the funds, in the order of the document. */
export function readFunds(cursor: YamlCursor | null, notation: RuleNotation): Fund[] {
  const entries = cursor?.mapping("funds by name").named() ?? [];
  return entries.map(([name, field]) => {
    const fields = field.mapping("a fund").only(KEYS);
    const [reimburses, within] = [fields.optional("reimburses"), fields.optional("claim-within")];
    return {
      name,
      title: readTitle(fields, name),
      why: fields.required("why").words("why the program has it"),
      over: readCountingPeriod(fields.required("over"), PERIODS),
      budget: readMoney(fields.required("budget"), notation.currency),
      allocation: readAllocation(fields.required("allocates"), notation),
      reimburses: reimburses === null ? ONE : readShare(reimburses, { isAboveZero: true, max: ONE }),
      claimWithinDays: within === null ? 0 : readLength(within, ["day"]).count,
    };
  });
}

function readAllocation(cursor: YamlCursor, { tiers, kinds, currency }: RuleNotation): FundAllocation {
  if (!cursor.isMapping) {
    cursor.oneOf(["discretion"]);
    return { kind: "discretion" };
  }
  const fields = cursor.mapping("what is allocated");
  if (fields.has("rate")) {
    fields.only(["of", "rate", ...NARROWING_KEYS]);
    return {
      kind: "accrual",
      source: readSource(fields, { key: "of", isAddedUp: true, kinds }),
      rate: readShare(fields.required("rate"), { isAboveZero: true, max: ONE }),
    };
  }
  const expected = "sums by tier, such as `{ silver: 2000 }`, a `rate` of facts, or `discretion`";
  return {
    kind: "by-tier",
    byTier: readByTier(cursor, { tiers, expected, read: (sum) => readMoney(sum, currency) }),
  };
}
