import { lock, lockShared } from "@tiergraph/kit/database/advisory-locks";
import type { Queryable } from "@tiergraph/kit/database/database";
import { keptRead } from "@tiergraph/kit/database/kept-reads";
import { programDocuments, type WithDocument } from "@tiergraph/kit/database/program-documents";
import { both, type RowIn } from "@tiergraph/kit/database/shape";
import { partOf, rowOf, select } from "@tiergraph/kit/database/table";
import { by, listing } from "@tiergraph/kit/paging/listing";
import type { ListedRows } from "@tiergraph/kit/paging/page";
import { type Program, publishedProgram } from "@tiergraph/program/document/program";
import { z } from "zod";
import { programStartTable } from "./program-start.entity.js";
import { programVersionTable } from "./program-version.entity.js";

const VERSION = { without: ["source"] } as const;
const versionShape = both(
  rowOf(programVersionTable, VERSION),
  /** When it took force; null while it is only announced. */
  z.object({ startedAt: z.date().nullable() }),
);

/** A version with its document, which is read and parsed once a process. */
export type ProgramVersionRow = RowIn<typeof versionShape> & WithDocument<Program>;

const withDocuments = programDocuments("partners", publishedProgram);

const COLUMNS = `${select(programVersionTable, { ...VERSION, alias: "version" })}, start.started_at as "startedAt"`;
const VERSIONS = "partners.program_version as version left join partners.program_start as start using (sequence)";
const FROM = `from ${VERSIONS}`;

/** The version in force now: the one that started last. */
export const findProgramInForce = keptRead("program.find-in-force", async (db): Promise<ProgramVersionRow | null> => {
  const rows = await db.many(
    "program.find-in-force",
    versionShape,
    `select ${COLUMNS} ${FROM} where start.start_sequence is not null order by start.start_sequence desc limit 1`,
    [],
  );
  return (await withDocuments(db, rows))[0] ?? null;
});

/**
 * The version that judges a day that has come: of those that apply to it, the one that started last. Days before the
 * first version are judged by the first.
 */
export const findProgramInForceOn = async (db: Queryable, day: string): Promise<ProgramVersionRow | null> => {
  const rows = await db.many(
    "program.find-in-force-on",
    versionShape,
    `select ${COLUMNS} ${FROM}
     where start.start_sequence is not null
     order by version.effective_on > $1, case when version.effective_on > $1 then version.effective_on end,
       start.start_sequence desc
     limit 1`,
    [day],
  );
  return (await withDocuments(db, rows))[0] ?? null;
};

export const findProgramVersion = keptRead(
  "program.find-version",
  async (db, program: string, version: string): Promise<ProgramVersionRow[]> =>
    withDocuments(
      db,
      await db.many(
        "program.find-version",
        versionShape,
        `select ${COLUMNS} ${FROM} where version.program = $1 and version.version = $2`,
        [program, version],
      ),
    ),
);

/** Published and announced versions, the latest publication first. */
export const listProgramVersions = keptRead(
  "program.list-versions",
  async (db, limit: number): Promise<ProgramVersionRow[]> =>
    withDocuments(
      db,
      await db.many(
        "program.list-versions",
        versionShape,
        `select ${COLUMNS} ${FROM} order by version.sequence desc limit $1`,
        [limit],
      ),
    ),
);

const listedVersions = listing("program.list", {
  shape: both(versionShape, z.object({ supersededAt: z.date().nullable() })),
  select: `${COLUMNS}, (
    select later.started_at from partners.program_start as later where later.start_sequence > start.start_sequence
    order by later.start_sequence limit 1) as "supersededAt"`,
  from: VERSIONS,
  where: [],
  orderBy: by(partOf(programVersionTable, VERSION), ["sequence desc"], "version"),
  values: () => [],
});

/** Published and announced versions, the latest publication first, each with when the next one took its place. */
export const programVersionList = (db: Queryable): ListedRows<ListedVersionRow> => ({
  // A page is turned round in place: what is kept stays as it was read.
  read: async ({ position, limit, isBackward }) => [
    ...(await readListed(db, position?.[0] ?? "", limit, isBackward ? "back" : "on")),
  ],
  count: (most) => countListed(db, most),
  positionOf: listedVersions.of(db, {}).positionOf,
});

export type ListedVersionRow = ProgramVersionRow & { readonly supersededAt: Date | null };

const readListed = keptRead(
  "program.list",
  async (db, after: string, limit: number, way: "on" | "back"): Promise<ListedVersionRow[]> => {
    const place = { position: after === "" ? null : [after], limit, isBackward: way === "back" };
    return withDocuments(db, await listedVersions.of(db, {}).read(place));
  },
);
const countListed = keptRead("program.list.count", (db, most: number) => listedVersions.of(db, {}).count(most));

export interface VersionKey {
  readonly program: string;
  readonly version: string;
}

/** Named versions, each followed by the one of the same program that was published before it. */
export const findWithPredecessors = (db: Queryable, keys: readonly VersionKey[]): Promise<FoundVersionRow[]> =>
  findFollowed(db, JSON.stringify(keys.map(({ program, version }) => ({ program, version }))));

/** A version with the one that it was found for. */
export type FoundVersionRow = ProgramVersionRow & { readonly soughtVersion: string };

const findFollowed = keptRead(
  "program.find-with-predecessors",
  async (db, keys: string): Promise<FoundVersionRow[]> =>
    withDocuments(
      db,
      await db.many(
        "program.find-with-predecessors",
        both(versionShape, z.object({ soughtVersion: z.string() })),
        `select ${COLUMNS}, sought.version as "soughtVersion"
         from jsonb_to_recordset($1::jsonb) as sought (program text, version text)
         join partners.program_version as named using (program, version)
         cross join lateral (
           select known.sequence from partners.program_version as known
           where known.program = named.program and known.sequence <= named.sequence order by known.sequence desc limit 2
         ) as found
         join partners.program_version as version on version.sequence = found.sequence
         left join partners.program_start as start on start.sequence = version.sequence
         order by named.sequence, version.sequence desc`,
        [keys],
      ),
    ),
);

/** Announced versions whose day has come, in the order in which they take force. */
export const listProgramsToStart = async (db: Queryable, today: string): Promise<ProgramVersionRow[]> =>
  withDocuments(
    db,
    await db.many(
      "program.list-to-start",
      versionShape,
      `select ${COLUMNS} ${FROM}
     where start.start_sequence is null and version.effective_on <= $1 order by version.effective_on, version.sequence`,
      [today],
    ),
  );

/** One publication at a time, for the rest of the transaction. */
export const lockPrograms = (db: Queryable): Promise<void> => lock(db, "partners.programs");

/** Many may register while none publishes: a newcomer is judged by the version in force, or listed by the run of the next. */
export const lockProgramsForReading = (db: Queryable): Promise<void> => lockShared(db, "partners.programs");

/** Adds a version and answers with its place in the order of publication. */
export const addProgramVersion = (
  db: Queryable,
  row: Omit<ProgramVersionRow, "sequence" | "startedAt" | "document">,
): Promise<{ sequence: number } | null> =>
  db.maybeOne(
    "program.add-version",
    rowOf(programVersionTable, { only: ["sequence"] }),
    `insert into partners.program_version (sequence, program, version, source, published_at, published_by, effective_on)
     values ((select coalesce(max(sequence), 0) + 1 from partners.program_version), $1, $2, $3, $4, $5, $6)
     returning sequence`,
    [row.program, row.version, row.source, row.publishedAt, row.publishedBy, row.effectiveOn],
  );

/** Puts a version in force and answers with its place in the order of starts. */
export const addProgramStart = (
  db: Queryable,
  start: { readonly sequence: number; readonly startedAt: Date },
): Promise<{ startSequence: number } | null> =>
  db.maybeOne(
    "program.add-start",
    rowOf(programStartTable, { only: ["startSequence"] }),
    `insert into partners.program_start (start_sequence, sequence, started_at)
     values ((select coalesce(max(start_sequence), 0) + 1 from partners.program_start), $1, $2)
     returning start_sequence as "startSequence"`,
    [start.sequence, start.startedAt],
  );
