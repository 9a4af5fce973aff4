import { checkProgram, type PlacedFinding, withLines } from "@tiergraph/program/check";
import type { Difference } from "@tiergraph/program/document/notation";
import { differencesBetween, type Program } from "@tiergraph/program/document/program";
import { knownCalendarDate } from "@tiergraph/program/exact";
import { addLength } from "@tiergraph/program/place";
import { type DocumentRefused, type PublishedVersion } from "../program/index.js";

export type PublicationRefused =
  | DocumentRefused
  /** A version is published once; what changes, or comes back, is a new version. */
  | { readonly kind: "VersionTaken"; readonly program: string; readonly version: string }
  /** Facts were recorded in the currency in force; what they come to in another is not known. */
  | { readonly kind: "CurrencyChanges"; readonly inForce: string; readonly currency: string }
  /** The check found what no program may be published with. */
  | { readonly kind: "CheckFailed"; readonly findings: readonly PlacedFinding[] }
  /** Thresholds or benefits differ from the version before without a reason. */
  | { readonly kind: "ReasonsMissing"; readonly differences: readonly Difference[] }
  /** The version in force promises to announce what follows it earlier. */
  | {
      readonly kind: "NoticeTooShort";
      readonly earliest: string;
      /** On the first day of a program a second person may correct what the first published. */
      readonly mayAnother: boolean;
    }
  /** Another version was in force on days that this one would judge, and paid their deals. */
  | { readonly kind: "PastNotConfirmed"; readonly effectiveOn: string };

export type PublicationJudged =
  | { readonly kind: "PublicationAccepted" }
  /** The same document was published last: there is nothing to do. */
  | { readonly kind: "PublicationKnown"; readonly version: PublishedVersion }
  | PublicationRefused;

export interface Publication {
  readonly source: string;
  /** The latest publication first. */
  readonly published: readonly PublishedVersion[];
  readonly effectiveOn: string;
  readonly today: string;
  /** Who publishes. */
  readonly by: string;
}

/** Whether a document may be published now, after those that were published before. */
export function judgePublication(program: Program, publication: Publication): PublicationJudged {
  const { source, published, effectiveOn, today, by } = publication;
  const [last] = published;
  const known = published.find(({ row }) => row.program === program.name && row.version === program.version);
  if (known !== undefined && known === last && known.row.source === source)
    return { kind: "PublicationKnown", version: known };
  if (known !== undefined) return { kind: "VersionTaken", program: program.name, version: program.version };
  if (last !== undefined && last.program.currency !== program.currency)
    return { kind: "CurrencyChanges", inForce: last.program.currency, currency: program.currency };

  const errors = checkProgram(program).filter(({ severity }) => severity === "error");
  if (errors.length > 0) return { kind: "CheckFailed", findings: withLines(errors, source) };

  const predecessor = published.find((version) => version.program.name === program.name);
  const unexplained =
    predecessor === undefined
      ? []
      : differencesBetween(predecessor.program, program).filter(
          ({ needsReason, because }) => needsReason && because === null,
        );
  if (unexplained.length > 0) return { kind: "ReasonsMissing", differences: unexplained };

  const notice = published.find(({ row }) => row.startedAt !== null)?.program.governance?.notice ?? null;
  const earliest = notice === null ? null : addLength(knownCalendarDate(today), notice);
  if (earliest === null || effectiveOn >= earliest) return { kind: "PublicationAccepted" };
  // Nobody has relied on a promise of today: a mistake in a first version need not stand for the whole notice.
  const isFirstDay = published.every(({ row }) => row.publishedAt.toISOString().slice(0, 10) === today);
  return isFirstDay && last?.row.publishedBy !== by
    ? { kind: "PublicationAccepted" }
    : { kind: "NoticeTooShort", earliest, mayAnother: isFirstDay };
}
