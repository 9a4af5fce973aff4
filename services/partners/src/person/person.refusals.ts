import { refusalTable } from "@tiergraph/kit/values/refusal-table";

export const moveRefusals = refusalTable({
  PersonUnknown: { code: "PERSON_NOT_FOUND", at: ["personId"], message: "There is no such person." },
  PartnerUnknown: { code: "PARTNER_NOT_FOUND", at: ["partnerId"], message: "There is no such partner." },
  SamePartner: {
    code: "PARTNER_NOT_FOUND",
    at: ["partnerId"],
    message: "The person already works for this partner.",
  },
  PersonLeft: {
    at: ["personId"],
    message: ({ leftOn }: { leftOn: string | null }) =>
      `It left this partner for another on ${leftOn}: name who it is there.`,
  },
  TextInvalid: { at: ["externalId"], message: "externalId must be 1 to 200 characters." },
});
