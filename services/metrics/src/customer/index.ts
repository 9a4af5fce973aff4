export { customerKey, ownCustomerKey } from "./customer-key.js";
export { ownedCustomerTable } from "./owned-customer.entity.js";
export { type OwnedCustomerReads, ownedCustomerReads } from "./owned-customer.reads.js";
export { addOwnedCustomers, findOwnedCustomers, removeOwnedCustomers } from "./owned-customer.store.js";
