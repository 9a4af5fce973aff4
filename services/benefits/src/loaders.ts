import type { Database } from "@tiergraph/kit/database/database";
import type { FileStore } from "@tiergraph/kit/files/file-store";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { readQueue } from "@tiergraph/kit/jobs/retry-jobs.action";
import type { Cursors } from "@tiergraph/kit/paging/cursor";
import { type PageRequest, readPage } from "@tiergraph/kit/paging/page";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { loaderOfMany, loaderOfOne } from "@tiergraph/kit/subgraph/loaders";
import { decodeOwnedId, isUuid } from "@tiergraph/kit/values/ids";
import { type Program, publishedProgram } from "@tiergraph/program/document/program";
import { decodeTierId } from "@tiergraph/program/document/tiers";
import { moneyOf } from "@tiergraph/program/exact";
import { benefitOf, tierBenefitsOf } from "./benefit/benefit.graphql.js";
import { claimOf } from "./claim/claim.graphql.js";
import { listClaims, listOpenClaims, listUse } from "./claim/claim.store.js";
import { periodOf } from "./claim/claim-benefit.action.js";
import type { EntitlementRow } from "./entitlement/entitlement.entity.js";
import { entitlementOf } from "./entitlement/entitlement.graphql.js";
import { listEntitlements } from "./entitlement/entitlement.store.js";
import { isHeldOn } from "./entitlement/is-held-on.js";
import { fundLoaders } from "./fund/fund-loaders.js";
import { ledgerLoaders } from "./ledger/ledger-loaders.js";
import type { Rewards } from "./ledger/rewards.graphql.js";
import { policy } from "./policy.js";
import { findProgramInForce, findProgramVersions } from "./program/program.store.js";
import { registrationOf, takenBackOf } from "./registration/registration.graphql.js";
import {
  findRegistrations,
  findRegistrationsOfDeals,
  listRegistrations,
  listTakenBack,
  listWaitingRegistrations,
  type RegistrationKey,
} from "./registration/registration.store.js";
import type { ConflictRow } from "./registration/registration-conflict.entity.js";
import { type ConflictsArgs, conflictOf } from "./registration/registration-conflict.graphql.js";
import { listConflicts } from "./registration/registration-conflict.store.js";
import { rewardsChangeLoaders } from "./reward/rewards-change-loaders.js";
import { tierRewardsOf } from "./reward/tier-rewards.graphql.js";

interface ProgramKey {
  readonly program: string;
  readonly version: string;
}
/** Two programs may use the same word for a version. */
const versionText = ({ program, version }: ProgramKey): string => JSON.stringify([program, version]);

interface EntitlementKey {
  readonly partnerId: string;
  readonly includesWithdrawn: boolean;
}

/** How the resolvers of one request read: as its viewer, each kind of thing in one statement a request level. */
export function createLoaders({
  db,
  viewer,
  cursors,
  clock,
  files,
}: {
  db: Database;
  viewer: Viewer;
  cursors: Cursors;
  clock: Clock;
  files: FileStore;
}) {
  const reader = db.readAs(viewer);
  const mayRead = (partnerId: string) => isUuid(partnerId) && policy.permitsFor(viewer, "read rewards", partnerId);
  const text = (key: string) => key;

  let inForce: Promise<Program | null> | undefined;
  const programInForce = (): Promise<Program | null> => {
    inForce ??= findProgramInForce(reader).then(([row]) => (row === undefined ? null : publishedProgram(row.source)));
    return inForce;
  };
  const programs = loaderOfOne(
    async (keys: readonly ProgramKey[]) => {
      const rows = await findProgramVersions(
        reader,
        keys.map(({ version }) => version),
      );
      return rows.map(({ source }) => publishedProgram(source));
    },
    ({ name, version }) => versionText({ program: name, version }),
    versionText,
  );

  const registrationByKey = loaderOfOne(
    (keys: readonly RegistrationKey[]) => findRegistrations(reader, keys),
    ({ partnerId, registrationId }) => `${partnerId} ${registrationId}`,
    ({ partnerId, registrationId }) => `${partnerId} ${registrationId}`,
  );
  const takenBack = loaderOfMany(
    (keys: readonly RegistrationKey[]) => listTakenBack(reader, keys),
    ({ partnerId, registrationId }) => `${partnerId} ${registrationId}`,
    ({ partnerId, registrationId }) => `${partnerId} ${registrationId}`,
  );
  const registrationByDeal = loaderOfOne(
    (keys: readonly { partnerId: string; factId: string }[]) => findRegistrationsOfDeals(reader, keys),
    ({ partnerId, convertedFactId }) => `${partnerId} ${convertedFactId}`,
    ({ partnerId, factId }) => `${partnerId} ${factId}`,
  );
  const ledger = ledgerLoaders({ db, viewer, cursors, clock, programInForce });
  const today = dayOf(clock.now());
  const use = loaderOfMany(
    (partnerIds: readonly string[]) => listUse(reader, partnerIds),
    ({ partnerId }) => partnerId,
    text,
  );
  const entitlements = loaderOfMany(
    async (keys: readonly EntitlementKey[]) => {
      const includesWithdrawn = keys.some((key) => key.includesWithdrawn);
      const rows = await listEntitlements(
        reader,
        [...new Set(keys.map(({ partnerId }) => partnerId))].filter(mayRead),
        { today, includesWithdrawn },
      );
      return keys.flatMap((key) =>
        rows
          .filter((row) => row.partnerId === key.partnerId && (key.includesWithdrawn || isHeldOn(row, today)))
          .map((row) => ({ key: JSON.stringify(key), row })),
      );
    },
    ({ key }: { key: string; row: EntitlementRow }) => key,
    (key) => JSON.stringify(key),
  );

  return {
    ...rewardsChangeLoaders({ reader, viewer }),
    partner: (id: string) => (mayRead(id) ? { id } : null),
    tier: (id: string) => (decodeTierId(id) === null ? null : { id }),
    benefits: async () => ((await programInForce())?.benefits ?? []).map(benefitOf),
    tierBenefits: async (tierId: string) => {
      const key = decodeTierId(tierId);
      const program = key === null ? null : await programs.load(key);
      return key === null || program === null ? [] : tierBenefitsOf(program, key.tier);
    },
    tierRewards: async (tierId: string) => {
      const key = decodeTierId(tierId);
      const program = key === null ? null : await programs.load(key);
      return key === null || program === null ? null : tierRewardsOf(program, key.tier);
    },
    entitlements: async (partnerId: string, includesWithdrawn: boolean) => {
      const rows = await entitlements.load({ partnerId, includesWithdrawn });
      const found = rows.map(async ({ row }) => {
        const program = await programs.load({ program: row.program, version: row.programVersion });
        const benefit = program?.benefits.find(({ name }) => name === row.benefit);
        if (benefit === undefined)
          throw new Error(`Entitlement ${row.entitlementId} names benefit ${row.benefit}, which its version lacks`);
        const periodFrom = program === null ? "" : periodOf(benefit, today, program);
        const used = (await use.load(partnerId)).find(
          (one) => one.program === row.program && one.benefit === row.benefit && one.periodFrom === periodFrom,
        );
        return entitlementOf(row, { benefit: benefitOf(benefit), used: used?.used ?? 0, today });
      });
      return Promise.all(found);
    },
    rewards: loaderOfOne(
      async (partnerIds: readonly string[]) => {
        const own = partnerIds.filter(mayRead);
        const earned = (await ledger.balances.loadMany(own)).flatMap((rows) =>
          rows instanceof Error ? refuseWith(rows) : rows.filter(({ account }) => account === "partner:earned"),
        );
        const balances = new Map(earned.map((row) => [row.partnerId, row]));
        const currency = (await programInForce())?.currency;
        return own.map((partnerId): Rewards => {
          const row = balances.get(partnerId);
          const balance =
            row === undefined
              ? currency && { minor: 0n, currency }
              : { minor: row.balanceMinor, currency: row.currency };
          return { partnerId, balance: balance ? moneyOf(balance) : null };
        });
      },
      ({ partnerId }) => partnerId,
      text,
    ),
    ...ledger,
    ...fundLoaders({ db, viewer, cursors, clock, programInForce, files, balances: ledger.balances }),
    today,
    claims: (partnerId: string, request: PageRequest) =>
      readPage(cursors, viewer, {
        list: `claims:${partnerId}`,
        request,
        read: (position, limit) => listClaims(reader, { partnerId, before: position?.[0] ?? null, limit }),
        positionOf: ({ claimId }) => [claimId],
        nodeOf: (row) => claimOf(row, today),
      }),
    openClaims: (request: PageRequest) =>
      readPage(cursors, viewer, {
        list: "open-claims",
        request,
        read: (position, limit) => listOpenClaims(reader, { after: position?.[0] ?? null, limit }),
        positionOf: ({ claimId }) => [claimId],
        nodeOf: (row) => claimOf(row, today),
      }),
    registration: (key: RegistrationKey) =>
      registrationByKey.load(key).then((row) => (row === null ? null : registrationOf(row))),
    registrationOfDeal: (dealId: string) => {
      const key = decodeOwnedId(dealId);
      return key === null || !mayRead(key.partnerId)
        ? Promise.resolve(null)
        : registrationByDeal
            .load({ partnerId: key.partnerId, factId: key.id })
            .then((row) => (row === null ? null : registrationOf(row)));
    },
    conversionsTakenBack: (id: string) => {
      const key = decodeOwnedId(id);
      return key === null
        ? Promise.resolve([])
        : takenBack.load({ partnerId: key.partnerId, registrationId: key.id }).then((rows) => rows.map(takenBackOf));
    },
    deal: (id: string) => {
      const key = decodeOwnedId(id);
      return key !== null && mayRead(key.partnerId) ? { id } : null;
    },
    registrationConflicts: ({ first, after, state }: ConflictsArgs) =>
      readPage(cursors, viewer, {
        list: `registration-conflicts:${state}`,
        request: { first, after },
        read: (position, limit) => listConflicts(reader, { state, after: position as [string, string] | null, limit }), // Sealed below.
        positionOf: (row: ConflictRow) => [row.foundAt.toISOString(), row.conflictId],
        nodeOf: conflictOf,
      }),
    registrations: (partnerId: string, request: PageRequest) =>
      readPage(cursors, viewer, {
        list: `registrations:${partnerId}`,
        request,
        read: (position, limit) => listRegistrations(reader, { partnerId, before: position?.[0] ?? null, limit }),
        positionOf: ({ registrationId }) => [registrationId],
        nodeOf: registrationOf,
      }),
    waitingRegistrations: (request: PageRequest) =>
      readPage(cursors, viewer, {
        list: "waiting-registrations",
        request,
        read: (position, limit) => listWaitingRegistrations(reader, { after: position?.[0] ?? null, limit }),
        positionOf: ({ registrationId }) => [registrationId],
        nodeOf: registrationOf,
      }),
    jobs: () => readQueue(db, "benefits")(viewer),
  };
}
const refuseWith = (error: Error): never => {
  throw error;
};

export type Loaders = ReturnType<typeof createLoaders>;
