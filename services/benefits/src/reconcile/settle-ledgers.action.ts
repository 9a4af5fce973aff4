import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer, type Viewer } from "@tiergraph/kit/identity/viewer";
import type { Clock } from "@tiergraph/kit/process/clock";
import { isUuid } from "@tiergraph/kit/values/ids";
import type { RefusalOf } from "@tiergraph/kit/values/refusal-table";
import { lockPartnerMirrors } from "../partner-mirror/index.js";
import { policy } from "../policy.js";
import { settlePartners } from "../reward/index.js";
import { rebuildBalances } from "./rebuild.store.js";
import { settlingRefusals } from "./reconcile.refusals.js";

export type LedgersSettled =
  | { readonly kind: "LedgersSettled"; readonly partners: number }
  | RefusalOf<typeof settlingRefusals>;

const MAX_SETTLED = 100;
/** Before all facts: everything is settled anew. */
export const FIRST_DAY = "1000-01-01";

/**
 * Settles all that partners earned anew: what is missing is given and what is too much is taken back, each by an entry, and
 * balances become what the entries come to. No entry is changed.
 */
export const settleLedgers =
  (db: Database, clock: Clock) =>
  async (viewer: Viewer, { partnerIds }: { partnerIds: readonly string[] }): Promise<LedgersSettled> => {
    const asked = [...new Set(partnerIds)];
    const isAllowed = policy.permits(viewer, "run jobs");
    if (!isAllowed || asked.length === 0 || asked.length > MAX_SETTLED || !asked.every(isUuid))
      return settlingRefusals.PartnersInvalid({ limit: MAX_SETTLED });
    return db.transact(systemViewer("benefits"), async (tx) => {
      const mirrors = await lockPartnerMirrors(tx, asked);
      const known = mirrors.map(({ partnerId }) => partnerId);
      await rebuildBalances(tx, known);
      const affected = known.map((partnerId) => ({ partnerId, since: FIRST_DAY, factIds: [], days: [], deals: [] }));
      await settlePartners(tx, { mirrors, affected, now: clock.now() });
      return { kind: "LedgersSettled", partners: known.length };
    });
  };
