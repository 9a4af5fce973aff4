import type { BoundActions } from "@tiergraph/kit/subgraph/bind-actions";
import type { EnablementActionParts } from "../publisher.js";
import { assignManager, handOver, recordAbsence, registerManager } from "./change-managers.action.js";

export const managerActions = ({ db, clock }: EnablementActionParts) => ({
  registerManager: registerManager(db, clock),
  recordAbsence: recordAbsence(db),
  handOver: handOver(db, clock),
  assignManager: assignManager(db, clock),
});
export type ManagerActions = BoundActions<ReturnType<typeof managerActions>>;
