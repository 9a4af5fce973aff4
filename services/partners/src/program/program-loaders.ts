import { dayOf } from "@tiergraph/kit/process/clock";
import { workedExamples } from "@tiergraph/program/examples";
import type { LoaderParts } from "../loaders.js";
import { checkDocument } from "./check-document.js";
import { listDrafts } from "./draft.store.js";
import { findProgramInForce, findProgramVersion, listProgramVersions } from "./program.store.js";
import { publishedVersionOf } from "./program-shelf.js";
import { programFor, versionFor } from "./read-version.js";
import { type DatedVersion, datedVersions, differencesOf, versionOn } from "./version-states.js";

const MAX_LISTED = 100;

/** How the resolvers of one request read programs. */
export function createProgramLoaders({ db, viewer, clock }: Pick<LoaderParts, "db" | "viewer" | "clock">) {
  const reader = db.readAs(viewer);
  const versions = async () =>
    datedVersions((await listProgramVersions(reader, MAX_LISTED)).map(publishedVersionOf)).map((version) =>
      versionFor(viewer, version),
    );
  const versionInForce = async () => {
    const row = await findProgramInForce(reader);
    return row === null ? null : versionFor(viewer, publishedVersionOf(row));
  };
  return {
    /** The version that judges a day; today where null, which reads that one only. */
    programOn: async (day: string | null): Promise<DatedVersion | null> => {
      if (day !== null) return versionOn(await versions(), day, dayOf(clock.now()));
      const inForce = await versionInForce();
      return inForce === null ? null : { ...inForce, state: "IN_FORCE", supersededAt: null };
    },
    workedExamples: async (program: string, version: string) => {
      const [row] = await findProgramVersion(reader, program, version);
      return row === undefined ? "" : workedExamples(programFor(viewer, publishedVersionOf(row).program));
    },
    differencesOf: async (program: string, version: string) => differencesOf(await versions(), { program, version }),
    programVersion: async (program: string, version: string) =>
      (await versions()).find(({ row }) => row.program === program && row.version === version) ?? null,
    programVersions: versions,
    reviewForms: async () => {
      const reviews = (await versionInForce())?.program.reviews ?? [];
      return reviews.map((form) => ({ ...form, questions: [...form.questions] }));
    },
    drafts: () => listDrafts(reader, MAX_LISTED),
    checkedDocument: async (source: string) => {
      const published = await versions();
      return checkDocument(source, (name) => published.find(({ program }) => program.name === name)?.program ?? null);
    },
  };
}
