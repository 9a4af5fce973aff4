import { definePolicy } from "@tiergraph/kit/identity/policy";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { decodeOwnedId, isUuid } from "@tiergraph/kit/values/ids";

const own = "own";
const all = "all";

/** Who may do what in this service. A role that is not named may not. */
export const policy = definePolicy({
  "read courses": { PARTNER: own, PARTNER_MANAGER: own, PROGRAM_MANAGER: all, ANALYST: all },
  "read training": { PARTNER: own, PARTNER_MANAGER: own, PROGRAM_MANAGER: all, ANALYST: all },
  "enroll people": { PARTNER: own, PARTNER_MANAGER: own, PROGRAM_MANAGER: all, INGEST: all },
  // Certifications count towards tiers, so that partners do not record their own.
  "record training": { PARTNER_MANAGER: own, PROGRAM_MANAGER: all, INGEST: all },
  "take assessments": { PARTNER: own, PARTNER_MANAGER: own, PROGRAM_MANAGER: all },
  "publish assessments": { PROGRAM_MANAGER: all },
  "work on onboarding": { PARTNER: own, PARTNER_MANAGER: own, PROGRAM_MANAGER: all },
  "work for the vendor": { PARTNER_MANAGER: own, PROGRAM_MANAGER: all },
  "read overviews": { PROGRAM_MANAGER: all, ANALYST: all },
  "read managers": { PROGRAM_MANAGER: all, ANALYST: all },
  "manage managers": { PROGRAM_MANAGER: all },
  "read content": { PARTNER: own, PARTNER_MANAGER: own, PROGRAM_MANAGER: all, ANALYST: all },
  "note readings": { PARTNER: own, PARTNER_MANAGER: own, PROGRAM_MANAGER: all },
  // By all partners, so that nobody learns of one from another's.
  "read content use": { PROGRAM_MANAGER: all, ANALYST: all },
  "write content": { PROGRAM_MANAGER: all },
  "run validations": { PARTNER: own, PARTNER_MANAGER: own, PROGRAM_MANAGER: all },
  "lease sandboxes": { PARTNER: own, PARTNER_MANAGER: own, PROGRAM_MANAGER: all },
  // The holder of the key of one.
  "use sandboxes": { PARTNER: own, PARTNER_MANAGER: own, PROGRAM_MANAGER: all },
  "play simulations": { PARTNER: own, PARTNER_MANAGER: own, PROGRAM_MANAGER: all },
  "publish scenarios": { PROGRAM_MANAGER: all },
  "book sessions": { PARTNER: own, PARTNER_MANAGER: own, PROGRAM_MANAGER: all },
  "record attendance": { PARTNER_MANAGER: own, PROGRAM_MANAGER: all },
  "plan sessions": { PROGRAM_MANAGER: all },
  "serve addresses": { GATEWAY: all },
  // The gateway, for the one who has a code.
  "check certificates": { PARTNER: own, PARTNER_MANAGER: own, PROGRAM_MANAGER: all, ANALYST: all, GATEWAY: all },
  "run jobs": { PROGRAM_MANAGER: all },
  "read the audit log": { PROGRAM_MANAGER: all },
  // Counts and hashes of it.
  "verify the audit log": { PROGRAM_MANAGER: all, ANALYST: all },
});

export type Permission = Parameters<typeof policy.permits>[1];

/** Whether a viewer reads the training of a partner, by id. */
export const readsTrainingOf =
  (viewer: Viewer) =>
  (partnerId: string): boolean =>
    isUuid(partnerId) && policy.permitsFor(viewer, "read training", partnerId);

/** The person that a public id names; null where the viewer may not read that person. */
export const readablePersonOf =
  (viewer: Viewer) =>
  (id: string): { partnerId: string; personId: string }[] => {
    const owned = decodeOwnedId(id);
    return owned !== null && readsTrainingOf(viewer)(owned.partnerId)
      ? [{ partnerId: owned.partnerId, personId: owned.id }]
      : [];
  };
