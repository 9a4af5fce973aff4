import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { promiseCache } from "@tiergraph/kit/values/promise-cache";
import type { Program } from "@tiergraph/program/document/program";
import { findProgramVersion, type ProgramVersionRow } from "./program.store.js";

export interface PublishedVersion {
  readonly row: ProgramVersionRow;
  readonly program: Program;
}

export const publishedVersionOf = (row: ProgramVersionRow): PublishedVersion => ({
  row,
  program: row.document,
});

const MAX_KEPT = 256;

/** Published versions never change, so each is read once a process. They hold nothing of any partner. */
export function programCache(db: Database) {
  const cached = promiseCache(
    async ([program, version]: readonly [string, string]): Promise<PublishedVersion | null> => {
      const [row] = await findProgramVersion(db.readAs(systemViewer("partners")), program, version);
      return row === undefined ? null : publishedVersionOf(row);
    },
    { keyText: (key) => JSON.stringify(key), limit: MAX_KEPT },
  );
  /** Null for a version that was never published. */
  const find = (program: string, version: string) => cached([program, version]);
  return {
    find,
    async version(program: string, version: string): Promise<PublishedVersion> {
      const published = await find(program, version);
      if (published !== null) return published;
      throw new Error(`A decision names version ${version} of ${program}, which was never published`);
    },
  };
}
export type ProgramCache = ReturnType<typeof programCache>;
