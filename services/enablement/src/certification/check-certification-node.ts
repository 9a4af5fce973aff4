import type { CertificationRow } from "./certification.store.js";
import { isValidOn } from "./certify.js";

export const checkedCertificationOf = (row: CertificationRow, title: string, today: string) => ({
  checkCode: row.checkCode,
  course: row.course,
  title,
  level: row.level,
  issuedOn: row.issuedOn,
  expiresOn: row.expiresOn,
  isValid: isValidOn(row, today),
});
