import type { BoundActions } from "@tiergraph/kit/subgraph/bind-actions";
import type { PartnersActionParts } from "../publisher.js";
import { registerPartners } from "./register-partners.action.js";

export const registrationActions = ({ db, publish, clock }: PartnersActionParts) => ({
  registerPartners: registerPartners(db, publish, clock),
});
export type RegistrationActions = BoundActions<ReturnType<typeof registrationActions>>;
