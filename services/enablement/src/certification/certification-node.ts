import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { personOf } from "../learner/index.js";
import type { CertificationRow } from "./certification.store.js";

/** Ids are written where they are asked for. */
export const certificationOf = (row: CertificationRow) => ({
  ...row,
  get id() {
    return encodeOwnedId({ partnerId: row.partnerId, id: row.certificationId });
  },
  get person() {
    return personOf(row);
  },
  row,
});
export type CertificationNode = ReturnType<typeof certificationOf>;
