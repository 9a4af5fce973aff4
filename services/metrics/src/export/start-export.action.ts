import type { Database } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import type { Clock } from "@tiergraph/kit/process/clock";
import { isUuid, newId } from "@tiergraph/kit/values/ids";
import { isText } from "@tiergraph/kit/values/text";
import { type ExportFormat, KEPT_MS, MAX_UNFINISHED, variablesOf } from "./export.js";
import {
  addExport,
  cancelExport as cancelIn,
  countUnfinished,
  type ExportRow,
  findExportByKey,
  findSavedQuery,
  lockExportsOf,
} from "./export.store.js";

export interface ExportRequest {
  /** Name of a saved query. */
  readonly savedQuery: string;
  readonly format: ExportFormat;
  /** A JSON object, which wins over the variables that were saved; null for those alone. */
  readonly variables: string | null;
  /** What makes a repetition harmless. */
  readonly key: string;
}

export type ExportStarted =
  | { readonly kind: "ExportStarted"; readonly started: ExportRow }
  | { readonly kind: "QueryUnknown" | "VariablesInvalid" | "KeyInvalid" | "KeyReused" | "TooManyRunning" };

/** Asks for an export, which the gateway runs. The same key with the same request gives the same export again. */
export const startExport =
  (db: Database, clock: Clock) =>
  async (viewer: Viewer, request: ExportRequest): Promise<ExportStarted> => {
    if (!isText(request.key)) return { kind: "KeyInvalid" };
    const more = request.variables === null ? {} : variablesOf(request.variables);
    if (more === null) return { kind: "VariablesInvalid" };
    return db.transact(viewer, async (tx) => {
      await lockExportsOf(tx, viewer);
      const query = await findSavedQuery(tx, viewer, request.savedQuery);
      if (query === null) return { kind: "QueryUnknown" };
      const variables = JSON.stringify({ ...variablesOf(query.variables), ...more });
      const known = await findExportByKey(tx, viewer, request.key);
      if (known !== null) {
        const isSame =
          known.source === query.source && known.variables === variables && known.format === request.format;
        return isSame ? { kind: "ExportStarted", started: known } : { kind: "KeyReused" };
      }
      const { unfinished } = await countUnfinished(tx, viewer);
      if (unfinished >= MAX_UNFINISHED) return { kind: "TooManyRunning" };
      const now = clock.now();
      const started = await addExport(tx, viewer, {
        exportId: newId(),
        requestKey: request.key,
        name: query.name,
        source: query.source,
        variables,
        format: request.format,
        requestedAt: now,
        expiresAt: new Date(now.getTime() + KEPT_MS),
      });
      if (started === null) throw new Error("An export was added and not answered");
      return { kind: "ExportStarted", started };
    });
  };

/** Null where it has ended, or is not the viewer's. */
export const cancelExport =
  (db: Database, clock: Clock) =>
  (viewer: Viewer, { exportId }: { exportId: string }): Promise<ExportRow | null> =>
    isUuid(exportId)
      ? db.transact(viewer, async (tx) => (await cancelIn(tx, viewer, exportId, clock.now()))[0] ?? null)
      : Promise.resolve(null);
