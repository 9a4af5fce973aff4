import type { ExportRow } from "./export.entity.js";

export const exportOf = (row: ExportRow) => ({ id: row.exportId, rows: row.rowCount, row, ...row });
