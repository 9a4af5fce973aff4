import type { FactKind } from "@tiergraph/program/document/measure";
import type { Program } from "@tiergraph/program/document/program";
import { knownCalendarDate } from "@tiergraph/program/exact/calendar-date";
import type { Fact } from "@tiergraph/program/measure/fact";
import { rebatesFor } from "@tiergraph/program/reward/rebate";
import type { AccruedRow, LedgerTransactionRow, PostingRow } from "../ledger/ledger.store.js";
import { type TierPeriodRow } from "../standing/standing.store.js";
import { tierOn } from "../standing/tier-on.js";
import type { PayingFactRow } from "./paying-fact.store.js";

export interface RebateSettlement {
  readonly fact: PayingFactRow;
  /** The version that settles the fact. */
  readonly program: Program;
  /** The partner's tier periods, earliest first. */
  readonly periods: readonly TierPeriodRow[];
  /** What was posted for the fact so far. */
  readonly accrued: readonly AccruedRow[];
  readonly recordedAt: Date;
  readonly newId: () => string;
}

export interface LedgerEntry {
  readonly transaction: LedgerTransactionRow;
  readonly postings: readonly PostingRow[];
}

/**
 * The entries that bring what was posted for a fact to what it earns: none when they agree, so that settling again, or
 * in another order of events, changes nothing. A fact earns by the tier held on its own day.
 */
export function settleRebates({ fact, program, periods, accrued, recordedAt, newId }: RebateSettlement): LedgerEntry[] {
  const tier = tierOn(periods, fact.occurredOn);
  // A later version may call its tiers otherwise: what this fact's own version cannot judge stays as it was settled.
  if (tier !== null && !program.tiers.some(({ name }) => name === tier)) return [];
  const owed = tier === null ? [] : rebatesFor(program, factOf(fact), tier);
  const rules = [...new Set([...owed.map(({ rule }) => rule), ...accrued.map(({ rule }) => rule)])].sort();
  return rules.flatMap((rule) => {
    const due = owed.find((accrual) => accrual.rule === rule);
    const posted = accrued.find((row) => row.rule === rule)?.accruedMinor ?? 0n;
    const missing = (due?.amountMinor ?? 0n) - posted;
    if (missing === 0n) return [];
    const transactionId = newId();
    const isFirst = posted === 0n;
    return {
      transaction: {
        partnerId: fact.partnerId,
        transactionId,
        kind: isFirst ? "REBATE_ACCRUED" : "REBATE_CORRECTED",
        occurredOn: fact.occurredOn,
        recordedAt,
        rule,
        factId: fact.factId,
        tier,
        rate: due?.rate ?? "0",
        baseMinor: fact.amountMinor,
        programVersion: program.version,
        explanation:
          due?.explanation ??
          `The tier held on ${fact.occurredOn} earns nothing by this rule: what was posted is taken back.`,
      },
      postings: [
        posting(fact, transactionId, "partner:earned", missing),
        posting(fact, transactionId, "program:rebates", -missing),
      ],
    };
  });
}

const posting = (
  { partnerId, currency }: PayingFactRow,
  transactionId: string,
  account: PostingRow["account"],
  amountMinor: bigint,
): PostingRow => ({
  partnerId,
  transactionId,
  account,
  amountMinor,
  currency,
});

const factOf = (row: PayingFactRow): Fact => ({
  id: row.factId,
  kind: row.kind as FactKind, // Checked when it was recorded.
  on: knownCalendarDate(row.occurredOn),
  until: null,
  amountMinor: row.amountMinor,
  quantity: null,
  customer: row.customer,
  person: null,
  product: row.product,
  attributes: row.attributes,
});
