import { type ExportRow } from "./export.entity.js";

export const exportOf = (row: ExportRow) => ({
  id: row.exportId,
  name: row.name,
  rows: row.rowCount,
  problem: row.problem,
  row,
  format: row.format,
  state: row.state,
  requestedAt: row.requestedAt,
  endedAt: row.endedAt,
  expiresAt: row.expiresAt,
});
