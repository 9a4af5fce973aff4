import { refusalTable } from "@tiergraph/kit/values/refusal-table";

export const settlingRefusals = refusalTable({
  PartnersInvalid: {
    at: ["partnerIds"],
    message: ({ limit }: { limit: number }) => `Expected are ids of 1 to ${limit} partners.`,
    meaning: "Expected are ids of 1 to 100 partners.",
  },
});
