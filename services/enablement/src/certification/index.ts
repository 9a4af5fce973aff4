export { carryOver } from "./carry-over.js";
export { certificationTable } from "./certification.entity.js";
export {
  Certification,
  CertificationConnection,
  type CertificationNodes,
  CertificationResolver,
} from "./certification.graphql.js";
export { type CertificationReads, certificationReads } from "./certification.reads.js";
export {
  addCertifications,
  CERTIFICATION_COLUMNS,
  type CertificationRow,
  endCertificationsOfPerson,
  endCertificationsOfVersion,
  findLatestCertifications,
  HOLDS_ON,
  listHeldAfter,
  NOT_OUTLASTED,
} from "./certification.store.js";
export { certificationInEvent } from "./certification-in-event.js";
export { type CertificationNode, certificationOf } from "./certification-node.js";
export { certify, isValidOn, type Mint } from "./certify.js";
export { CheckCertificationResolver } from "./check-certification.graphql.js";
export { newCheckCode } from "./check-code.js";
