import type { LearnerKey } from "../learner/index.js";
import type { CertificationRow } from "./certification.store.js";

/** A certification at the partner that its person moved to: the same, its check code too, from the day of the move on. */
export const carryOver = (
  held: CertificationRow,
  { to, on, newId }: { to: LearnerKey; on: string; newId: () => string },
): CertificationRow => ({
  ...held,
  partnerId: to.partnerId,
  personId: to.personId,
  certificationId: newId(),
  countsFrom: on > held.issuedOn ? on : held.issuedOn,
});
