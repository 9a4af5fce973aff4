import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { type Program, printProgram, shownToPartners } from "@tiergraph/program/document/program";
import { policy } from "../policy.js";
import type { PublishedVersion } from "./program-cache.reads.js";

/** A version as a viewer reads it: its program and source are without what the vendor keeps to itself, where it does. */
export type ReadVersion<Version extends PublishedVersion = PublishedVersion> = Version & {
  /** By which partners are judged. */
  readonly whole: Program;
};

/** The program as the viewer reads it. */
export const programFor = (viewer: Viewer, program: Program): Program =>
  policy.permits(viewer, "read withheld measures") ? program : shownToPartners(program);

export function versionFor<Version extends PublishedVersion>(viewer: Viewer, version: Version): ReadVersion<Version> {
  const program = programFor(viewer, version.program);
  const before = views.get(version)?.find((view) => view.program === program);
  if (before !== undefined) return before as ReadVersion<Version>; // Kept under this version.
  const view = viewOf(version, program);
  views.set(version, [...(views.get(version) ?? []), view]);
  return view;
}

/** A version has two views at most: whole, and as partners read it. */
const views = new WeakMap<PublishedVersion, readonly ReadVersion[]>();

function viewOf<Version extends PublishedVersion>(version: Version, program: Program): ReadVersion<Version> {
  // What the author wrote beside the rules may name what is kept: the document is printed anew.
  const source = program === version.program ? version.row.source : printed(program);
  return { ...version, program, whole: version.program, row: { ...version.row, source } };
}

const texts = new WeakMap<Program, string>();

function printed(program: Program): string {
  const text = texts.get(program) ?? printProgram(program);
  texts.set(program, text);
  return text;
}
