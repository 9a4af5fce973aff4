import { z } from "zod";
import { waitUntil } from "../process/wait-until.js";
import { keptRead } from "./kept-reads.js";
import { immutableRows } from "./memory.js";
import type { ServiceName } from "./provision.js";
import type { Queryable } from "./statements.js";
import { partOf, rowOf, select, type Table } from "./table.js";

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
    return rows.map((row) => {
      const document = documents.get(row.sequence);
      if (document === undefined) throw new Error(`Program version ${row.sequence} of ${service} has no document`);
      return { ...row, ...document };
    });
  };
}

interface VersionKey {
  readonly program: string;
  readonly version: string;
}
interface VersionRow extends VersionKey {
  readonly sequence: number;
  readonly source: string;
}

/** How a service reads its copy of the published versions: each with its document, in the order of publication. */
export function programVersions<R extends VersionRow, Program>(table: Table<R>, parse: (source: string) => Program) {
  const versions = partOf(table, { without: ["source"] });
  const withDocuments = programDocuments(serviceOf(table), parse);
  const columns = `select ${select(versions)} from ${table.name}`;
  const read = async (
    db: Queryable,
    name: string,
    rest: string,
    values: unknown[] = [],
  ): Promise<(R & WithDocument<Program>)[]> => {
    const rows = await db.many(name, rowOf(versions), `${columns} ${rest}`, values);
    return (await withDocuments(db, rows as never)) as (R & WithDocument<Program>)[]; // The document brings its source.
  };
  const named = async (db: Queryable, names: readonly string[]) =>
    (await Promise.all([...new Set(names)].map((name) => ofName(db, name)))).flat();
  const ofName = keptRead("program.find-versions", (db, name: string) =>
    read(db, "program.find-versions", "where version = $1", [name]),
  );
  const find = async (db: Queryable, key: VersionKey) =>
    (await named(db, [key.version])).find(({ program }) => program === key.program) ?? null;
  return {
    find,
    /** By the version's word, which several programs may use. */
    named,
    /**
     * The version that an event names. What follows from a publication may overtake the publication's own event: waiting
     * for up to 5 s beats the queue's pause.
     *
     * @throws Error when the version stays unknown: the job comes again
     */
    async published(db: Queryable, { program, programVersion: version }: { program: string; programVersion: string }) {
      let found: (R & WithDocument<Program>) | null = null;
      const isPublished = async () => {
        found = await find(db, { program, version });
        return found !== null;
      };
      await waitUntil(isPublished, { withinMs: 5_000, everyMs: 20 });
      if (found === null) throw new Error(`Version ${version} of ${program} is not known yet`);
      return found as R & WithDocument<Program>; // Assigned in a closure, unseen by types.
    },
    /** The one that was published last; null before the first. */
    inForce: keptRead(
      "program.find-in-force",
      async (db) => (await read(db, "program.find-in-force", "order by sequence desc limit 1"))[0] ?? null,
    ),
    list: keptRead("program.list-versions", (db) => read(db, "program.list-versions", "order by sequence")),
  };
}

const serviceOf = ({ name }: { readonly name: string }) => name.split(".")[0] as ServiceName; // As `tablesOf` names it.
