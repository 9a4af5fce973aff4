import fs from "node:fs/promises";
import { z } from "zod";

/** What an import was of: it is resumed only where all of it is the same. */
export interface ImportIdentity {
  readonly kind: string;
  /** Of the file's content. */
  readonly sha256: string;
  /** Of the mapping, its lookups and formats. */
  readonly mapping: string;
  readonly url: string;
}

const checkpoint = z.strictObject({
  kind: z.string(),
  sha256: z.string(),
  mapping: z.string(),
  url: z.string(),
  lastLine: z.int().min(0),
  linesRead: z.int().min(0),
  linesSkipped: z.int().min(0),
  linesRefused: z.int().min(0),
  counts: z.record(z.string(), z.int().min(0)),
  refusedBytes: z.int().min(0),
});

/** How far an import came. */
export type Checkpoint = Omit<z.infer<typeof checkpoint>, keyof ImportIdentity>;

export interface ResumeFile {
  /** Written whole or not at all, so that a crash leaves the one before. */
  keep(checkpoint: Checkpoint): Promise<void>;
  remove(): Promise<void>;
}

export const openResumeFile = (file: string, identity: ImportIdentity): ResumeFile => ({
  keep: async (reached) => {
    await fs.writeFile(`${file}.new`, JSON.stringify({ ...identity, ...reached }));
    await fs.rename(`${file}.new`, file);
  },
  remove: () => fs.rm(file, { force: true }),
});

export type ResumeReading =
  | { readonly kind: "Resumes"; readonly from: Checkpoint }
  /** No import of it was interrupted. */
  | { readonly kind: "NothingToResume" }
  | { readonly kind: "ResumeRefused"; readonly message: string };

/** Reads where an interrupted import left off. Refused: one of another file, mapping or graph. */
export async function readResumeFile(file: string, identity: ImportIdentity): Promise<ResumeReading> {
  const text = await fs.readFile(file, "utf8").catch(() => null);
  if (text === null) return { kind: "NothingToResume" };
  const parsed = checkpoint.safeParse(jsonOf(text));
  const again = `Without --resume the import begins again, which is safe: what is known is left alone.`;
  if (!parsed.success) return { kind: "ResumeRefused", message: `${file} is no checkpoint of an import. ${again}` };
  const { kind, sha256, mapping, url, ...from } = parsed.data;
  const differing = [
    kind === identity.kind ? [] : "what is imported",
    sha256 === identity.sha256 ? [] : "the file",
    mapping === identity.mapping ? [] : "the mapping",
    url === identity.url ? [] : "the graph",
  ].flat();
  return differing.length === 0
    ? { kind: "Resumes", from }
    : { kind: "ResumeRefused", message: `${file} is of another import: ${differing.join(" and ")} changed. ${again}` };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
