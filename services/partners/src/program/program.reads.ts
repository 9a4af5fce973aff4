import type { Queryable } from "@tiergraph/kit/database/database";
import { type PageRequest, readPage } from "@tiergraph/kit/paging/page";
import { loaderOfMany } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { decodeNamedId, readNamedId } from "@tiergraph/kit/values/named-id";
import { decodeTierId } from "@tiergraph/program/document/tiers";
import { workedExamples } from "@tiergraph/program/examples";
import { DEFAULT_LANGUAGE } from "@tiergraph/schema/messages";
import {
  findProgramInForce,
  findProgramVersion,
  findWithPredecessors,
  type ListedVersionRow,
  listProgramVersions,
  programVersionList,
  type VersionKey,
} from "./program.store.js";
import { publishedVersionOf } from "./program-cache.reads.js";
import { differenceNode, programNode, tierNode } from "./program-node.js";
import { programFor, type Reader, type ReadVersion, versionFor } from "./read-version.js";
import { type DatedVersion, datedVersions, differencesOf, versionOn } from "./version-states.js";

const MAX_LISTED = 100;

/** The version in force as a viewer reads it; null before the first. */
export async function programInForceFor(reader: Queryable, by: Reader): Promise<ReadVersion | null> {
  const row = await findProgramInForce(reader);
  return row === null ? null : versionFor(by, publishedVersionOf(row));
}

/** Published and announced versions as a viewer reads them, the latest publication first, at most 100. */
export const programVersionsFor = async (reader: Queryable, by: Reader) =>
  datedVersions((await listProgramVersions(reader, MAX_LISTED)).map(publishedVersionOf)).map((version) =>
    versionFor(by, version),
  );

/** A version with its place among the others, which the next one that took force decides. */
const datedVersionOf = ({ supersededAt, ...row }: ListedVersionRow): DatedVersion => ({
  ...publishedVersionOf(row),
  state: row.startedAt === null ? "ANNOUNCED" : supersededAt === null ? "IN_FORCE" : "SUPERSEDED",
  supersededAt,
});

export function programReads({ reader, viewer, language, today, cursors }: ReadParts) {
  const by = { viewer, language };
  /** Differences and examples are written in English only, and name what they are about in it. */
  const byInEnglish = { viewer, language: DEFAULT_LANGUAGE };
  const withPredecessor = loaderOfMany(
    (keys: readonly VersionKey[]) => findWithPredecessors(reader, keys),
    ({ program, soughtVersion }) => JSON.stringify([program, soughtVersion]),
    ({ program, version }: VersionKey) => JSON.stringify([program, version]),
  );
  const versions = () => programVersionsFor(reader, by);
  /** The version that judges a day; today where null, which reads that one only. */
  const programOn = async (day: string | null) => {
    if (day !== null) return versionOn(await versions(), day, today);
    const inForce = await programInForceFor(reader, by);
    return inForce === null ? null : { ...inForce, state: "IN_FORCE" as const, supersededAt: null };
  };
  const programVersion = async (program: string, version: string) => {
    const found = (await versions()).find(({ row }) => row.program === program && row.version === version);
    return found === undefined ? null : programNode(found);
  };
  return {
    program: async (day: string | null) => {
      const version = await programOn(day);
      return version === null ? null : programNode(version);
    },
    tiers: async () => {
      const version = await programOn(null);
      return version === null ? [] : programNode(version).tiers;
    },
    tier: async (id: string) => {
      const key = decodeTierId(id);
      if (key === null) return null;
      const [row] = await findProgramVersion(reader, key.program, key.version);
      const program = row === undefined ? null : programFor(by, publishedVersionOf(row).program);
      return program?.tiers.some(({ name }) => name === key.tier) ? tierNode(program, key.tier) : null;
    },
    programVersions: (request: PageRequest) =>
      readPage(cursors, viewer, {
        list: "program-versions",
        request,
        rows: programVersionList(reader),
        nodeOf: (row) => programNode(versionFor(by, datedVersionOf(row))),
      }),
    programVersion,
    programOfId: async (id: string) => {
      const key = decodeNamedId("Program", id);
      return key === null ? null : programVersion(...key);
    },
    /** Whether the program has what an id names and another subgraph shows: a benefit, a course, a learning path. */
    isInProgram: async (id: string) => {
      const { type, names: [name = "", version = "", benefit = ""] = [] } = readNamedId(id) ?? {};
      const isNamed = (parts: readonly { readonly name: string }[], wanted: string) =>
        parts.some((part) => part.name === wanted);
      switch (type) {
        case "Benefit": {
          const [row] = await findProgramVersion(reader, name, version);
          return row !== undefined && isNamed(row.document.benefits, benefit);
        }
        case "Course":
          return (await versions()).some(({ program }) => isNamed(program.courses, name));
        case "LearningPath":
          return isNamed((await programInForceFor(reader, by))?.program.paths ?? [], name);
        default:
          return false;
      }
    },
    workedExamples: async (program: string, version: string) => {
      const [row] = await findProgramVersion(reader, program, version);
      return row === undefined ? "" : workedExamples(programFor(byInEnglish, publishedVersionOf(row).program));
    },
    differencesOf: async (program: string, version: string) => {
      const found = (await withPredecessor.load({ program, version })).map(publishedVersionOf);
      const read = found.map((one) => versionFor(byInEnglish, one));
      return differencesOf(read, { program, version }).map(differenceNode);
    },
  };
}
export type ProgramReads = ReturnType<typeof programReads>;
