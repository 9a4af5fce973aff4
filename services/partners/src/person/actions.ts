import type { BoundActions } from "@tiergraph/kit/subgraph/bind-actions";
import type { PartnersActionParts } from "../publisher.js";
import { movePerson } from "./move-person.action.js";
import { registerPeople } from "./register-people.action.js";

export const personActions = ({ db, publish, clock }: PartnersActionParts) => ({
  registerPeople: registerPeople(db, publish, clock),
  movePerson: movePerson(db, publish, clock),
});
export type PersonActions = BoundActions<ReturnType<typeof personActions>>;
