import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";

export const MAX_OWNED_CUSTOMERS = 1_000;
/** More than one transaction corrects. */
export const MAX_FACTS_MARKED = 20_000;

export const declarationRefusals = refusalTable({
  PartnerUnknown: { at: ["partnerId"], message: "There is no such partner." },
  CustomersInvalid: {
    at: ["customers"],
    message: `At most ${MAX_OWNED_CUSTOMERS} customers, each of 1 to 200 characters.`,
  },
  TooManyFacts: {
    at: ["customers"],
    message: `More than ${MAX_FACTS_MARKED} facts would have to be corrected: declare fewer customers at a time.`,
  },
});
export type DeclarationRefusal = RefusalOf<typeof declarationRefusals>;
