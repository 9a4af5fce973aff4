import type { Database } from "@tiergraph/kit/database/database";
import type { FileStore } from "@tiergraph/kit/files/file-store";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { Cursors } from "@tiergraph/kit/paging/cursor";
import { type PageRequest, readPage } from "@tiergraph/kit/paging/page";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { loaderOfMany } from "@tiergraph/kit/subgraph/loaders";
import type { Program } from "@tiergraph/program/document/program";
import { minorOfMajor } from "@tiergraph/program/reward";
import type DataLoader from "dataloader";
import type { BalanceRow } from "../ledger/ledger.store.js";
import { sumBalances } from "../ledger/report.store.js";
import { fundRequestOf, partnerFundOf, proofOf, utilisationsOf } from "./fund.graphql.js";
import { listFundRequests, listProofs, listWaitingFundRequests, type ProofRow } from "./fund.store.js";
import { fundPeriodOf, fundStandingOf } from "./fund-account.js";
import { dueIn } from "./fund-in.js";
import type { FundRequestRow } from "./fund-request.entity.js";
import { keyOfProof } from "./proof-file.js";

interface Given {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly cursors: Cursors;
  readonly clock: Clock;
  readonly files: FileStore;
  readonly programInForce: () => Promise<Program | null>;
  readonly balances: DataLoader<string, BalanceRow[], string>;
}

/** How resolvers read funds and what was asked of them. */
export function fundLoaders({ db, viewer, cursors, clock, files, programInForce, balances }: Given) {
  const reader = db.readAs(viewer);
  const proofs = loaderOfMany(
    (requests: readonly Pick<FundRequestRow, "partnerId" | "requestId">[]) => listProofs(reader, requests),
    ({ requestId }) => requestId,
    ({ requestId }) => requestId,
  );
  return {
    async funds(partnerId: string) {
      const program = await programInForce();
      if (program === null || program.funds.length === 0) return [];
      const today = dayOf(clock.now());
      const own = await balances.load(partnerId);
      return Promise.all(
        program.funds.map(async (fund) => {
          const period = fundPeriodOf(fund, program, today);
          return partnerFundOf(period, fundStandingOf(own, period), await dueIn(reader, period, { partnerId, today }));
        }),
      );
    },
    fundRequests: (partnerId: string, request: PageRequest) =>
      readPage(cursors, viewer, {
        list: `fund-requests:${partnerId}`,
        request,
        read: (position, limit) => listFundRequests(reader, { partnerId, before: position?.[0] ?? null, limit }),
        positionOf: ({ requestId }) => [requestId],
        nodeOf: fundRequestOf,
      }),
    waitingFundRequests: (request: PageRequest) =>
      readPage(cursors, viewer, {
        list: "waiting-fund-requests",
        request,
        read: (position, limit) => listWaitingFundRequests(reader, { after: position?.[0] ?? null, limit }),
        positionOf: ({ requestId }) => [requestId],
        nodeOf: fundRequestOf,
      }),
    proofs: async (request: FundRequestRow) => (await proofs.load(request)).map(proofOf),
    proofContent: async (proof: ProofRow) => (await files.get(keyOfProof(proof)))?.toString("base64") ?? null,
    async fundUtilisation() {
      const program = await programInForce();
      return utilisationsOf(await sumBalances(reader), (name) => {
        const fund = program?.funds.find((candidate) => candidate.name === name);
        return program === null || fund === undefined ? null : minorOfMajor(fund.budget, program);
      });
    },
  };
}
