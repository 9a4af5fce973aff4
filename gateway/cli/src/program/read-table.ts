import type { Row } from "@tiergraph/program/dry-run";
import { openTable } from "../import/table/open-table.js";

export type ReadTable =
  | { readonly kind: "TableRead"; readonly header: readonly string[]; readonly rows: readonly Row[] }
  | { readonly kind: "TableRefused"; readonly problems: readonly string[] }
  | { readonly kind: "Unreadable"; readonly message: string };

const MAX_PROBLEMS = 20;

/** Reads a whole CSV file; its delimiter is found from the header. Lines that are ragged or no UTF-8 refuse it. */
export async function readTable(file: string): Promise<ReadTable> {
  const opening = await openTable(file);
  if (opening.kind === "TableRefused") return { kind: "Unreadable", message: opening.message };
  const rows: Row[] = [];
  const problems: string[] = [];
  for await (const { line, cells, problem } of opening.table.lines()) {
    if (problem === null) rows.push({ line, cells });
    else if (problems.push(`line ${line}: ${problem.message}`) >= MAX_PROBLEMS) break;
  }
  return problems.length > 0
    ? { kind: "TableRefused", problems }
    : { kind: "TableRead", header: opening.table.header, rows };
}
