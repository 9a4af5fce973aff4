import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

export const personTable = tablesOf("partners")("person", {
  properties: {
    partnerId: column.uuid().primary(),
    personId: column.uuid().primary(),
    externalId: column.text(),
    name: column.text(),
    email: column.text().nullable(),
    role: column.text().nullable(),
    recordedAt: column.datetime(),
    /** The day on which it left for another partner; null while it works for this one. */
    leftOn: column.date().nullable(),
    movedToPartnerId: column.uuid().nullable(),
    movedToPersonId: column.uuid().nullable(),
  },
  uniques: [{ name: "person_partner_id_external_id_key", properties: ["partnerId", "externalId"] }],
  indexes: [{ name: "person_partner_id_name_person_id_idx", properties: ["partnerId", "name", "personId"] }],
  checks: [
    { name: "person_check", expression: "((left_on IS NULL) = (moved_to_partner_id IS NULL))" },
    { name: "person_check1", expression: "((left_on IS NULL) = (moved_to_person_id IS NULL))" },
  ],
  references: [{ columns: ["partner_id"], to: "partners.partner(partner_id)" }],
});
export type PersonRow = Row<typeof personTable>;
