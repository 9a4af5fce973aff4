import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { type Program, parseProgram } from "@tiergraph/program/document/program";
import { decodeTierId } from "@tiergraph/program/document/tiers";
import { moneyOf } from "@tiergraph/program/exact";
import { rulesInWords, termsInWords } from "@tiergraph/program/reward";
import { policy } from "../policy.js";
import type { Programs } from "../program/index.js";
import { rewardsChangedBy } from "./preview-rewards.reads.js";

export const rewardReads = ({ reader, viewer }: ReadParts, programs: Programs) => ({
  tier: (id: string) => (decodeTierId(id) === null ? null : { id }),
  tierRewards: async (tierId: string) => {
    const key = decodeTierId(tierId);
    const program = key === null ? null : await programs.version(key);
    return key === null || program === null ? null : tierRewardsNode(program, key.tier);
  },
  /** Null for who may not preview a publication, and for what is no program. */
  rewardsChange: async ({ source, effectiveOn }: { readonly source: string; readonly effectiveOn: string }) => {
    const parsed = policy.permits(viewer, "preview rewards") ? parseProgram(source) : null;
    if (parsed?.kind !== "ProgramParsed") return null;
    const { program } = parsed;
    const { moreMinor, lessMinor, ...counts } = await rewardsChangedBy(reader, { program, from: effectiveOn });
    const money = (minor: bigint) => moneyOf({ minor, currency: program.currency });
    return { source, effectiveOn, ...counts, more: money(moreMinor), less: money(lessMinor) };
  },
});
export type RewardReads = ReturnType<typeof rewardReads>;

const tierRewardsNode = (program: Program, tier: string) => ({
  rules: rulesInWords(program, tier).map((rule) => ({ ...rule })),
  terms: termsInWords(program, tier),
});
