import { loaderOfMany, loaderOfOwned } from "@tiergraph/kit/subgraph/loaders";
import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { encodeNamedId } from "@tiergraph/kit/values/named-id";
import { addDays, decimalOfText, knownCalendarDate, moneyOf, toExactString } from "@tiergraph/program/exact";
import { minorOfMajor } from "@tiergraph/program/reward";
import { type AccountSumRow, type LedgerReads, sumBalances } from "../ledger/index.js";
import { readsRewardsOf } from "../policy.js";
import type { Programs } from "../program/index.js";
import type { BenefitsReadParts } from "../publisher.js";
import { type OrderOf, type RequestsWanted, readRequests } from "../request-list/index.js";
import { findFundRequests, fundRequestLists, listProofs } from "./fund.store.js";
import { type FundBalance, type FundPeriod, fundBalanceOf, fundPeriodOf } from "./fund-account.js";
import type { ProofRow } from "./fund-proof.entity.js";
import type { FundRequestRow } from "./fund-request.entity.js";
import { keyOfProof } from "./proof-file.js";
import { fundDue } from "./top-up-funds.tx.js";

type Balances = LedgerReads["balances"];

/** How resolvers read funds and what was asked of them. */
export function fundReads(parts: BenefitsReadParts, programs: Programs, balances: Balances) {
  const { reader, viewer, today, files } = parts;
  const proofs = loaderOfMany(
    (requests: readonly Pick<FundRequestRow, "partnerId" | "requestId">[]) => listProofs(reader, requests),
    ({ requestId }) => requestId,
    ({ requestId }) => requestId,
  );
  return {
    async funds(partnerId: string) {
      const program = await programs.inForce();
      if (program === null || program.funds.length === 0) return [];
      const own = await balances.load(partnerId);
      return Promise.all(
        program.funds.map(async (fund) => {
          const period = fundPeriodOf(fund, program, today);
          return partnerFundNode(
            partnerId,
            period,
            fundBalanceOf(own, period),
            await fundDue(reader, period, { partnerId, today }),
          );
        }),
      );
    },
    fundRequest: loaderOfOwned(readsRewardsOf(viewer), async (keys) =>
      (
        await findFundRequests(
          reader,
          keys.map(({ partnerId, id }) => ({ partnerId, requestId: id })),
        )
      ).map(fundRequestNode),
    ),
    fundRequests: (wanted: RequestsWanted<OrderOf<typeof fundRequestLists>>, partnerId: string | null = null) =>
      readRequests(parts, wanted, {
        list: "fund-requests",
        lists: fundRequestLists,
        nodeOf: fundRequestNode,
        partnerId,
      }),
    proofs: async (request: FundRequestRow) => (await proofs.load(request)).map(proofNode),
    proofContent: async (proof: ProofRow) => (await files.get(keyOfProof(proof)))?.toString("base64") ?? null,
    async fundUtilisation() {
      const program = await programs.inForce();
      return utilisationNodes(await sumBalances(reader), (name) => {
        const fund = program?.funds.find((candidate) => candidate.name === name);
        return program === null || fund === undefined ? null : minorOfMajor(fund.budget, program);
      });
    },
  };
}
export type FundReads = ReturnType<typeof fundReads>;

function partnerFundNode(partnerId: string, period: FundPeriod, standing: FundBalance, dueMinor: bigint | null) {
  const { fund, program } = period;
  const money = (minor: bigint) => moneyOf({ minor, currency: program.currency });
  return {
    id: encodeNamedId("PartnerFund", partnerId, program.name, fund.name, period.period.from),
    fund: fund.name,
    title: fund.title,
    why: fund.why,
    claimWithinDays: fund.claimWithinDays,
    periodFrom: period.period.from,
    periodTo: addDays(knownCalendarDate(period.period.until), -1),
    due: dueMinor === null ? null : money(dueMinor),
    allocated: money(standing.allocatedMinor),
    committed: money(standing.committedMinor),
    reimbursed: money(standing.reimbursedMinor),
    reimburses: decimalOfText(toExactString(fund.reimburses)),
  };
}

export const proofNode = (row: ProofRow) => {
  const { partnerId, proofId, fileName, mediaType, sizeBytes, sha256, storedAt, storedBy } = row;
  return {
    id: encodeOwnedId("FundProof", { partnerId, id: proofId }),
    fileName,
    mediaType,
    sizeBytes,
    sha256,
    storedAt,
    storedBy,
    row,
  };
};

export const fundRequestNode = (row: FundRequestRow) => {
  const { partnerId, fund, periodFrom, activity, currency, requestedAt, requestedBy, decidedBy, reason } = row;
  const { claimBy, claimedBy } = row;
  const money = (minor: bigint | null) => (minor === null ? null : moneyOf({ minor, currency }));
  return {
    id: encodeOwnedId("FundRequest", { partnerId, id: row.requestId }),
    partner: { id: partnerId },
    fund,
    periodFrom,
    activity,
    requestedAt,
    requestedBy,
    decidedBy,
    reason,
    claimBy,
    claimedBy,
    row,
    amount: moneyOf({ minor: row.amountMinor, currency }),
    state: row.state,
    approved: money(row.approvedMinor),
    spent: money(row.spentMinor),
    reimbursed: money(row.reimbursedMinor),
    externalReference: row.externalReference,
  };
};

/** By fund and period, from the balances of all partners. */
function utilisationNodes(sums: readonly AccountSumRow[], budgetMinorOf: (fund: string) => bigint | null) {
  const keys = new Map(
    sums.filter(({ fund }) => fund !== "").map((row) => [`${row.fund} ${row.currency} ${row.program}`, row]),
  );
  return [...keys.values()].map(({ fund: key, currency, program }) => {
    const [fund = "", periodFrom = ""] = key.split(" ");
    const of = (account: string, sign = 1n) => {
      const row = sums.find(
        (one) => one.fund === key && one.currency === currency && one.program === program && one.account === account,
      );
      return moneyOf({ minor: sign * (row?.amountMinor ?? 0n), currency });
    };
    const budget = budgetMinorOf(fund);
    return {
      fund,
      periodFrom,
      budget: budget === null ? null : moneyOf({ minor: budget, currency }),
      given: of("fund:budget", -1n),
      allocated: of("fund:allocated"),
      committed: of("fund:committed"),
      reimbursed: of("fund:reimbursed"),
    };
  });
}
export type FundRequestNode = ReturnType<typeof fundRequestNode>;
export type ProofNode = ReturnType<typeof proofNode>;
