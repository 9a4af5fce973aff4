import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";

export const MAX_OWNED_CUSTOMERS = 1_000;
/** More than one transaction corrects. */
export const MAX_FACTS_MARKED = 20_000;

export const declarationRefusals = refusalTable("owned-customers", {
  PartnerUnknown: { at: ["partnerId"], message: "There is no such partner." },
  CustomersInvalid: {
    at: ["customers"],
    message: "At most {maxOwnedCustomers} customers, each of 1 to 200 characters.",
    values: { maxOwnedCustomers: MAX_OWNED_CUSTOMERS },
  },
  TooManyFacts: {
    at: ["customers"],
    message: "More than {maxFactsMarked} facts would have to be corrected: declare fewer customers at a time.",
    values: { maxFactsMarked: MAX_FACTS_MARKED },
  },
});
export type DeclarationRefusal = RefusalOf<typeof declarationRefusals>;
