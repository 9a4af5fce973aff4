import type { DuplicateRow } from "./duplicate.store.js";

export const duplicateOf = (row: DuplicateRow) => ({ id: row.duplicateId, reason: row.note, row, ...row });
