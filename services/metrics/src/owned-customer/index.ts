export { ownedCustomerActions } from "./actions.js";
export { OwnedCustomerResolver } from "./owned-customer.graphql.js";
