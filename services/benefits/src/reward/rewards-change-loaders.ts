import type { Queryable } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { parseProgram } from "@tiergraph/program/document/program";
import { moneyOf } from "@tiergraph/program/exact";
import { policy } from "../policy.js";
import type { RewardsChange } from "./rewards-change.graphql.js";
import { rewardsChangedBy } from "./rewards-changed-in.js";

type Asked = Pick<RewardsChange, "source" | "effectiveOn">;

export const rewardsChangeLoaders = ({ reader, viewer }: { reader: Queryable; viewer: Viewer }) => ({
  /** Null for who may not preview a publication, and for what is no program. */
  rewardsChange: async ({ source, effectiveOn }: Asked): Promise<RewardsChange | null> => {
    const parsed = policy.permits(viewer, "preview rewards") ? parseProgram(source) : null;
    if (parsed?.kind !== "ProgramParsed") return null;
    const { program } = parsed;
    const { moreMinor, lessMinor, ...counts } = await rewardsChangedBy(reader, { program, from: effectiveOn });
    const money = (minor: bigint) => moneyOf({ minor, currency: program.currency });
    return { source, effectiveOn, ...counts, more: money(moreMinor), less: money(lessMinor) };
  },
});
