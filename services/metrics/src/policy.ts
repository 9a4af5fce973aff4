import { definePolicy } from "@tiergraph/kit/identity/policy";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { isUuid } from "@tiergraph/kit/values/ids";

const own = "own";
const all = "all";

/** Who may do what in this service. A role that is not named may not. */
export const policy = definePolicy({
  "read measures": { PARTNER: own, PARTNER_MANAGER: own, PROGRAM_MANAGER: all, ANALYST: all },
  // Those who may read them; and the gateway, which finds out who has news.
  "follow events": { PARTNER: own, PARTNER_MANAGER: own, PROGRAM_MANAGER: all, ANALYST: all, GATEWAY: all },
  // What the program says that only the vendor sees, as costs are.
  "read withheld measures": { PROGRAM_MANAGER: all, ANALYST: all },
  // That one of them changed, not what it is.
  "follow withheld measures": { PROGRAM_MANAGER: all, ANALYST: all, GATEWAY: all },
  "read proposed adjustments": { PROGRAM_MANAGER: all, ANALYST: all },
  "propose adjustments": { PROGRAM_MANAGER: all },
  "decide adjustments": { PROGRAM_MANAGER: all },
  "record facts": { PROGRAM_MANAGER: all, INGEST: all },
  "correct facts": { PROGRAM_MANAGER: all, INGEST: all },
  "decide duplicates": { PROGRAM_MANAGER: all },
  "decide waiting facts": { PROGRAM_MANAGER: all },
  "read indicators": { PROGRAM_MANAGER: all, ANALYST: all },
  "read small groups": { PROGRAM_MANAGER: all },
  "read exchange rates": { PARTNER: all, PARTNER_MANAGER: all, PROGRAM_MANAGER: all, ANALYST: all },
  "export data": { PARTNER: own, PARTNER_MANAGER: own, PROGRAM_MANAGER: all, ANALYST: all },
  // The gateway, which alone can ask the whole graph, as the one who wants the export.
  "run exports": { GATEWAY: all },
  reconcile: { PROGRAM_MANAGER: all, ANALYST: all },
  "run jobs": { PROGRAM_MANAGER: all },
  "read the audit log": { PROGRAM_MANAGER: all },
  // Counts and hashes of it.
  "verify the audit log": { PROGRAM_MANAGER: all, ANALYST: all },
});

export type Permission = Parameters<typeof policy.permits>[1];

/** Whether a viewer reads what a partner, by id, measures. */
export const readsMeasuresOf =
  (viewer: Viewer) =>
  (partnerId: string): boolean =>
    isUuid(partnerId) && policy.permitsFor(viewer, "read measures", partnerId);
