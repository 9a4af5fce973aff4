export { sandboxActions } from "./actions.js";
export { reclaimDaily } from "./lease-sandbox.action.js";
export { schemaProvider } from "./provider.js";
export { sandboxTable } from "./sandbox.entity.js";
export { SandboxDataResolver, SandboxedPartnerResolver } from "./sandbox.graphql.js";
export { sandboxReads } from "./sandbox.reads.js";
