import { loaderOfMany, loaderOfOne } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { mayQuotePeople } from "@tiergraph/program/place";
import { DEFAULT_LANGUAGE } from "@tiergraph/schema/messages";
import {
  type DecidedStatusRow,
  findDecidedStatuses,
  findDecisions,
  findDecisionsInForce,
  findStatusesWithOutlook,
  listTierPeriods,
} from "../placement/index.js";
import { policy, visibleTo } from "../policy.js";
import { type ProgramCache, type ReadVersion, versionFor } from "../program/index.js";
import { TierStatusNode } from "./tier-status-node.js";

/** What is asked of a status besides what its row says. */
export interface StatusAsked {
  /** What its decision implies. */
  readonly withOutlook: boolean;
  /** The decision itself: it then comes in the same round trip. */
  readonly withDecision: boolean;
}

export function tierStatusReads({ reader, viewer, language }: ReadParts, programs: ProgramCache) {
  const visible = visibleTo(viewer);
  /** Outlooks are kept in English; in other languages a decision explains itself as it is read. */
  const isOutlookKept = language === DEFAULT_LANGUAGE;
  const readsAll = policy.permits(viewer, "read withheld measures");
  const decisions = loaderOfOne(
    (ids: readonly string[]) => findDecisionsInForce(reader, ids),
    ({ partnerId }) => partnerId,
    (id: string) => id,
  );
  const decisionOf = async (status: DecidedStatusRow) => {
    const inForce = await decisions.load(status.partnerId);
    if (inForce?.decisionId === status.decisionId) return inForce;
    // Another placement came between the two statements: its decision is not this status's, which stays.
    const [decision] = await findDecisions(reader, [status]);
    if (decision !== undefined) return decision;
    throw new Error(`Decision ${status.decisionId} of a tier status is missing`);
  };
  const nodesOf = async (statuses: readonly (DecidedStatusRow & { readonly outlook?: string | null })[]) => {
    const versions = await versionsOf(statuses);
    return statuses.map((status) => {
      const version = versions.get(versionText(status)) ?? unpublished(status);
      return new TierStatusNode(status, version, {
        outlook: isOutlookKept && isReadable(status.outlook, version) ? (status.outlook ?? null) : null,
        decided: () => decisionOf(status),
      });
    });
  };
  /** Most partners are judged by the same. */
  const versionsOf = async (statuses: readonly DecidedStatusRow[]) => {
    const named = new Map(statuses.map((status) => [versionText(status), status]));
    const found = [...named].map(
      async ([text, { program, programVersion }]) =>
        [text, versionFor({ viewer, language }, await programs.version(program, programVersion))] as const,
    );
    return new Map(await Promise.all(found));
  };
  const statuses = loaderOfOne(
    async (ids: readonly string[]) => nodesOf(await findDecidedStatuses(reader, visible(ids))),
    ({ partnerId }) => partnerId,
    (id: string) => id,
  );
  const statusesWithOutlook = loaderOfOne(
    async (ids: readonly string[]) => nodesOf(await findStatusesWithOutlook(reader, visible(ids), readsAll)),
    ({ partnerId }) => partnerId,
    (id: string) => id,
  );
  return {
    tierStatus: (partnerId: string, { withOutlook, withDecision }: StatusAsked) => {
      const [known] = visible([partnerId]);
      if ((withDecision || (withOutlook && !isOutlookKept)) && known !== undefined)
        void decisions.load(known).catch(() => undefined); // Thrown where it is awaited.
      return (withOutlook && isOutlookKept ? statusesWithOutlook : statuses).load(partnerId);
    },
    tierHistory: loaderOfMany(
      async (ids: readonly string[]) =>
        (await listTierPeriods(reader, visible(ids))).map((row) => ({ ...row, from: row.fromOn })),
      ({ partnerId }) => partnerId,
      (id: string) => id,
    ),
  };
}

/** What is kept quotes people in full. */
const isReadable = (outlook: string | null | undefined, { quotesPeople }: ReadVersion): boolean =>
  quotesPeople || outlook == null || !mayQuotePeople(outlook);

const versionText = ({ program, programVersion }: DecidedStatusRow): string => `${programVersion} ${program}`;

const unpublished = ({ program, programVersion }: DecidedStatusRow): never => {
  throw new Error(`Version ${programVersion} of ${program} was not read`);
};

export type TierStatusReads = ReturnType<typeof tierStatusReads>;
