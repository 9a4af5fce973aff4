import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { personOf } from "../learner/index.js";
import type { CertificationRow } from "./certification.store.js";

export const certificationOf = (row: CertificationRow) => ({
  id: encodeOwnedId({ partnerId: row.partnerId, id: row.certificationId }),
  person: personOf(row),
  level: row.level,
  issuedOn: row.issuedOn,
  expiresOn: row.expiresOn,
  courseVersion: row.courseVersion,
  countsFrom: row.countsFrom,
  checkCode: row.checkCode,
  endedBecause: row.endedBecause,
  row,
});
export type CertificationNode = ReturnType<typeof certificationOf>;
