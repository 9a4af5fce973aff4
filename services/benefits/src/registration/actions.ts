import type { BoundActions } from "@tiergraph/kit/subgraph/bind-actions";
import type { BenefitsActionParts } from "../publisher.js";
import { decideRegistration, extendRegistration, withdrawRegistration } from "./change-registration.action.js";
import { decideConflict } from "./decide-conflict.action.js";
import { registerDeal } from "./register-deal.action.js";

export const registrationActions = ({ db, publish, clock }: BenefitsActionParts) => ({
  registerDeal: registerDeal(db, publish, clock),
  decideRegistration: decideRegistration(db, publish, clock),
  decideConflict: decideConflict(db, clock),
  extendRegistration: extendRegistration(db, clock),
  withdrawRegistration: withdrawRegistration(db, publish, clock),
});
export type RegistrationActions = BoundActions<ReturnType<typeof registrationActions>>;
