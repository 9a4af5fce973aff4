import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { personOf } from "../learner/index.js";
import type { CertificationRow } from "./certification.store.js";

export const certificationOf = (row: CertificationRow) => ({
  id: encodeOwnedId("Certification", { partnerId: row.partnerId, id: row.certificationId }),
  person: personOf(row),
  row,
  ...row,
});
export type CertificationNode = ReturnType<typeof certificationOf>;
