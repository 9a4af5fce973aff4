import { isSamePerson } from "@tiergraph/kit/identity/same-person";
import { checkProgram, withLines } from "@tiergraph/program/check";
import { differencesBetween, type Program } from "@tiergraph/program/document/program";
import { knownCalendarDate } from "@tiergraph/program/exact";
import { addLength } from "@tiergraph/program/place";
import type { PublishedVersion } from "../program/index.js";
import { type PublicationRefusal, publicationRefusals } from "./publication.refusals.js";

/** Each mistake of a document is a refusal. */
export interface PublicationRefused {
  readonly kind: "PublicationRefused";
  readonly refusals: readonly PublicationRefusal[];
}

type PublicationJudged =
  | { readonly kind: "PublicationAccepted" }
  /** The same document was published last: there is nothing to do. */
  | { readonly kind: "PublicationKnown"; readonly version: PublishedVersion }
  | PublicationRefusal
  | PublicationRefused;

interface Publication {
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
  if (known !== undefined) return publicationRefusals.VersionTaken({ program: program.name, version: program.version });
  if (last !== undefined && last.program.currency !== program.currency)
    return publicationRefusals.CurrencyChanges({ inForce: last.program.currency, currency: program.currency });

  const errors = checkProgram(program).filter(({ severity }) => severity === "error");
  if (errors.length > 0)
    return refused(withLines(errors, source).map((finding) => publicationRefusals.CheckFailed(finding)));

  const predecessor = published.find((version) => version.program.name === program.name);
  const unexplained =
    predecessor === undefined
      ? []
      : differencesBetween(predecessor.program, program).filter(
          ({ needsReason, because }) => needsReason && because === null,
        );
  if (unexplained.length > 0)
    return refused(
      unexplained.map((difference) => publicationRefusals.ReasonMissing({ path: difference.path, difference })),
    );

  const notice = published.find(({ row }) => row.startedAt !== null)?.program.governance?.notice ?? null;
  const earliest = notice === null ? null : addLength(knownCalendarDate(today), notice);
  if (earliest === null || effectiveOn >= earliest) return { kind: "PublicationAccepted" };
  // Nobody has relied on a promise of today: a mistake in a first version need not stand for the whole notice.
  const isFirstDay = published.every(({ row }) => row.publishedAt.toISOString().slice(0, 10) === today);
  return isFirstDay && last !== undefined && !isSamePerson(last.row.publishedBy, by)
    ? { kind: "PublicationAccepted" }
    : publicationRefusals.NoticeTooShort({ earliest, mayAnother: isFirstDay });
}

const refused = (refusals: readonly PublicationRefusal[]): PublicationRefused => ({
  kind: "PublicationRefused",
  refusals,
});
