import { column, tablesOf } from "@tiergraph/kit/database/table";

export const registrationAttemptTable = tablesOf("benefits")("registration_attempt", {
  properties: {
    partnerId: column.uuid().primary(),
    onDay: column.date().primary(),
    asked: column.integer(),
    refused: column.integer(),
  },
  checks: [
    { name: "registration_attempt_asked_check", expression: "(asked >= 0)" },
    { name: "registration_attempt_refused_check", expression: "(refused >= 0)" },
  ],
  references: [{ columns: ["partner_id"], to: "benefits.standing(partner_id)" }],
});
