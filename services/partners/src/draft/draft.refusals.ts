import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";
import type { Problem } from "@tiergraph/program/document/notation";

export const draftRefusals = refusalTable("draft", {
  DocumentInvalid: {
    at: ["source"],
    message: "{message}",
    values: ({ message }: Problem) => ({ message }),
    meaning: "The text is not a program document; `path` and `line` say where.",
  },
  VersionTaken: {
    at: ["source"],
    message: "Version {version} of {program} has been published.",
    values: ({ program, version }: { program: string; version: string }) => ({ version, program }),
    meaning: "This version has been published: a draft needs another.",
  },
  DraftChanged: {
    at: ["revision"],
    message: "The draft is at revision {revision}: read it, and save on top of that.",
    values: ({ revision }: { revision: number }) => ({ revision }),
    meaning: "The draft is at another revision, or there is none: read it, and save on top of that.",
  },
  DraftUnknown: {
    code: "DRAFT_CHANGED",
    at: ["revision"],
    message: "There is no such draft: leave the revision out to save a new one.",
  },
});
export type DraftRefusal = RefusalOf<typeof draftRefusals>;

/** Where in the document a refusal is that does not carry it. */
export const draftPaths = { VersionTaken: "version" };
