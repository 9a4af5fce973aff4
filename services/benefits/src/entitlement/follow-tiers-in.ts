import type { Transaction } from "@tiergraph/kit/database/database";
import { newId } from "@tiergraph/kit/values/ids";
import { publishedProgram } from "@tiergraph/program/document/published-program";
import { findProgramInForce } from "../program/program.store.js";
import { listTierPeriods } from "../standing/standing.store.js";
import { grantEntitlements, listEntitlements, withdrawEntitlements } from "./entitlement.store.js";
import { followTier } from "./follow-tier.js";

/** Lets the entitlements of partners follow their tiers, inside a transaction that holds their standings. */
export async function followTiersIn(tx: Transaction, partnerIds: readonly string[], today: string): Promise<void> {
  const [inForce] = await findProgramInForce(tx);
  if (inForce === undefined || partnerIds.length === 0) return;
  const program = publishedProgram(inForce.source);
  const periods = await listTierPeriods(tx, partnerIds);
  const held = await listEntitlements(tx, partnerIds, false);
  const changes = partnerIds.map((partnerId) =>
    followTier({
      program,
      partnerId,
      current: periods.findLast((period) => period.partnerId === partnerId) ?? null,
      held: held.filter((row) => row.partnerId === partnerId),
      changedOn: today,
      newId,
    }),
  );
  const withdrawn = changes.flatMap((change) => change.withdrawn);
  const granted = changes.flatMap((change) => change.granted);
  if (withdrawn.length > 0) await withdrawEntitlements(tx, withdrawn);
  if (granted.length > 0) await grantEntitlements(tx, granted);
}
