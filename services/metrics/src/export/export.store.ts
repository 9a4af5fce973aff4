import { lockKeys } from "@tiergraph/kit/database/advisory-locks";
import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { scopeOf, type Viewer } from "@tiergraph/kit/identity/viewer";
import { by, listing } from "@tiergraph/kit/paging/listing";
import { z } from "zod";
import { type ExportRow, exportShown } from "./export.entity.js";
import { viewerKey } from "./export.js";
import { type SavedQueryRow, savedQueryShown } from "./saved-query.entity.js";

const QUERY = select(savedQueryShown);
const savedQueryShape = rowOf(savedQueryShown);

/** A viewer's own, by name. */
export const savedQueryList = listing("saved-query.list", {
  shape: savedQueryShape,
  select: QUERY,
  from: "metrics.saved_query",
  where: ["viewer = $1"],
  values: (viewer: Viewer) => [viewerKey(viewer)],
  orderBy: by(savedQueryShown, ["name"]),
});

export const findSavedQuery = (db: Queryable, viewer: Viewer, name: string): Promise<SavedQueryRow | null> =>
  db.maybeOne(
    "saved-query.find",
    savedQueryShape,
    `select ${QUERY} from metrics.saved_query where viewer = $1 and name = $2`,
    [viewerKey(viewer), name],
  );

export const putSavedQuery = (db: Queryable, viewer: Viewer, row: SavedQueryRow): Promise<void> =>
  db.run(
    "saved-query.put",
    `insert into metrics.saved_query (viewer, scope, name, source, variables, saved_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (viewer, name) do update
       set source = excluded.source, variables = excluded.variables, saved_at = excluded.saved_at`,
    [viewerKey(viewer), scopeOf(viewer), row.name, row.source, row.variables, row.savedAt],
  );

export const removeSavedQuery = (db: Queryable, viewer: Viewer, name: string): Promise<{ name: string }[]> =>
  db.many(
    "saved-query.remove",
    z.object({ name: z.string() }),
    `delete from metrics.saved_query where viewer = $1 and name = $2 returning name`,
    [viewerKey(viewer), name],
  );

const EXPORT = select(exportShown);
const exportShape = rowOf(exportShown);

/** A viewer's own, newest first. */
export const exportList = listing("export.list", {
  shape: exportShape,
  select: EXPORT,
  from: "metrics.export",
  where: ["viewer = $1"],
  values: (viewer: Viewer) => [viewerKey(viewer)],
  orderBy: by(exportShown, ["requestedAt desc", "exportId desc"]),
});

export const findExport = (db: Queryable, viewer: Viewer, exportId: string): Promise<ExportRow[]> =>
  db.many("export.find", exportShape, `select ${EXPORT} from metrics.export where viewer = $1 and export_id = $2`, [
    viewerKey(viewer),
    exportId,
  ]);

export const findExportByKey = (db: Queryable, viewer: Viewer, key: string): Promise<ExportRow | null> =>
  db.maybeOne(
    "export.find-by-key",
    exportShape,
    `select ${EXPORT} from metrics.export where viewer = $1 and request_key = $2`,
    [viewerKey(viewer), key],
  );

/** Held until the transaction ends, so that a viewer's requests count one another. */
export const lockExportsOf = (db: Queryable, viewer: Viewer): Promise<void> =>
  lockKeys(db, "metrics.exports-of-viewer", [viewerKey(viewer)]);

export const countUnfinished = (db: Queryable, viewer: Viewer): Promise<{ unfinished: number }> =>
  db.one(
    "export.count-unfinished",
    z.object({ unfinished: z.int() }),
    `select count(*)::int as unfinished from metrics.export where viewer = $1 and state in ('QUEUED', 'RUNNING')`,
    [viewerKey(viewer)],
  );

export const cancelExport = (db: Queryable, viewer: Viewer, exportId: string, at: Date): Promise<ExportRow[]> =>
  db.many(
    "export.cancel",
    exportShape,
    `update metrics.export set state = 'CANCELLED', ended_at = $3, lease = null, leased_until = null
     where viewer = $1 and export_id = $2 and state in ('QUEUED', 'RUNNING') returning ${EXPORT}`,
    [viewerKey(viewer), exportId, at],
  );

/** Whether anything is to be claimed, or removed: asked far more often than there is. */
export const findWaiting = (db: Queryable, now: Date): Promise<{ waits: boolean } | null> =>
  db.maybeOne(
    "export.find-waiting",
    z.object({ waits: z.boolean() }),
    `select exists (
       select from metrics.export where state in ('QUEUED', 'RUNNING') and (leased_until is null or leased_until < $1)
     ) or exists (select from metrics.export where expires_at < $1) as waits`,
    [now],
  );

/**
 * Ends what was claimed so often without one part kept, and is held by nobody now: what it asks for ends its runners.
 */
export const setAsideExports = (
  db: Queryable,
  { now, claims, problem }: { readonly now: Date; readonly claims: number; readonly problem: string },
): Promise<void> =>
  db.run(
    "export.set-aside",
    `update metrics.export set state = 'FAILED', problem = $3, ended_at = $1, lease = null, leased_until = null
     where state = 'RUNNING' and leased_until < $1 and claims >= $2`,
    [now, claims, problem],
  );

/** Takes the oldest that nobody is at work on; none where there is none. */
export const claimExport = (
  db: Queryable,
  { lease, now, until }: { readonly lease: string; readonly now: Date; readonly until: Date },
): Promise<ExportRow | null> =>
  db.maybeOne(
    "export.claim",
    exportShape,
    `update metrics.export set state = 'RUNNING', lease = $1, leased_until = $3, claims = claims + 1
     where export_id = (
       select export_id from metrics.export
       where state in ('QUEUED', 'RUNNING') and (leased_until is null or leased_until < $2)
       order by requested_at limit 1 for update skip locked
     ) returning ${EXPORT}`,
    [lease, now, until],
  );

export interface ExportPart {
  readonly exportId: string;
  readonly lease: string;
  readonly body: string;
  readonly rows: number;
  /** Null where this was the last. */
  readonly position: string | null;
}

/** Adds a part, where the lease still holds; answers none where it does not. */
export const addExportPart = (db: Queryable, part: ExportPart, until: Date): Promise<ExportRow | null> =>
  db.maybeOne(
    "export.add-part",
    exportShape,
    `with held as (
       update metrics.export set part_count = part_count + 1, row_count = row_count + $4, position = $5,
         leased_until = $6, claims = 0
       where export_id = $1 and lease = $2 and state = 'RUNNING' returning *
     ), added as (
       insert into metrics.export_part (export_id, sequence, scope, body)
       select export_id, part_count, scope, $3 from held
     )
     select ${EXPORT} from held`,
    [part.exportId, part.lease, part.body, part.rows, part.position, until],
  );

export const endExport = (
  db: Queryable,
  ended: { readonly exportId: string; readonly lease: string; readonly problem: string | null },
  at: Date,
): Promise<ExportRow[]> =>
  db.many(
    "export.end",
    exportShape,
    `update metrics.export set state = case when $3::text is null then 'DONE' else 'FAILED' end, problem = $3,
       ended_at = $4, lease = null, leased_until = null
     where export_id = $1 and lease = $2 and state = 'RUNNING' returning ${EXPORT}`,
    [ended.exportId, ended.lease, ended.problem, at],
  );

export const findExportPart = (db: Queryable, exportId: string, sequence: number): Promise<{ body: string }[]> =>
  db.many(
    "export.find-part",
    z.object({ body: z.string() }),
    "select body from metrics.export_part where export_id = $1 and sequence = $2",
    [exportId, sequence],
  );

/** With their parts. */
export const removeExpired = (db: Queryable, now: Date): Promise<void> =>
  db.run("export.remove-expired", "delete from metrics.export where expires_at < $1", [now]);
