import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { inLanguage, type Program, printProgram, shownToPartners } from "@tiergraph/program/document/program";
import { policy } from "../policy.js";
import type { PublishedVersion } from "./program-cache.reads.js";

/** A version as a viewer reads it: its program and source are without what the vendor keeps to itself, where it does. */
export type ReadVersion<Version extends PublishedVersion = PublishedVersion> = Version & {
  /** By which partners are judged. */
  readonly whole: Program;
  /** Whether sentences have the words that people gave for what they decided. */
  readonly quotesPeople: boolean;
};

/** Who reads, and in which language. */
export type Reader = Pick<ReadParts, "viewer" | "language">;

/** The program as the viewer reads it. */
export const programFor = ({ viewer, language }: Reader, program: Program): Program =>
  inLanguage(policy.permits(viewer, "read withheld measures") ? program : shownToPartners(program), language);

export function versionFor<Version extends PublishedVersion>(reader: Reader, version: Version): ReadVersion<Version> {
  const program = programFor(reader, version.program);
  const quotesPeople = policy.permits(reader.viewer, "read personal data");
  const before = views.get(version)?.find((view) => view.program === program && view.quotesPeople === quotesPeople);
  if (before !== undefined) return before as ReadVersion<Version>; // Kept under this version.
  const view = viewOf(version, program, quotesPeople);
  views.set(version, [...(views.get(version) ?? []), view]);
  return view;
}

/** A version has three views at most in each language: whole, as analysts read it, and as partners do. */
const views = new WeakMap<PublishedVersion, readonly ReadVersion[]>();

function viewOf<Version extends PublishedVersion>(
  version: Version,
  program: Program,
  quotesPeople: boolean,
): ReadVersion<Version> {
  // What the author wrote beside the rules may name what is kept: the document is printed anew.
  const source = isWhole(program) ? version.row.source : printed(program);
  return { ...version, program, whole: version.program, quotesPeople, row: { ...version.row, source } };
}

const isWhole = ({ whole }: Program): boolean => whole === undefined;

const texts = new WeakMap<Program, string>();

function printed(program: Program): string {
  const text = texts.get(program) ?? printProgram(program);
  texts.set(program, text);
  return text;
}
