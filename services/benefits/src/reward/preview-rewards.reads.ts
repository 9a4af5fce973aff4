import type { Queryable } from "@tiergraph/kit/database/database";
import type { Program } from "@tiergraph/program/document/program";
import { earningKinds } from "@tiergraph/program/reward";
import { listPartnerMirrors } from "../partner-mirror/index.js";
import { countPaidSince, listPartnersPaidSince } from "../paying-fact/index.js";
import { listProgramVersions } from "../program/index.js";
import { rewardDifferences } from "./reward-differences.reads.js";

/** What deals would be paid otherwise by a version; amounts in minor units of its currency, above zero. */
interface RewardsChanged {
  readonly partners: number;
  /** Deals, bonuses and spiffs of which another amount would be given. */
  readonly rewards: number;
  readonly moreMinor: bigint;
  readonly lessMinor: bigint;
  /**
   * False where there are more facts than one answer works out, so that the figures are those of some partners, and where
   * the version pays for kinds of facts that none before paid for: those without an amount are sent here once it is published.
   */
  readonly isComplete: boolean;
}

/** Facts that one answer works out, some two seconds of work; partners are worked out whole. */
const MAX_FACTS = 20_000;
const BATCH = 50;

/**
 * What partners would be paid otherwise if a version paid for the facts from a day on. What ceilings of the program as a
 * whole would hold back is not taken off: it depends on who comes first.
 */
export async function rewardsChangedBy(
  db: Queryable,
  { program, from }: { readonly program: Program; readonly from: string },
): Promise<RewardsChanged> {
  const partnerIds = (await listPartnersPaidSince(db, from)).map(({ partnerId }) => partnerId);
  const sums = { partners: new Set<string>(), rewards: 0, moreMinor: 0n, lessMinor: 0n };
  const versions = await listProgramVersions(db);
  const known = new Set(versions.flatMap(({ document }) => [...earningKinds(document)]));
  const isKnown = [...earningKinds(program)].every((kind) => known.has(kind));
  let left = MAX_FACTS;
  for (let i = 0; i < partnerIds.length; i += BATCH) {
    const batch = partnerIds.slice(i, i + BATCH);
    const counted = await countPaidSince(db, batch, from);
    left -= counted?.facts ?? 0;
    if (left < 0 && i > 0) return { ...sums, partners: sums.partners.size, isComplete: false };
    const found = await rewardDifferences(db, {
      mirrors: await listPartnerMirrors(db, batch),
      affected: batch.map((partnerId) => ({ partnerId, since: from, factIds: [], days: [], deals: [] })),
      previewed: { program, from },
    });
    for (const { partnerId, missingMinor } of found) {
      sums.partners.add(partnerId);
      sums.rewards += 1;
      if (missingMinor > 0n) sums.moreMinor += missingMinor;
      else sums.lessMinor -= missingMinor;
    }
  }
  return { ...sums, partners: sums.partners.size, isComplete: isKnown };
}
