export { placementRunActions } from "./actions.js";
export { placementRunTable } from "./placement-run.entity.js";
export { PlacementRunResolver } from "./placement-run.graphql.js";
export { placementRunReads } from "./placement-run.reads.js";
export { advancePlacementRun } from "./placement-run.store.js";
export { startPlacement } from "./start-placement.tx.js";
