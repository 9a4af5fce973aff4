import { encodeNamedId } from "@tiergraph/kit/values/named-id";
import type { Difference } from "@tiergraph/program/document/notation";
import { differenceInWords, type Program } from "@tiergraph/program/document/program";
import { encodeTierId } from "@tiergraph/program/document/tiers";
import { decimalOf } from "@tiergraph/program/exact";
import { keepingOfTier, rulesOfTier } from "../requirement/index.js";
import { expectationNodes } from "./expectation-node.js";
import type { DatedVersion } from "./version-states.js";

export function programNode({ program, row, state, supersededAt }: DatedVersion) {
  const version = [program.name, program.version] as const;
  return {
    id: encodeNamedId("Program", ...version),
    name: program.name,
    version: program.version,
    why: program.why,
    currency: program.currency,
    state,
    effectiveOn: row.effectiveOn,
    publishedAt: row.publishedAt,
    startedAt: row.startedAt,
    supersededAt,
    source: row.source,
    tracks: program.tracks.map(({ classified, ...track }) => ({
      id: encodeNamedId("Track", ...version, track.name),
      ...track,
      isClassified: classified !== null,
    })),
    markets: program.markets.map(({ factor, regions, countries, ...market }) => ({
      id: encodeNamedId("Market", ...version, market.name),
      ...market,
      factor: decimalOf(factor),
      regions: [...regions],
      countries: [...countries],
    })),
    tiers: program.tiers.map((tier) => tierNode(program, tier.name)),
  };
}

export const differenceNode = (difference: Difference) => ({
  ...difference,
  inWords: differenceInWords(difference),
});

const tierNodes = new WeakMap<Program, Map<string, TierNode>>();

/** The tier as the version defines it: made once, since its rules in words take longer than reading a partner. */
export function tierNode(program: Program, name: string): TierNode {
  const known = tierNodes.get(program) ?? new Map<string, TierNode>();
  tierNodes.set(program, known);
  const node = known.get(name) ?? newTierNode(program, name);
  known.set(name, node);
  return node;
}

function newTierNode(program: Program, name: string) {
  const tier = program.tiers.find((candidate) => candidate.name === name);
  if (tier === undefined) throw new Error(`Version ${program.version} of ${program.name} has no tier ${name}`);
  return {
    id: encodeTierId({ program: program.name, version: program.version, tier: name }),
    name,
    title: tier.title,
    rank: tier.rank,
    why: tier.why,
    requires: rulesOfTier(program, tier),
    ...keepingOfTier(program, tier),
    expects: expectationNodes(program, tier.expects),
  };
}
export type ProgramNode = ReturnType<typeof programNode>;
export type DifferenceNode = ReturnType<typeof differenceNode>;
export type TierNode = ReturnType<typeof newTierNode>;
