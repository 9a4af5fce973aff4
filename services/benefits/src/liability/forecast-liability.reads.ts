import { systemViewer } from "@tiergraph/kit/identity/viewer";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { groupBy } from "@tiergraph/kit/values/group-by";
import type { Program } from "@tiergraph/program/document/program";
import { knownCalendarDate } from "@tiergraph/program/exact";
import { type EarningFact, rewardsOf, type TierHeldFrom } from "@tiergraph/program/reward";
import { listBalances, listLedgerPartners } from "../ledger/index.js";
import { listPartnerMirrors, listTierPeriods } from "../partner-mirror/index.js";
import {
  earningFactOf,
  listOpenDeals,
  listPayingFacts,
  type PayingFactRow,
  rangeAround,
} from "../paying-fact/index.js";
import { findProgramInForce } from "../program/index.js";

/** What a batch of partners is owed, in minor units of one currency. */
interface Liability {
  readonly currency: string;
  /** While the deals behind it can still be refunded. */
  readonly pendingMinor: bigint;
  readonly earnedMinor: bigint;
  readonly reservedMinor: bigint;
  /** What partners owe. */
  readonly debtMinor: bigint;
  /** What open deals would earn on top, were all won today, at the tier that each partner will then hold. */
  readonly expectedMinor: bigint;
}
export interface LiabilityBatch {
  readonly checked: number;
  readonly total: number;
  readonly liabilities: readonly Liability[];
  readonly next: string | null;
}

const BATCH_SIZE = 200;

/** What a batch of partners has earned, and what its open deals would earn: by the rules of the version in force. */
export const forecastLiability =
  ({ db, today }: Pick<ReadParts, "db" | "today">) =>
  async (after: string | null): Promise<LiabilityBatch> => {
    const reader = db.readAs(systemViewer("benefits"));
    // One more than the batch shows whether another follows.
    const found = await listLedgerPartners(reader, { after, limit: BATCH_SIZE + 1 });
    const partners = found.slice(0, BATCH_SIZE);
    const partnerIds = partners.map(({ partnerId }) => partnerId);
    const program = await findProgramInForce(reader);
    const open = program === null ? [] : await listOpenDeals(reader, partnerIds);
    const expecting = [...new Set(open.map(({ partnerId }) => partnerId))];
    const days = program === null ? null : rangeAround(today, [program]);
    const [balances, periods, mirrors, facts] = await Promise.all([
      listBalances(reader, partnerIds),
      listTierPeriods(reader, expecting),
      listPartnerMirrors(reader, expecting),
      days === null
        ? []
        : listPayingFacts(
            reader,
            expecting.map((partnerId) => ({ partnerId, ...days })),
          ),
    ]);
    const sums = new Map<
      string,
      { pending: bigint; earned: bigint; reserved: bigint; debt: bigint; expected: bigint }
    >();
    const sumOf = (currency: string) => {
      const sum = sums.get(currency) ?? { pending: 0n, earned: 0n, reserved: 0n, debt: 0n, expected: 0n };
      sums.set(currency, sum);
      return sum;
    };
    for (const { account, currency, balanceMinor } of balances) {
      const sum = sumOf(currency);
      if (account === "partner:pending") sum.pending += balanceMinor;
      if (account === "partner:earned") sum.earned += balanceMinor;
      if (account === "partner:reserved") sum.reserved += balanceMinor;
      if (account === "partner:debt") sum.debt -= balanceMinor;
    }
    const [periodsOf, factsOf, openOf] = [periods, facts, open].map((rows) =>
      groupBy(rows as readonly { partnerId: string }[], ({ partnerId }) => partnerId),
    ) as [Map<string, typeof periods>, Map<string, typeof facts>, Map<string, typeof open>]; // Each of its own rows.
    if (program !== null)
      for (const { partnerId, tracks, region, country } of mirrors)
        sumOf(program.currency).expected += expectedOf(program, {
          partner: { tracks, region, country },
          tiers: (periodsOf.get(partnerId) ?? []).map(({ fromOn, tier }) => ({
            from: knownCalendarDate(fromOn),
            tier,
          })),
          facts: (factsOf.get(partnerId) ?? []).filter(({ isGone }) => !isGone),
          open: openOf.get(partnerId) ?? [],
          today,
        });
    return {
      checked: partners.length,
      total: partners[0]?.total ?? 0,
      liabilities: [...sums]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([currency, sum]) => ({
          currency,
          pendingMinor: sum.pending,
          earnedMinor: sum.earned,
          reservedMinor: sum.reserved,
          debtMinor: sum.debt,
          expectedMinor: sum.expected,
        })),
      next: found.length > BATCH_SIZE ? (partnerIds.at(-1) ?? null) : null,
    };
  };

/** What open deals add to what the period earns, were they won today: at the tier of that day, one that is decided and yet to come included. */
function expectedOf(
  program: Program,
  {
    partner,
    tiers,
    facts,
    open,
    today,
  }: {
    partner: { tracks: readonly string[]; region: string | null; country: string | null };
    tiers: readonly TierHeldFrom[];
    facts: readonly PayingFactRow[];
    open: readonly PayingFactRow[];
    today: string;
  },
): bigint {
  // The tier that is decided, also where it begins later: it is the one that these deals will earn at.
  const forecast = tiers.at(-1);
  const held =
    forecast === undefined ? [] : [...tiers.slice(0, -1), { ...forecast, from: earlier(forecast.from, today) }];
  const known = facts.filter(({ kind }) => kind !== "deal.open").map((row) => earningFactOf(row, program));
  const won = open.map((row) => earningFactOf({ ...row, kind: "deal.won", occurredOn: today }, program));
  const total = (of: readonly EarningFact[]) =>
    rewardsOf({ partner, facts: of, tiers: held }).reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
  return total([...known, ...won]) - total(known);
}

const earlier = (a: TierHeldFrom["from"], b: string): TierHeldFrom["from"] => (a < b ? a : knownCalendarDate(b));
