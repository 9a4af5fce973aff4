import type { BoundActions } from "@tiergraph/kit/subgraph/bind-actions";
import type { MetricsActionParts } from "../publisher.js";
import { claimExport, endExport, keepExportPart } from "./run-export.action.js";
import { removeSavedQuery, saveQuery } from "./save-query.action.js";
import { cancelExport, startExport } from "./start-export.action.js";

export const exportActions = ({ db, clock }: MetricsActionParts) => ({
  saveQuery: saveQuery(db, clock),
  removeSavedQuery: removeSavedQuery(db),
  startExport: startExport(db, clock),
  cancelExport: cancelExport(db, clock),
  claimExport: claimExport(db, clock),
  keepExportPart: keepExportPart(db, clock),
  endExport: endExport(db, clock),
});
export type ExportActions = BoundActions<ReturnType<typeof exportActions>>;
