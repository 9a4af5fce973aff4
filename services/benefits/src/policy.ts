import { definePolicy } from "@tiergraph/kit/identity/policy";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { isUuid } from "@tiergraph/kit/values/ids";

const own = "own";
const all = "all";

/** Who may do what in this service. A role that is not named may not. */
export const policy = definePolicy({
  "read the catalogue": { PARTNER: own, PARTNER_MANAGER: own, PROGRAM_MANAGER: all, ANALYST: all },
  "read personal data": { PARTNER: own, PARTNER_MANAGER: own, PROGRAM_MANAGER: all },
  "read costs": { PROGRAM_MANAGER: all, ANALYST: all },
  "read rewards": { PARTNER: own, PARTNER_MANAGER: own, PROGRAM_MANAGER: all, ANALYST: all },
  // Those who may read them; and the gateway, which finds out who has news.
  "follow events": { PARTNER: own, PARTNER_MANAGER: own, PROGRAM_MANAGER: all, ANALYST: all, GATEWAY: all },
  "redeem rewards": { PARTNER: own, PARTNER_MANAGER: own, PROGRAM_MANAGER: all },
  "decide redemptions": { PROGRAM_MANAGER: all },
  "pay out": { PROGRAM_MANAGER: all },
  "read the books": { PROGRAM_MANAGER: all, ANALYST: all },
  "register deals": { PARTNER: own, PARTNER_MANAGER: own, PROGRAM_MANAGER: all },
  "decide registrations": { PROGRAM_MANAGER: all },
  "claim benefits": { PARTNER: own, PARTNER_MANAGER: own, PROGRAM_MANAGER: all },
  "decide claims": { PROGRAM_MANAGER: all },
  "request funds": { PARTNER: own, PARTNER_MANAGER: own, PROGRAM_MANAGER: all },
  "decide funds": { PROGRAM_MANAGER: all },
  "preview rewards": { PROGRAM_MANAGER: all },
  "run jobs": { PROGRAM_MANAGER: all },
  "read the audit log": { PROGRAM_MANAGER: all },
  // Counts and hashes of it.
  "verify the audit log": { PROGRAM_MANAGER: all, ANALYST: all },
});

export type Permission = Parameters<typeof policy.permits>[1];

/** Whether a viewer reads what a partner, by id, is entitled to and has earned. */
export const readsRewardsOf =
  (viewer: Viewer) =>
  (partnerId: string): boolean =>
    isUuid(partnerId) && policy.permitsFor(viewer, "read rewards", partnerId);
