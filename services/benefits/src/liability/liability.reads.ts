import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { moneyOf } from "@tiergraph/program/exact";
import { forecastLiability, type LiabilityBatch } from "./forecast-liability.reads.js";

export const liabilityReads = (parts: ReadParts) => ({
  liability: async (after: string | null) => liabilityNode(await forecastLiability(parts)(after)),
});
export type LiabilityReads = ReturnType<typeof liabilityReads>;

const liabilityNode = ({ liabilities, ...batch }: LiabilityBatch) => ({
  ...batch,
  liabilities: liabilities.map(({ currency, pendingMinor, earnedMinor, reservedMinor, debtMinor, expectedMinor }) => {
    const money = (minor: bigint) => moneyOf({ minor, currency });
    return {
      pending: money(pendingMinor),
      earned: money(earnedMinor),
      reserved: money(reservedMinor),
      debt: money(debtMinor),
      expected: money(expectedMinor),
    };
  }),
});
