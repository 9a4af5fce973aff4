import type { DuplicateRow } from "./duplicate.store.js";

export const duplicateOf = (row: DuplicateRow) => ({
  id: row.duplicateId,
  state: row.state,
  foundAt: row.foundAt,
  decidedAt: row.decidedAt,
  decidedBy: row.decidedBy,
  note: row.note,
  row,
});
