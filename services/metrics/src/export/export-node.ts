import type { ExportRow } from "./export.entity.js";

export const exportOf = (row: ExportRow) => ({ ...row, id: row.exportId, rows: row.rowCount, row });
