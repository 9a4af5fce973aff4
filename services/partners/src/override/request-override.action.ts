import type { Database } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { isUuid, newId } from "@tiergraph/kit/values/ids";
import { findPartners } from "../partner/index.js";
import { policy } from "../policy.js";
import { findProgramInForce } from "../program/index.js";
import { checkOverride, type RequestOverride } from "./check-override.js";
import { type OverrideRow, overrideTable } from "./override.entity.js";
import { type OverrideRefusal, overrideRefusals } from "./override.refusals.js";

export type OverrideRequest = { readonly kind: "OverrideRequested"; readonly override: OverrideRow } | OverrideRefusal;

/** Asks for something beside the rules: it holds once a second person has approved it. */
export const requestOverride =
  (db: Database, clock: Clock) =>
  (viewer: Viewer, request: RequestOverride): Promise<OverrideRequest> =>
    db.transact(viewer, async (tx) => {
      const isOwn = isUuid(request.partnerId) && policy.permitsFor(viewer, "request overrides", request.partnerId);
      if (!isOwn || (await findPartners(tx, [request.partnerId])).length === 0)
        return overrideRefusals.PartnerUnknown();
      const inForce = await findProgramInForce(tx);
      if (inForce === null) return overrideRefusals.NoProgramInForce();
      const now = clock.now();
      const problem = checkOverride(request, inForce.document, dayOf(now));
      if (problem !== null) return problem;
      const override: OverrideRow = {
        partnerId: request.partnerId,
        overrideId: newId(),
        kind: request.kind,
        subject: request.subject ?? null,
        fromOn: request.from ?? dayOf(now),
        untilOn: request.until,
        reason: request.reason.trim(),
        requestedAt: now,
        requestedBy: viewer.subject,
        state: "REQUESTED",
        decidedAt: null,
        decidedBy: null,
        note: null,
      };
      tx.create(overrideTable, override);
      return { kind: "OverrideRequested", override };
    });
