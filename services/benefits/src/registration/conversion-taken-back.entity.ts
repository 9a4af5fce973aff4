import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

/** A conversion that no longer stands: the deal that it was by, and why. */
export const conversionTakenBackTable = tablesOf("benefits")("conversion_taken_back", {
  properties: {
    partnerId: column.uuid().primary(),
    registrationId: column.uuid().primary(),
    entryId: column.uuid().primary(),
    factId: column.uuid(),
    dealExternalId: column.text().nullable(),
    takenBackAt: column.datetime(),
    because: column.text(),
  },
  references: [
    { columns: ["partner_id", "registration_id"], to: "benefits.deal_registration(partner_id, registration_id)" },
  ],
});
export type TakenBackRow = Row<typeof conversionTakenBackTable>;
