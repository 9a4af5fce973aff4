import type { DuplicateRow } from "./duplicate.store.js";

export const duplicateOf = (row: DuplicateRow) => ({ ...row, id: row.duplicateId, row });
