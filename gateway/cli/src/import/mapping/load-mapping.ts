import fs from "node:fs/promises";
import path from "node:path";
import type { ImportKind } from "../kinds.js";
import { type Lookup, loadLookup } from "./load-lookup.js";
import { joinMapping, lookupsOf, type Mapping, type MappingPart } from "./mapping.js";
import { MAX_MAP_FILE_CHARACTERS, parseMapFile } from "./parse-map-file.js";
import { isMapPairs, parseMapPairs } from "./parse-map-pairs.js";

export interface MappingRequest {
  readonly kind: ImportKind;
  /** The values of `--map`, in their order: files or pairs. */
  readonly maps: readonly string[];
  /** The values of `--lookup`: from a lookup's name to its file. */
  readonly lookupFiles: ReadonlyMap<string, string>;
  /** Where relative file names count from. */
  readonly directory: string;
  /** The file to import: lookups are sought beside it too. */
  readonly imported: string;
}

export type MappingLoading =
  | { readonly kind: "MappingLoaded"; readonly mapping: Mapping; readonly lookups: ReadonlyMap<string, Lookup> }
  | { readonly kind: "MappingRefused"; readonly problems: readonly string[] };

/** Reads all that `--map` and `--lookup` name. Every problem is returned, with the file that it is in. */
export async function loadMapping(request: MappingRequest): Promise<MappingLoading> {
  const { kind, maps, directory, imported } = request;
  const parts: MappingPart[] = [];
  const problems: string[] = [];
  const lookupDirectories = [path.dirname(imported)];
  for (const written of maps) {
    const isPairs = isMapPairs(written);
    const file = path.resolve(directory, written);
    if (!isPairs) lookupDirectories.unshift(path.dirname(file));
    const reading = isPairs ? parseMapPairs(written, kind) : await readMapFile(file, kind);
    if (reading.kind === "PartRead") parts.push(reading.part);
    else problems.push(...reading.problems.map((problem) => `${isPairs ? "--map" : written}: ${problem}`));
  }
  if (problems.length > 0) return { kind: "MappingRefused", problems };
  const joining = joinMapping(kind, parts);
  if (joining.kind === "MappingRefused") return joining;
  return loadLookups(joining.mapping, { ...request, lookupDirectories });
}

async function readMapFile(file: string, kind: ImportKind) {
  try {
    const { size } = await fs.stat(file);
    if (size > 4 * MAX_MAP_FILE_CHARACTERS)
      return { kind: "PartRefused", problems: ["It is too large for a mapping."] } as const;
    return parseMapFile(await fs.readFile(file, "utf8"), kind);
  } catch (error) {
    const problem = `It cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    return { kind: "PartRefused", problems: [problem] } as const;
  }
}

async function loadLookups(
  mapping: Mapping,
  { lookupFiles, lookupDirectories, directory }: MappingRequest & { lookupDirectories: readonly string[] },
): Promise<MappingLoading> {
  const strange = [...lookupFiles.keys()].find((name) => !mapping.lookups.has(name));
  if (strange !== undefined)
    return { kind: "MappingRefused", problems: [`--lookup ${strange}: the mapping has no such lookup.`] };
  const used = lookupsOf(mapping);
  const lookups = new Map<string, Lookup>();
  const problems: string[] = [];
  for (const [name, { file, match }] of mapping.lookups) {
    const takes = [...new Set(used.filter(({ lookup }) => lookup === name).map(({ take }) => take))];
    if (takes.length === 0) continue;
    const given = lookupFiles.get(name);
    const found =
      given === undefined
        ? await firstFile(lookupDirectories.map((at) => path.resolve(at, file)))
        : path.resolve(directory, given);
    const loading = await loadLookup(found, { match, takes });
    if (loading.kind === "LookupLoaded") lookups.set(name, loading.lookup);
    else problems.push(`Lookup ${name}: ${loading.message} --lookup ${name}=FILE names another file.`);
  }
  return problems.length > 0 ? { kind: "MappingRefused", problems } : { kind: "MappingLoaded", mapping, lookups };
}

/** The first that exists, else the first, so that the refusal names the place that was meant. */
async function firstFile(files: readonly string[]): Promise<string> {
  for (const file of files)
    if (
      await fs.access(file).then(
        () => true,
        () => false,
      )
    )
      return file;
  return files[0] ?? "";
}
