import type { Transaction } from "@tiergraph/kit/database/database";
import { newId } from "@tiergraph/kit/values/ids";
import { knownCalendarDate } from "@tiergraph/program/exact";
import type { PartnerStanding } from "../partner/index.js";
import type { ProgramVersion } from "../program/index.js";
import { makePlans } from "./make-plans.js";
import { addPlans, addSteps, completeReachedBefore, listPlans } from "./onboarding.store.js";

/** A partner that holds another tier than before. */
interface TierHeld {
  readonly partnerId: string;
  readonly tier: string;
}

/**
 * Makes the plans that partners get with their tiers. What was reached before is done on the day that a plan is made.
 *
 * @param version the one that gives the plans; null for none
 * @param before how the partners stood, with the tracks that decide which plans they get
 */
export async function beginPlans(
  tx: Transaction,
  held: readonly TierHeld[],
  {
    version,
    before,
    on,
  }: {
    version: Pick<ProgramVersion, "document"> | null;
    before: readonly Pick<PartnerStanding, "partnerId" | "tier" | "tracks">[];
    on: string;
  },
): Promise<void> {
  const program = version?.document ?? null;
  if (program?.onboarding == null || held.length === 0) return;
  const { onboarding, tiers } = program;
  const ranks = new Map(tiers.map(({ name, rank }) => [name, rank]));
  const standing = new Map(before.map((row) => [row.partnerId, row]));
  const had = await listPlans(
    tx,
    held.map(({ partnerId }) => partnerId),
  );
  const made = held.flatMap(({ partnerId, tier }) => {
    const known = standing.get(partnerId);
    if (known === undefined) throw new Error(`Partner ${partnerId} is not known`);
    const has = had.filter((plan) => plan.partnerId === partnerId).map(({ template }) => template);
    const joining = { partnerId, tier, has, tracks: known.tracks, before: known.tier, on: knownCalendarDate(on) };
    return makePlans(onboarding, ranks, joining, newId);
  });
  if (made.length === 0) return;
  const plans = made.map(({ plan }) => plan);
  await addPlans(tx, plans);
  await addSteps(
    tx,
    made.flatMap(({ steps }) => steps),
  );
  await completeReachedBefore(
    tx,
    plans.map(({ planId }) => planId),
    on,
  );
}
