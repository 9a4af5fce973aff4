export { personActions } from "./actions.js";
export { personTable } from "./person.entity.js";
export { PeopleOfPartnerResolver, Person, PersonResolver } from "./person.graphql.js";
export { type PersonReads, personReads } from "./person.reads.js";
