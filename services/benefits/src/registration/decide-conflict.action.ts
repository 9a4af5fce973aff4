import type { Database } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { Clock } from "@tiergraph/kit/process/clock";
import { decodeOwnedId } from "@tiergraph/kit/values/ids";
import { isTextOf } from "@tiergraph/kit/values/text";
import { policy } from "../policy.js";
import { type ConflictRefusal, conflictRefusals } from "./registration.refusals.js";
import type { ConflictRow } from "./registration-conflict.entity.js";
import { lockConflict, putConflict } from "./registration-conflict.store.js";

export interface DecideConflict {
  readonly id: string;
  readonly verdict: Exclude<ConflictRow["state"], "OPEN" | "CLOSED">;
  readonly reason: string;
}

type ConflictDecided = { readonly kind: "ConflictDecided"; readonly conflict: ConflictRow } | ConflictRefusal;

/** A person says who is right. A deal that does not stand is taken back where it was recorded, by `voidFacts`. */
export const decideConflict =
  (db: Database, clock: Clock) =>
  async (viewer: Viewer, { id, verdict, reason }: DecideConflict): Promise<ConflictDecided> => {
    if (!isTextOf(reason, 1_000)) return conflictRefusals.ReasonInvalid();
    const owned = decodeOwnedId(id);
    if (owned === null || !policy.permitsFor(viewer, "decide registrations", owned.partnerId))
      return conflictRefusals.ConflictUnknown();
    return db.transact(viewer, async (tx) => {
      const known = await lockConflict(tx, { partnerId: owned.partnerId, conflictId: owned.id });
      if (known === null) return conflictRefusals.ConflictUnknown();
      if (known.state !== "OPEN") return conflictRefusals.AlreadyDecided({ conflict: known });
      const conflict: ConflictRow = {
        ...known,
        state: verdict,
        decidedAt: clock.now(),
        decidedBy: viewer.subject,
        note: reason.trim(),
      };
      await putConflict(tx, conflict);
      return { kind: "ConflictDecided", conflict };
    });
  };
