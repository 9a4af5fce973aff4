export { validationActions } from "./actions.js";
export { endpointTable } from "./endpoint.entity.js";
export { sendProbes } from "./run-validation.action.js";
export { ValidatedPartnerResolver, ValidationRunResolver } from "./validation.graphql.js";
export { validationReads } from "./validation.reads.js";
export { validationCheckTable } from "./validation-check.entity.js";
export { validationRunTable } from "./validation-run.entity.js";
