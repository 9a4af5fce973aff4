import { refusalTable } from "@tiergraph/kit/values/refusal-table";

export const calendarRefusals = refusalTable("calendar", {
  PartnerUnknown: { code: "PARTNER_NOT_FOUND", at: ["partnerId"], message: "There is no such partner." },
});
