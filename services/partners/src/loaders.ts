import type { Database } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { readQueue } from "@tiergraph/kit/jobs/retry-jobs.action";
import type { Cursors } from "@tiergraph/kit/paging/cursor";
import { type PageRequest, readPage } from "@tiergraph/kit/paging/page";
import type { Clock } from "@tiergraph/kit/process/clock";
import { waitUntil } from "@tiergraph/kit/process/wait-until";
import { loaderOfMany, loaderOfOne } from "@tiergraph/kit/subgraph/loaders";
import { refuse } from "@tiergraph/kit/subgraph/refuse";
import { groupBy } from "@tiergraph/kit/values/group-by";
import { decodeOwnedId, isUuid } from "@tiergraph/kit/values/ids";
import { decodeTierId } from "@tiergraph/program/document/tiers";
import { decodeHypothesis } from "@tiergraph/program/place";
import DataLoader from "dataloader";
import { cohortOf } from "./cohort/cohort.graphql.js";
import { MAX_REPORTED } from "./cohort/cohort.js";
import { type CohortRow, countInCohorts, findCohorts, listCohorts, listMembers } from "./cohort/cohort.store.js";
import { compareIdenticalInputs, countPlacements } from "./fairness/fairness.store.js";
import { judgesByHistory } from "./fairness/judges-by-history.js";
import { type Hypothesis, hypotheticalPlacementOf } from "./hypothesis/hypothesis.graphql.js";
import { placeHypothesis } from "./hypothesis/place-hypothesis.js";
import { readStandpoint } from "./hypothesis/read-standpoint.js";
import { overrideOf } from "./override/override.graphql.js";
import { listOverrides, listRequestedOverrides } from "./override/override.store.js";
import { type PartnersArgs, partnerOf } from "./partner/partner.graphql.js";
import { findPartners, listPartners, type PartnerRow } from "./partner/partner.store.js";
import { personOf } from "./person/person.graphql.js";
import { findPeople, listPeopleOfPartners, type PersonRow } from "./person/person.store.js";
import type { DecisionRow } from "./placement/decision.entity.js";
import { decisionOf } from "./placement/decision.graphql.js";
import { findDecisions, listDecisions } from "./placement/decision.store.js";
import { placementRunOf } from "./placement/placement.graphql.js";
import { countPartnersByTier, findPlacementRuns } from "./placement/placement-run.store.js";
import { policy } from "./policy.js";
import { tierOf } from "./program/program.graphql.js";
import { findProgramVersion } from "./program/program.store.js";
import { createProgramLoaders } from "./program/program-loaders.js";
import { type ProgramShelf, publishedVersionOf } from "./program/program-shelf.js";
import { programFor, versionFor } from "./program/read-version.js";
import { reviewOf } from "./review/review.graphql.js";
import { listReviews } from "./review/review.store.js";
import { tierStatusOf } from "./tier-status/tier-status.graphql.js";
import { findTierStatuses, listTierPeriods, type TierPeriodRow } from "./tier-status/tier-status.store.js";
import { MAX_VERIFIED, type VerifyDecisions, verifyChains } from "./verification/read-chains.js";
import { digestTiers } from "./verification/tier-digest.store.js";

const MAX_PEOPLE = 100;
const MAX_LISTED = 100;
const POLL_MS = 50;
/** No cohort's name. */
const HIDDEN = "";

export interface LoaderParts {
  readonly db: Database;
  readonly viewer: Viewer;
  readonly cursors: Cursors;
  readonly shelf: ProgramShelf;
  readonly clock: Clock;
}

/** How the resolvers of one request read: as its viewer, each kind of thing in one statement a request level. */
export function createLoaders(parts: LoaderParts) {
  const { db, viewer, cursors, shelf } = parts;
  const reader = db.readAs(viewer);
  const visible = (partnerIds: readonly string[]) =>
    partnerIds.filter((partnerId) => isUuid(partnerId) && policy.permitsFor(viewer, "read partners", partnerId));
  const text = (key: string) => key;
  const seesCohorts = policy.permits(viewer, "read cohorts");
  const programs = createProgramLoaders(parts);
  const decisionWithVersion = async (row: DecisionRow) =>
    decisionOf(row, versionFor(viewer, await shelf.version(row.program, row.programVersion)));

  const placementRun = async (runId: string) => {
    const [row] = isUuid(runId) ? await findPlacementRuns(reader, [runId]) : [];
    return row === undefined ? null : placementRunOf(row, await countPartnersByTier(reader));
  };

  const readFor = async (partnerId: string, on: string, { program, version }: { program: string; version: string }) => {
    const [row] = await findProgramVersion(reader, program, version);
    const standpoint = row === undefined ? null : await readStandpoint(reader, { partnerId, on, program: row.program });
    return { row, standpoint };
  };
  const standpoints = new Map<string, ReturnType<typeof readFor>>();
  return {
    placementRun,
    partner: loaderOfOne(
      async (ids: readonly string[]) => (await findPartners(reader, visible(ids))).map(partnerOf),
      ({ id }) => id,
      text,
    ),
    person: loaderOfOne(
      async (ids: readonly string[]) => {
        const keys = ids
          .flatMap((id) => decodeOwnedId(id) ?? [])
          .map(({ partnerId, id }) => ({ partnerId, personId: id }));
        const allowed = new Set(visible(keys.map(({ partnerId }) => partnerId)));
        return (
          await findPeople(
            reader,
            keys.filter(({ partnerId }) => allowed.has(partnerId)),
          )
        ).map(personOf);
      },
      ({ id }) => id,
      text,
    ),
    people: loaderOfMany(
      async (ids: readonly string[]) => (await listPeopleOfPartners(reader, visible(ids), MAX_PEOPLE)).map(personOf),
      ({ row }: { row: PersonRow }) => row.partnerId,
      text,
    ),
    tierStatus: loaderOfOne(
      async (ids: readonly string[]) => {
        const statuses = await findTierStatuses(reader, visible(ids));
        const decisions = new Map((await findDecisions(reader, statuses)).map((row) => [row.decisionId, row]));
        const loaded = statuses.map(async (status) => {
          const decision = decisions.get(status.decisionId);
          if (decision === undefined) throw new Error(`Decision ${status.decisionId} of a tier status is missing`);
          const version = versionFor(viewer, await shelf.version(decision.program, decision.programVersion));
          return { partnerId: status.partnerId, ...tierStatusOf(status, decision, version) };
        });
        return Promise.all(loaded);
      },
      ({ partnerId }) => partnerId,
      text,
    ),
    tierHistory: loaderOfMany(
      async (ids: readonly string[]) =>
        (await listTierPeriods(reader, visible(ids))).map((row: TierPeriodRow) => ({ ...row, from: row.fromOn })),
      ({ partnerId }) => partnerId,
      text,
    ),
    partners: ({ first, after, filter }: PartnersArgs) =>
      readPage(cursors, viewer, {
        list: `partners:${JSON.stringify(filter ?? {})}`,
        request: { first, after },
        read: (position, limit) =>
          listPartners(reader, {
            code: filter?.code ?? null,
            tier: filter?.tier ?? null,
            region: filter?.region ?? null,
            track: filter?.track ?? null,
            cohort: filter?.cohort == null || seesCohorts ? (filter?.cohort ?? null) : HIDDEN,
            after: position === null ? null : (position as [string, string]), // Sealed by `positionOf` below.
            limit,
          }),
        positionOf: (row: PartnerRow) => [row.name, row.partnerId],
        nodeOf: partnerOf,
      }),
    cohorts: (request: PageRequest) =>
      readPage(cursors, viewer, {
        list: "cohorts",
        request,
        read: (position, limit) => listCohorts(reader, { after: position?.[0] ?? null, limit }),
        positionOf: ({ name }: CohortRow) => [name],
        nodeOf: cohortOf,
      }),
    cohort: loaderOfOne(
      async (names: readonly string[]) => (seesCohorts ? (await findCohorts(reader, names)).map(cohortOf) : []),
      ({ name }) => name,
      text,
    ),
    cohortMembers: new DataLoader<string, string[] | null>(async (names) => {
      const rows = seesCohorts ? await listMembers(reader, names, MAX_REPORTED + 1) : [];
      const members = groupBy(rows, ({ name }) => name);
      return names.map((name) => {
        const ids = (members.get(name) ?? []).map(({ partnerId }) => partnerId);
        return ids.length > MAX_REPORTED ? null : ids;
      });
    }),
    cohortSize: new DataLoader<string, number>(async (names) => {
      const sizes = new Map((await countInCohorts(reader, names)).map(({ name, size }) => [name, size]));
      return names.map((name) => sizes.get(name) ?? 0);
    }),
    decisions: async (partnerId: string, request: { first: number; after: string | null }) => {
      const page = await readPage(cursors, viewer, {
        list: `decisions:${partnerId}`,
        request,
        read: async (position, limit) =>
          visible([partnerId]).length === 0
            ? []
            : listDecisions(reader, {
                partnerId,
                beforeSequence: position === null ? null : Number(position[0]),
                limit,
              }),
        positionOf: (row: DecisionRow) => [String(row.sequence)],
        nodeOf: decisionWithVersion,
      });
      const nodes = await Promise.all(page.nodes);
      const edges = await Promise.all(page.edges.map(async ({ cursor, node }) => ({ cursor, node: await node })));
      return { ...page, nodes, edges };
    },
    tier: async (id: string) => {
      const key = decodeTierId(id);
      if (key === null) return null;
      const [row] = await findProgramVersion(reader, key.program, key.version);
      const program = row === undefined ? null : programFor(viewer, publishedVersionOf(row).program);
      return program?.tiers.some(({ name }) => name === key.tier) ? tierOf(program, key.tier) : null;
    },
    jobs: () => readQueue(db, "partners")(viewer),
    ...programs,
    hypothesis: async (id: string): Promise<Hypothesis | null> => {
      const supposed = decodeHypothesis(id);
      if (supposed === null || visible([supposed.partnerId]).length === 0) return null;
      const { partnerId, on } = supposed;
      // Many are supposed of one partner at once: what is known of it is read once.
      const key = JSON.stringify([partnerId, on, supposed.program, supposed.version]);
      const reading = standpoints.get(key) ?? readFor(partnerId, on, supposed);
      standpoints.set(key, reading);
      const { row, standpoint } = await reading;
      if (row === undefined || standpoint === null) return null;
      const version = versionFor(viewer, publishedVersionOf(row));
      const record = placeHypothesis(version, supposed, standpoint);
      return { id, placement: record === null ? null : hypotheticalPlacementOf(version, record) };
    },
    overrides: loaderOfMany(
      async (ids: readonly string[]) => (await listOverrides(reader, visible(ids))).map(withPartner(overrideOf)),
      ({ partnerId }) => partnerId,
      text,
    ),
    requestedOverrides: async () => (await listRequestedOverrides(reader, MAX_LISTED)).map(overrideOf),
    reviews: loaderOfMany(
      async (ids: readonly string[]) => (await listReviews(reader, visible(ids))).map(withPartner(reviewOf)),
      ({ partnerId }) => partnerId,
      text,
    ),
    fairness: async (cohort: string | null) => {
      if (cohort !== null && (await findCohorts(reader, [cohort])).length === 0)
        refuse("BAD_USER_INPUT", `There is no cohort ${cohort.slice(0, 64)}.`);
      const byHistory = (await programs.programVersions())
        .filter(({ program }) => judgesByHistory(program))
        .map(({ row }) => row);
      const [counts, [identical]] = await Promise.all([
        countPlacements(reader, cohort),
        compareIdenticalInputs(reader, byHistory),
      ]);
      return { counts, identical: identical ?? { groups: 0, partners: 0, conflicts: 0 } };
    },
    tierDigests: async ({ first, after }: { first: number; after: string | null }) => {
      if (first < 1 || first > MAX_VERIFIED) refuse("BAD_USER_INPUT", `\`first\` must be 1 to ${MAX_VERIFIED}.`);
      if (after !== null && !isUuid(after)) refuse("BAD_USER_INPUT", "`after` is the `next` of the digests before.");
      const rows = await digestTiers(reader, { first: first + 1, after });
      const digests = rows.slice(0, first).map(({ total: _, ...row }) => ({ ...row, facts: null, factsDigest: null }));
      return {
        digests,
        total: rows[0]?.total ?? 0,
        next: rows.length > first ? (digests.at(-1)?.partnerId ?? null) : null,
      };
    },
    verifiedChains: async (request: VerifyDecisions) => {
      if (request.first < 1 || request.first > MAX_VERIFIED)
        refuse("BAD_USER_INPUT", `\`first\` must be 1 to ${MAX_VERIFIED}.`);
      return (await verifyChains(reader, shelf, request)) ?? refuse("BAD_USER_INPUT", "There are no such decisions.");
    },
    /** The run once it has ended, or as far as it came in the time. */
    finishedRun: async (runId: string, waitSeconds: number) => {
      const isFinished = async () =>
        (await findPlacementRuns(reader, [runId])).every(({ finishedAt }) => finishedAt !== null);
      await waitUntil(isFinished, { withinMs: waitSeconds * 1_000, everyMs: POLL_MS });
      return placementRun(runId);
    },
  };
}
/** What a public type leaves out, and its loader goes by. */
const withPartner =
  <Row extends { readonly partnerId: string }, Node>(nodeOf: (row: Row) => Node) =>
  (row: Row): Node & { readonly partnerId: string } => ({ ...nodeOf(row), partnerId: row.partnerId });

export type Loaders = ReturnType<typeof createLoaders>;
