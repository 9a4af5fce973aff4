import type { Database } from "@tiergraph/kit/database/database";
import { scopeOf, type Viewer } from "@tiergraph/kit/identity/viewer";
import type { Clock } from "@tiergraph/kit/process/clock";
import { repeatedAnswer, requestHash } from "@tiergraph/kit/values/idempotency-key";
import { isUuid, newId } from "@tiergraph/kit/values/ids";
import { isText } from "@tiergraph/kit/values/text";
import { type ExportRow, exportTable } from "./export.entity.js";
import { KEPT_MS, MAX_UNFINISHED, variablesOf, viewerKey } from "./export.js";
import { type CancelRefusal, cancelRefusals, type StartRefusal, startRefusals } from "./export.refusals.js";
import {
  cancelExport as cancelIn,
  countUnfinished,
  findExportByKey,
  findSavedQuery,
  lockExportsOf,
} from "./export.store.js";

export interface ExportRequest {
  /** Name of a saved query. */
  readonly savedQuery: string;
  readonly format: ExportRow["format"];
  /** A JSON object, which wins over the variables that were saved; null for those alone. */
  readonly variables: string | null;
  /** What makes a repetition harmless. */
  readonly idempotencyKey: string;
}

type ExportStarted = { readonly kind: "ExportStarted"; readonly started: ExportRow } | StartRefusal;

/** Asks for an export, which the gateway runs. The same key with the same request gives the same export again. */
export const startExport =
  (db: Database, clock: Clock) =>
  async (viewer: Viewer, request: ExportRequest): Promise<ExportStarted> => {
    if (!isText(request.idempotencyKey)) return startRefusals.KeyInvalid();
    const more = request.variables === null ? {} : variablesOf(request.variables);
    if (more === null) return startRefusals.VariablesInvalid();
    return db.transact(viewer, async (tx) => {
      await lockExportsOf(tx, viewer);
      const query = await findSavedQuery(tx, viewer, request.savedQuery);
      if (query === null) return startRefusals.QueryUnknown();
      const variables = JSON.stringify({ ...variablesOf(query.variables), ...more });
      const known = await findExportByKey(tx, viewer, request.idempotencyKey);
      const repeated = repeatedAnswer(
        known && { ...known, requestHash: hashOf(known) },
        hashOf({ source: query.source, variables, format: request.format }),
        { again: (started) => ({ kind: "ExportStarted" as const, started }), reused: startRefusals.KeyReused },
      );
      if (repeated !== null) return repeated;
      const { unfinished } = await countUnfinished(tx, viewer);
      if (unfinished >= MAX_UNFINISHED) return startRefusals.TooManyRunning();
      const now = clock.now();
      const started: ExportRow = {
        exportId: newId(),
        role: viewer.role,
        subject: viewer.subject,
        scope: scopeOf(viewer),
        requestKey: request.idempotencyKey,
        name: query.name,
        source: query.source,
        variables,
        format: request.format,
        state: "QUEUED",
        rowCount: 0,
        partCount: 0,
        position: null,
        problem: null,
        lease: null,
        requestedAt: now,
        endedAt: null,
        expiresAt: new Date(now.getTime() + KEPT_MS),
      };
      tx.create(exportTable, { ...started, viewer: viewerKey(viewer), leasedUntil: null, claims: 0 });
      return { kind: "ExportStarted", started };
    });
  };

const hashOf = ({ source, variables, format }: Pick<ExportRow, "source" | "variables" | "format">): string =>
  requestHash([source, variables, format]);

type ExportCancelled = { readonly kind: "ExportCancelled"; readonly cancelled: ExportRow } | CancelRefusal;

/** Ends an export of the viewer that has not ended. */
export const cancelExport =
  (db: Database, clock: Clock) =>
  async (viewer: Viewer, { id: exportId }: { id: string }): Promise<ExportCancelled> => {
    if (!isUuid(exportId)) return cancelRefusals.NotRunning();
    return db.transact(viewer, async (tx) => {
      const [cancelled] = await cancelIn(tx, viewer, exportId, clock.now());
      return cancelled === undefined ? cancelRefusals.NotRunning() : { kind: "ExportCancelled", cancelled };
    });
  };
