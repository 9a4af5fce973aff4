import type { EventBody } from "@tiergraph/schema/events";
import type { CertificationRow } from "./certification.store.js";

/** A certification as it is published to other services: it holds for its partner from the day that it counts from. */
export const certificationInEvent = ({
  partnerId,
  certificationId,
  personId,
  course,
  level,
  role,
  issuedOn,
  countsFrom,
  expiresOn,
}: CertificationRow): EventBody<"CertificationsChanged">["certifications"][number] => ({
  partnerId,
  certificationId,
  personId,
  course,
  level,
  role,
  expiresOn,
  issuedOn: countsFrom ?? issuedOn,
});
