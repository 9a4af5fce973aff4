export { registrationActions } from "./actions.js";
export { RegistrationResolver } from "./registration.graphql.js";
