import { refusalTable } from "@tiergraph/kit/values/refusal-table";

export const settlingRefusals = refusalTable("ledgers", {
  PartnersInvalid: {
    at: ["partnerIds"],
    message: "Expected are ids of 1 to {limit} partners.",
    values: ({ limit }: { limit: number }) => ({ limit }),
    meaning: "Expected are ids of 1 to 100 partners.",
  },
});
