import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";
import type { PlacedFinding } from "@tiergraph/program/check";
import type { Difference, Problem } from "@tiergraph/program/document/notation";
import { differenceInWords } from "@tiergraph/program/document/program";
import { asDay } from "@tiergraph/schema/messages";

interface Notice {
  readonly earliest: string;
  /** On the first day of a program a second person may correct what the first published. */
  readonly mayAnother: boolean;
}

export const publicationRefusals = refusalTable("publication", {
  DocumentInvalid: {
    at: ["source"],
    message: "{message}",
    values: ({ message }: Problem) => ({ message }),
    meaning: "The text is not a program document; `path` and `line` say where.",
  },
  /** A version is published once; what changes, or comes back, is a new version. */
  VersionTaken: {
    at: ["source"],
    message: "Version {version} of {program} was published before: give what is to follow it a new version.",
    values: ({ program, version }: { program: string; version: string }) => ({ version, program }),
    meaning: "This version was published before: what changes is a new version.",
  },
  /** Facts were recorded in the currency in force; what they come to in another is not known. */
  CurrencyChanges: {
    at: ["source"],
    message: "The program in force counts in {inForce}, and so do the facts: a program in {currency} cannot follow it.",
    values: ({ inForce, currency }: { inForce: string; currency: string }) => ({ inForce, currency }),
    meaning: "The program in force counts in another currency, and so do the facts.",
  },
  /** The check found what no program may be published with. */
  CheckFailed: {
    at: ["source"],
    message: "{message} {remedy}",
    values: ({ message, remedy }: PlacedFinding) => ({ message, remedy }),
    meaning: "The check found an error that no program may have.",
  },
  /** Thresholds or benefits differ from the version before without a reason. */
  ReasonMissing: {
    at: ["source"],
    message: "{difference}: say why under `changes`, as '{' at: {path}, because: … '}'.",
    values: ({ path, difference }: { path: string; difference: Difference }) => ({
      path,
      difference: differenceInWords(difference),
    }),
    meaning: "A threshold or a benefit changes, and the document does not say why under `changes`.",
  },
  /** The version in force promises to announce what follows it earlier. */
  NoticeTooShort: {
    at: ["effectiveOn"],
    message:
      "The program in force promises notice: the next version may take force on {earliest} at the earliest.{mayAnother, select, true { On this first day another person may correct it at once.} other {}}",
    values: ({ earliest, mayAnother }: Notice) => ({ earliest: asDay(earliest), mayAnother }),
    meaning: "The program in force promises to announce what follows it earlier.",
  },
  /** Another version was in force on days that this one would judge, and paid their deals. */
  PastNotConfirmed: {
    at: ["changesPast"],
    message:
      "Deals since {effectiveOn} would be paid by this version, and what was paid for them before would be corrected. A dry run shows how many deals and how much money; `changesPast` confirms it.",
    values: ({ effectiveOn }: { effectiveOn: string }) => ({ effectiveOn: asDay(effectiveOn) }),
    meaning: "Deals that were paid by another version would be paid by this one: confirm it with `changesPast`.",
  },
});
export type PublicationRefusal = RefusalOf<typeof publicationRefusals>;

/** Where in the document a refusal is that does not carry it. */
export const publicationPaths = { VersionTaken: "version", CurrencyChanges: "currency" };
