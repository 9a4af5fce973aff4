export { personActions } from "./actions.js";
export { personTable } from "./person.entity.js";
export { PeopleOfPartnerResolver, Person, PersonResolver } from "./person.graphql.js";
export { type PersonNode, type PersonReads, personNode, personReads } from "./person.reads.js";
export { findPeopleByExternalId } from "./person.store.js";
