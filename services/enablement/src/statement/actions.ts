import type { BoundActions } from "@tiergraph/kit/subgraph/bind-actions";
import type { EnablementActionParts } from "../publisher.js";
import { recordStatements } from "./record-statements.action.js";

export const statementActions = ({ db, publish, clock }: EnablementActionParts) => ({
  recordStatements: recordStatements(db, publish, clock),
});
export type StatementActions = BoundActions<ReturnType<typeof statementActions>>;
