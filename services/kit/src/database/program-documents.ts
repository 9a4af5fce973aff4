import { z } from "zod";
import { immutableRows } from "./memory.js";
import type { ServiceName } from "./provision.js";
import type { Queryable } from "./statements.js";

/** What a program version says: as it was written, and as the engine reads it. */
export interface WithDocument<Program> {
  readonly source: string;
  readonly document: Program;
}

const sourceShape = z.object({ sequence: z.int(), source: z.string() });

/**
 * Adds the documents of program versions to their rows. Every service has the versions in a table of its own, by their
 * place in the order of publication; each document, of up to 1 MiB, is read and parsed once a process.
 *
 * @param parse the engine's, for documents that were published
 */
export function programDocuments<Program>(service: ServiceName, parse: (source: string) => Program) {
  const documentsOf = immutableRows("program version", async (db, sequences) => {
    const rows = await db.many(
      "program.find-sources",
      sourceShape,
      `select sequence, source from ${service}.program_version where sequence = any($1)`,
      [sequences],
    );
    return rows.map(({ sequence, source }) => [sequence, { source, document: parse(source) }] as const);
  });
  return async <Row extends { readonly sequence: number }>(
    db: Queryable,
    rows: readonly Row[],
  ): Promise<(Row & WithDocument<Program>)[]> => {
    const documents = await documentsOf(
      db,
      rows.map(({ sequence }) => sequence),
    );
    return rows.flatMap((row) => {
      const document = documents.get(row.sequence);
      return document === undefined ? [] : { ...row, ...document };
    });
  };
}
