import type { Transaction } from "@tiergraph/kit/database/database";
import { groupBy } from "@tiergraph/kit/values/group-by";
import { newId } from "@tiergraph/kit/values/ids";
import { listTierPeriods } from "../partner-mirror/index.js";
import { findProgramInForce, listPrograms, versionText } from "../program/index.js";
import { grantEntitlements, listEntitlements, withdrawEntitlements } from "./entitlement.store.js";
import { followTier } from "./follow-tier.js";

/** Whose entitlements are to follow, and the day of the change. */
interface Follower {
  readonly partnerId: string;
  readonly since: string;
}

/** Lets the entitlements of partners follow their tiers, inside a transaction that holds their mirrors. */
export async function followTierChanges(tx: Transaction, followers: readonly Follower[]): Promise<void> {
  const program = await findProgramInForce(tx);
  if (program === null || followers.length === 0) return;
  const partnerIds = followers.map(({ partnerId }) => partnerId);
  const periods = groupBy(await listTierPeriods(tx, partnerIds), ({ partnerId }) => partnerId);
  const [earliest = ""] = followers.map(({ since }) => since).sort();
  const rows = await listEntitlements(tx, partnerIds, { today: earliest, includesWithdrawn: false });
  const held = groupBy(rows, ({ partnerId }) => partnerId);
  const versions = rows.length === 0 ? null : await listPrograms(tx);
  const changes = followers.map(({ partnerId, since }) =>
    followTier({
      program,
      partnerId,
      since,
      current: periods.get(partnerId)?.at(-1) ?? null,
      held: held.get(partnerId) ?? [],
      versionOf: (row) => versions?.get(versionText(row)) ?? null,
      newId,
    }),
  );
  const withdrawn = changes.flatMap((change) => change.withdrawn);
  const granted = changes.flatMap((change) => change.granted);
  if (withdrawn.length > 0) await withdrawEntitlements(tx, withdrawn);
  if (granted.length > 0) await grantEntitlements(tx, granted);
}
