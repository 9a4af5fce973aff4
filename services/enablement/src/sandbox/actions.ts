import type { BoundActions } from "@tiergraph/kit/subgraph/bind-actions";
import type { EnablementActionParts } from "../publisher.js";
import { addSandboxDeal, extendSandbox, leaseSandbox, releaseSandbox } from "./lease-sandbox.action.js";
import { schemaProvider } from "./provider.js";

export const sandboxActions = ({ db, clock }: EnablementActionParts) => ({
  leaseSandbox: leaseSandbox(db, clock, schemaProvider),
  extendSandbox: extendSandbox(db),
  releaseSandbox: releaseSandbox(db, clock, schemaProvider),
  addSandboxDeal: addSandboxDeal(db, clock),
});
export type SandboxActions = BoundActions<ReturnType<typeof sandboxActions>>;
