import type { Database, Transaction } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { removeDraft } from "../draft/index.js";
import {
  addProgramVersion,
  findProgramVersion,
  listProgramVersions,
  lockPrograms,
  type PublishedVersion,
  publishedVersionOf,
  readDocument,
} from "../program/index.js";
import type { PartnersPublisher } from "../publisher.js";
import { judgePublication, type PublicationRefused } from "./judge-publication.js";
import { type PublicationRefusal, publicationRefusals } from "./publication.refusals.js";
import { startProgram } from "./start-program.tx.js";

export interface PublishProgram {
  readonly source: string;
  /** The first day that it judges; today where left out. Later days announce it, earlier ones judge days that are over. */
  readonly effectiveOn?: string | null;
  /** Judges the publication, and publishes nothing. */
  readonly isDryRun?: boolean;
  /** Whether days that are over may be judged anew, and their deals paid anew. */
  readonly changesPast?: boolean;
}

export type ProgramPublication =
  | { readonly kind: "ProgramPublished"; readonly version: PublishedVersion }
  /** A dry run that nothing stands against. */
  | { readonly kind: "PublicationRehearsed"; readonly source: string; readonly effectiveOn: string }
  | PublicationRefusal
  | PublicationRefused;

/**
 * Publishes a program document: at once, or announced for a day to come. Once in force it starts to place every partner.
 * Publishing the same document again changes nothing.
 */
export const publishProgram =
  (db: Database, publish: PartnersPublisher, clock: Clock) =>
  async (viewer: Viewer, request: PublishProgram): Promise<ProgramPublication> => {
    const read = readDocument(request.source);
    if (read.kind === "DocumentRefused")
      return {
        kind: "PublicationRefused",
        refusals: read.problems.map((problem) => publicationRefusals.DocumentInvalid(problem)),
      };
    return db.transact(viewer, async (tx) => {
      const publishedAt = clock.now();
      const today = dayOf(publishedAt);
      await lockPrograms(tx);
      const published = (await listProgramVersions(tx, MAX_COMPARED)).map(publishedVersionOf);
      const effectiveOn = request.effectiveOn ?? today;
      const judged = judgePublication(read.program, {
        source: request.source,
        published,
        effectiveOn,
        today,
        by: viewer.subject,
      });
      if (judged.kind === "PublicationKnown") return { kind: "ProgramPublished", version: judged.version };
      if (judged.kind !== "PublicationAccepted") return judged;
      if (request.isDryRun) return { kind: "PublicationRehearsed", source: request.source, effectiveOn };
      const isPast = effectiveOn < today && published.some(({ row }) => row.startedAt !== null);
      if (isPast && !request.changesPast) return publicationRefusals.PastNotConfirmed({ effectiveOn });

      const { name: program, version } = read.program;
      const row = { program, version, source: request.source, publishedAt, publishedBy: viewer.subject, effectiveOn };
      const added = await addProgramVersion(tx, row);
      if (added === null) throw new Error(`Version ${version} of ${program} was not added`);
      await removeDraft(tx, program, version);
      if (effectiveOn <= today) await startProgram(tx, publish, { ...row, ...added }, publishedAt);
      return { kind: "ProgramPublished", version: await publishedNow(tx, program, version) };
    });
  };

/** More versions than this lie too far back to be compared with. */
const MAX_COMPARED = 1000;

async function publishedNow(tx: Transaction, program: string, version: string): Promise<PublishedVersion> {
  const [row] = await findProgramVersion(tx, program, version);
  if (row === undefined) throw new Error(`Version ${version} of ${program} is missing right after its publication`);
  return publishedVersionOf(row);
}
