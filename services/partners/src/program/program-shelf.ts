import type { Database } from "@tiergraph/kit/database/database";
import { systemViewer } from "@tiergraph/kit/identity/viewer";
import type { Program } from "@tiergraph/program/document/program";
import { publishedProgram } from "@tiergraph/program/document/published-program";
import { findProgramVersion, type ProgramVersionRow } from "./program.store.js";

export interface PublishedVersion {
  readonly row: ProgramVersionRow;
  readonly program: Program;
}

export const publishedVersionOf = (row: ProgramVersionRow): PublishedVersion => ({
  row,
  program: publishedProgram(row.source),
});

/** Published versions never change, so each is read once a process. They hold nothing of any partner. */
export function programShelf(db: Database) {
  const shelf = new Map<string, PublishedVersion>();
  /** Null for a version that was never published. */
  async function find(program: string, version: string): Promise<PublishedVersion | null> {
    const key = JSON.stringify([program, version]);
    const known = shelf.get(key);
    if (known !== undefined) return known;
    const [row] = await findProgramVersion(db.readAs(systemViewer("partners")), program, version);
    if (row === undefined) return null;
    const published = publishedVersionOf(row);
    shelf.set(key, published);
    return published;
  }
  return {
    find,
    async version(program: string, version: string): Promise<PublishedVersion> {
      const published = await find(program, version);
      if (published !== null) return published;
      throw new Error(`A decision names version ${version} of ${program}, which was never published`);
    },
  };
}
export type ProgramShelf = ReturnType<typeof programShelf>;
