import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import {
  type DecisionRecord,
  decodeHypothesis,
  explainDecision,
  safeguardInWords,
  withoutPeoplesWords,
} from "@tiergraph/program/place";
import { visibleTo } from "../policy.js";
import { findProgramVersion, publishedVersionOf, type ReadVersion, tierNode, versionFor } from "../program/index.js";
import { placeHypothesis } from "./place-hypothesis.js";
import { readStandpoint } from "./read-standpoint.reads.js";

export function hypothesisReads({ reader, viewer, language }: ReadParts) {
  const readFor = async (partnerId: string, on: string, { program, version }: { program: string; version: string }) => {
    const [row] = await findProgramVersion(reader, program, version);
    const standpoint = row === undefined ? null : await readStandpoint(reader, { partnerId, on, program: row.program });
    return { row, standpoint };
  };
  const standpoints = new Map<string, ReturnType<typeof readFor>>();
  return {
    hypothesis: async (id: string): Promise<HypothesisNode | null> => {
      const hypothesis = decodeHypothesis(id);
      if (hypothesis === null || visibleTo(viewer)([hypothesis.partnerId]).length === 0) return null;
      const { partnerId, on } = hypothesis;
      // Many hypotheses may be about one partner: what is known of it is read once.
      const key = JSON.stringify([partnerId, on, hypothesis.program, hypothesis.version]);
      const reading = standpoints.get(key) ?? readFor(partnerId, on, hypothesis);
      standpoints.set(key, reading);
      const { row, standpoint } = await reading;
      if (row === undefined || standpoint === null) return null;
      const version = versionFor({ viewer, language }, publishedVersionOf(row));
      const record = placeHypothesis(version, hypothesis, standpoint);
      return { id, placement: record === null ? null : placementNode(version, record) };
    },
  };
}
export type HypothesisReads = ReturnType<typeof hypothesisReads>;

function placementNode({ program, whole, quotesPeople }: ReadVersion, placed: DecisionRecord) {
  const record = quotesPeople ? placed : withoutPeoplesWords(placed);
  const highest = program.tiers[record.reached.lastIndexOf("1")];
  return {
    tier: tierNode(program, record.tier),
    reached: tierNode(program, highest?.name ?? record.tier),
    outcome: record.outcome,
    effectiveOn: record.effectiveOn,
    safeguards: record.safeguards.map((safeguard) => ({
      ...safeguard,
      explanation: safeguardInWords(safeguard, program.language),
    })),
    summary: explainDecision(whole, record, program).summary,
  };
}
export type HypotheticalPlacementNode = ReturnType<typeof placementNode>;
interface HypothesisNode {
  readonly id: string;
  readonly placement: HypotheticalPlacementNode | null;
}
