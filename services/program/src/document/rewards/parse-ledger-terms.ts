import { readDistinct, readMoney, type YamlCursor } from "../notation/index.js";
import { readLength } from "../periods/index.js";
import type { LedgerTerms, Renewal } from "./reward.js";

/** Ledger accounts that a document may give codes. Positive sums are credits. */
export const LEDGER_ACCOUNTS = [
  "partner:pending",
  "partner:earned",
  "partner:reserved",
  "partner:debt",
  "program:rebates",
  "program:bonuses",
  "program:spiffs",
  "program:expired",
  "program:paid",
  "fund:budget",
  "fund:allocated",
  "fund:committed",
  "fund:reimbursed",
] as const;
export type LedgerAccount = (typeof LEDGER_ACCOUNTS)[number];

/** The defaults: earned at once, no expiry, payout without approval. */
export const NO_LEDGER_TERMS: LedgerTerms = {
  refundWindowDays: 0,
  expiresAfterMonths: null,
  renewal: null,
  minimumPayout: null,
  approvalFrom: null,
  accountCodes: new Map(),
};

const LEDGER_KEYS = ["refund-window", "expires-after", "renewal", "minimum-payout", "approval-from", "accounts"];

/** Reads how rewards become money. */
export function readLedgerTerms(
  cursor: YamlCursor | null,
  { tiers, currency }: { tiers: ReadonlySet<string>; currency: string },
): LedgerTerms {
  if (cursor === null) return NO_LEDGER_TERMS;
  const fields = cursor.mapping("how rewards become money").only(LEDGER_KEYS);
  const [window, expires] = [fields.optional("refund-window"), fields.optional("expires-after")];
  const [renewal, minimum, approval] = ["renewal", "minimum-payout", "approval-from"].map((key) =>
    fields.optional(key),
  );
  if (renewal != null && expires === null)
    renewal.atKey().refuse("INVALID_VALUE", "nothing expires that could be renewed");
  const accounts = fields.optional("accounts")?.mapping("codes of accounts, such as `{ partner:earned: 2110 }`");
  return {
    refundWindowDays: window === null ? 0 : readLength(window, ["day"]).count,
    expiresAfterMonths: expires && readLength(expires, ["month"]).count,
    renewal: renewal ? readRenewal(renewal, tiers) : null,
    minimumPayout: minimum ? readMoney(minimum, currency) : null,
    approvalFrom: approval ? readMoney(approval, currency) : null,
    accountCodes: new Map(
      accounts?.entries.map(([account, field]) => {
        if (!LEDGER_ACCOUNTS.some((known) => known === account))
          field.atKey().refuseName("account", account, LEDGER_ACCOUNTS);
        return [account, field.text("a code of the vendor's chart of accounts")];
      }),
    ),
  };
}

function readRenewal(cursor: YamlCursor, tiers: ReadonlySet<string>): Renewal {
  const fields = cursor.mapping("whose rewards are renewed").only(["tiers", "by", "times"]);
  return {
    tiers: readDistinct(fields.required("tiers").listOrOne("tiers"), (tier) => tier.nameOf("tier", tiers)),
    months: readLength(fields.required("by"), ["month"]).count,
    times: fields.optional("times")?.wholeNumber({ min: 1, max: 100 }) ?? 1,
  };
}
