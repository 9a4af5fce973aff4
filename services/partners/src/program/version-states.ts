import type { Difference } from "@tiergraph/program/document/notation";
import { differencesBetween } from "@tiergraph/program/document/program";
import type { PublishedVersion } from "./program-cache.reads.js";

/** A published version with its place among the others. */
export interface DatedVersion extends PublishedVersion {
  readonly state: "ANNOUNCED" | "IN_FORCE" | "SUPERSEDED";
  readonly supersededAt: Date | null;
}

/** Dates versions, given and answered with the latest publication first. */
export function datedVersions(versions: readonly PublishedVersion[]): DatedVersion[] {
  const started = versions.filter(({ row }) => row.startedAt !== null).sort(lastStartedFirst);
  return versions.map((version) => {
    const place = started.indexOf(version);
    return {
      ...version,
      state: place === -1 ? "ANNOUNCED" : place === 0 ? "IN_FORCE" : "SUPERSEDED",
      supersededAt: place > 0 ? (started[place - 1]?.row.startedAt ?? null) : null,
    };
  });
}

/**
 * Where a version differs from the one of the same program that was published before it; nothing for the first.
 * Versions are given with the latest publication first.
 */
export function differencesOf(
  versions: readonly PublishedVersion[],
  { program: name, version: label }: { readonly program: string; readonly version: string },
): Difference[] {
  const index = versions.findIndex(({ row }) => row.program === name && row.version === label);
  const version = versions[index];
  const predecessor = versions.slice(index + 1).find(({ program }) => program.name === name);
  return version === undefined || predecessor === undefined
    ? []
    : differencesBetween(predecessor.program, version.program);
}

/**
 * The version that judges a day: for one that has come, of those that apply to it the one that started last (days
 * before the first are judged by it); for one to come, the last announced for it, if any.
 */
export function versionOn(versions: readonly DatedVersion[], day: string, today: string): DatedVersion | null {
  const announced = versions
    .filter(({ state, row }) => day > today && state === "ANNOUNCED" && row.effectiveOn <= day)
    .sort((a, b) => (a.row.effectiveOn < b.row.effectiveOn ? 1 : -1));
  if (announced[0] !== undefined) return announced[0];
  const started = versions.filter(({ state }) => state !== "ANNOUNCED").sort(lastStartedFirst);
  const applying = started.find(({ row }) => row.effectiveOn <= day);
  return applying ?? started.reduce<DatedVersion | null>(earlierEffect, null);
}

const lastStartedFirst = (a: PublishedVersion, b: PublishedVersion): number =>
  (b.row.startedAt?.getTime() ?? 0) - (a.row.startedAt?.getTime() ?? 0) || b.row.sequence - a.row.sequence;

const earlierEffect = (first: DatedVersion | null, version: DatedVersion): DatedVersion =>
  first === null || version.row.effectiveOn < first.row.effectiveOn ? version : first;
