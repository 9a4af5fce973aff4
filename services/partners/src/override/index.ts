export { overrideActions } from "./actions.js";
export { overrideTable } from "./override.entity.js";
export { OverrideKind, OverrideResolver } from "./override.graphql.js";
export { type OverrideNode, type OverrideReads, overrideReads } from "./override.reads.js";
export { findOverridesOn } from "./override.store.js";
export { type Rulings, rulingsOf } from "./rulings.js";
