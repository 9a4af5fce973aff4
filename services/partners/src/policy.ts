import { definePolicy } from "@tiergraph/kit/identity/policy";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { isUuid } from "@tiergraph/kit/values/ids";

const own = "own";
const all = "all";

/** Who may do what in this service. A role that is not named may not. */
export const policy = definePolicy({
  "read yourself": { PARTNER: all, PARTNER_MANAGER: all, PROGRAM_MANAGER: all, ANALYST: all, INGEST: all },
  "read partners": { PARTNER: own, PARTNER_MANAGER: own, PROGRAM_MANAGER: all, ANALYST: all },
  // Those who may read them; and the gateway, which finds out who has news.
  "follow events": { PARTNER: own, PARTNER_MANAGER: own, PROGRAM_MANAGER: all, ANALYST: all, GATEWAY: all },
  // The gateway, for tokens that name partners by code.
  "find partners by code": { GATEWAY: all },
  "read personal data": { PARTNER: own, PARTNER_MANAGER: own, PROGRAM_MANAGER: all },
  "read the program": { PARTNER: own, PARTNER_MANAGER: own, PROGRAM_MANAGER: all, ANALYST: all },
  // What the program says that only the vendor sees, as costs are.
  "read withheld measures": { PROGRAM_MANAGER: all, ANALYST: all },
  "read operations": { PROGRAM_MANAGER: all, ANALYST: all },
  "register partners": { PROGRAM_MANAGER: all, INGEST: all },
  "register people": { PROGRAM_MANAGER: all, PARTNER_MANAGER: own, INGEST: all },
  // Between partners, so that nobody who is bound to some moves people of theirs away or to them.
  "move people": { PROGRAM_MANAGER: all },
  "publish programs": { PROGRAM_MANAGER: all },
  "place partners": { PROGRAM_MANAGER: all },
  "request overrides": { PARTNER_MANAGER: own, PROGRAM_MANAGER: all },
  "decide overrides": { PROGRAM_MANAGER: all },
  "review partners": { PARTNER_MANAGER: own, PROGRAM_MANAGER: all },
  "read governance": { PARTNER: own, PARTNER_MANAGER: own, PROGRAM_MANAGER: all, ANALYST: all },
  "read cohorts": { PROGRAM_MANAGER: all, ANALYST: all },
  "save cohorts": { PROGRAM_MANAGER: all },
  "verify decisions": { PROGRAM_MANAGER: all, ANALYST: all },
  "run jobs": { PROGRAM_MANAGER: all },
  "read the audit log": { PROGRAM_MANAGER: all },
  // Counts and hashes of it.
  "verify the audit log": { PROGRAM_MANAGER: all, ANALYST: all },
});

export type Permission = Parameters<typeof policy.permits>[1];

/** Of some partners, by id, those that a viewer may read. */
export const visibleTo =
  (viewer: Viewer) =>
  (partnerIds: readonly string[]): string[] =>
    partnerIds.filter((partnerId) => isUuid(partnerId) && policy.permitsFor(viewer, "read partners", partnerId));
