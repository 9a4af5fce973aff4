import type { Database, Transaction } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { decodeOwnedId } from "@tiergraph/kit/values/ids";
import { lockPartners } from "../partner/index.js";
import { startPlacement } from "../placement-run/index.js";
import { policy } from "../policy.js";
import { findProgramInForce } from "../program/index.js";
import type { PartnersPublisher } from "../publisher.js";
import { endOf, judgeApproval } from "./judge-override.js";
import type { OverrideRow } from "./override.entity.js";
import { type OverrideRefusal, overrideRefusals } from "./override.refusals.js";
import { decideOverride, findTiersByHand, lockOverride } from "./override.store.js";

export interface DecideOverride {
  readonly id: string;
  readonly approve: boolean;
  readonly reason?: string | null;
}
export interface EndOverride {
  readonly id: string;
  readonly reason?: string | null;
}

export type OverrideDecision = { readonly kind: "OverrideDecided"; readonly override: OverrideRow } | OverrideRefusal;

/** A second person approves or refuses; the partner is placed anew where that changes anything today. */
export const resolveOverride =
  (db: Database, publish: PartnersPublisher, clock: Clock) =>
  (viewer: Viewer, request: DecideOverride): Promise<OverrideDecision> =>
    change(db, viewer, request.id, async (tx, row) => {
      const now = clock.now();
      const { partnerId, fromOn, untilOn } = row;
      const others = request.approve ? await findTiersByHand(tx, { partnerId, fromOn, untilOn }) : [];
      const refusal = judgeApproval(row, { approve: request.approve, by: viewer.subject, others, today: dayOf(now) });
      if (refusal !== null) return refusal;
      const override: OverrideRow = {
        ...row,
        state: request.approve ? "APPROVED" : "REFUSED",
        decidedAt: now,
        decidedBy: viewer.subject,
        note: request.reason ?? null,
      };
      await decideOverride(tx, override);
      if (request.approve && row.fromOn <= dayOf(now)) await placeAnew(tx, publish, row.partnerId, now);
      return { kind: "OverrideDecided", override };
    });

/** Ends what holds before its time: from today on the rules alone decide. */
export const endOverride =
  (db: Database, publish: PartnersPublisher, clock: Clock) =>
  (viewer: Viewer, request: EndOverride): Promise<OverrideDecision> =>
    change(db, viewer, request.id, async (tx, row) => {
      const now = clock.now();
      const ended = endOf(row, { by: viewer.subject, at: now, today: dayOf(now), note: request.reason ?? null });
      if (ended.kind !== "OverrideDecided") return ended;
      await decideOverride(tx, ended.override);
      await placeAnew(tx, publish, row.partnerId, now);
      return ended;
    });

/** Holds the partner first, as placement does, so that one decision about it is made at a time. */
const change = (
  db: Database,
  viewer: Viewer,
  id: string,
  decide: (tx: Transaction, row: OverrideRow) => Promise<OverrideDecision>,
): Promise<OverrideDecision> =>
  db.transact(viewer, async (tx) => {
    const key = decodeOwnedId(id);
    if (key === null || !policy.permitsFor(viewer, "decide overrides", key.partnerId))
      return overrideRefusals.OverrideUnknown();
    await lockPartners(tx, [key.partnerId]);
    const row = await lockOverride(tx, { partnerId: key.partnerId, overrideId: key.id });
    return row === null ? overrideRefusals.OverrideUnknown() : decide(tx, row);
  });

async function placeAnew(
  tx: Transaction,
  publish: PartnersPublisher,
  partnerId: string,
  startedAt: Date,
): Promise<void> {
  const version = await findProgramInForce(tx);
  if (version === null) return;
  const start = { reason: "RULED" as const, asOf: dayOf(startedAt), startedAt, version, partnerIds: [partnerId] };
  await startPlacement(tx, publish, start);
}
