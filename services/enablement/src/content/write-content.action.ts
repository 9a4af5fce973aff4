import type { Database } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { isUuid } from "@tiergraph/kit/values/ids";
import type { Outcome } from "@tiergraph/kit/values/refusal-table";
import { policy } from "../policy.js";
import { findProgramInForce } from "../program/index.js";
import { contentProblem } from "./content.js";
import { type ContentRefusal, contentRefusals } from "./content.refusals.js";
import {
  addContents,
  addContentVersion,
  type ContentRow,
  findPublished,
  findVersion,
  lockContent,
  putFreshness,
  putPublished,
  putReading,
} from "./content.store.js";
import type { WrittenContent } from "./content-version.entity.js";

type ContentChange = Outcome<{ readonly content: ContentRow }, ContentRefusal>;

/** Writes a new version of a piece; partners read what is published until this is published as well. */
export const writeContent =
  (db: Database, clock: Clock) =>
  (viewer: Viewer, asked: WrittenContent & { readonly freshUntil: string }): Promise<ContentChange> =>
    db.transact(viewer, async (tx) => {
      const inForce = await findProgramInForce(tx);
      if (inForce === null) return contentRefusals.NoProgramInForce();
      const problem = contentProblem(asked, inForce.document);
      if (problem !== null) return problem;
      const [at, by] = [clock.now(), viewer.subject];
      const { name, freshUntil } = asked;
      if (freshUntil < dayOf(at)) return contentRefusals.DayInvalid();
      await addContents(tx, [{ name, freshUntil, confirmedAt: at, confirmedBy: by }]);
      await lockContent(tx, { name });
      const version = await addContentVersion(tx, { ...asked, writtenAt: at, writtenBy: by });
      const [content] = await findVersion(tx, name, version);
      return content === undefined ? contentRefusals.ContentUnknown() : { kind: "Done", content };
    });

/** From now on partners read this version; none where it is null. */
export const publishContent =
  (db: Database, clock: Clock) =>
  (viewer: Viewer, { name, version }: { name: string; version: number | null }): Promise<ContentChange> =>
    db.transact(viewer, async (tx) => {
      const known = await lockContent(tx, { name });
      if (known === null) return contentRefusals.ContentUnknown();
      const shown = version ?? known.publishedVersion;
      const [content] = shown === null ? [] : await findVersion(tx, name, shown);
      if (content === undefined) return contentRefusals.VersionUnknown();
      if (version !== null && version !== known.publishedVersion)
        await putFreshness(tx, { ...content, confirmedAt: clock.now(), confirmedBy: viewer.subject });
      await putPublished(tx, { name, publishedVersion: version });
      return { kind: "Done", content: { ...content, publishedVersion: version } };
    });

/** Somebody looked at a piece: it is still right, and will be until a day. */
export const confirmContent =
  (db: Database, clock: Clock) =>
  (viewer: Viewer, { name, freshUntil }: { name: string; freshUntil: string }): Promise<ContentChange> =>
    db.transact(viewer, async (tx) => {
      const known = await lockContent(tx, { name });
      if (known?.publishedVersion == null) return contentRefusals.ContentUnknown();
      const at = clock.now();
      if (freshUntil < dayOf(at)) return contentRefusals.DayInvalid();
      await putFreshness(tx, { name, freshUntil, confirmedAt: at, confirmedBy: viewer.subject });
      const [content] = await findVersion(tx, name, known.publishedVersion);
      return content === undefined ? contentRefusals.ContentUnknown() : { kind: "Done", content };
    });

export interface NoteReading {
  readonly partnerId: string;
  readonly name: string;
  /** Null for a reading; else whether it helped. */
  readonly isUseful: boolean | null;
}

/** Somebody of a partner read a piece, or says whether it helped. Each has one vote a piece, which may change. */
export const noteReading =
  (db: Database, clock: Clock) =>
  async (viewer: Viewer, { partnerId, name, isUseful }: NoteReading): Promise<ContentChange> => {
    if (!isUuid(partnerId) || !policy.permitsFor(viewer, "note readings", partnerId))
      return contentRefusals.PartnerUnknown();
    return db.transact(viewer, async (tx) => {
      const [content] = await findPublished(tx, [name], { partnerIds: [partnerId] });
      if (content === undefined) return contentRefusals.ContentUnknown();
      await putReading(tx, { partnerId, name, subject: viewer.subject, on: dayOf(clock.now()), isUseful });
      return { kind: "Done", content };
    });
  };
