import { column, tablesOf } from "@tiergraph/kit/database/table";

export const certificationTable = tablesOf("enablement")("certification", {
  properties: {
    partnerId: column.uuid().primary(),
    certificationId: column.uuid().primary(),
    personId: column.uuid(),
    course: column.text(),
    level: column.text(),
    /** The role that the course was for. */
    role: column.text().nullable(),
    issuedOn: column.date(),
    /** The first day on which it no longer holds; null where it holds for good. */
    expiresOn: column.date().nullable(),
    recordedAt: column.datetime(),
    recordedBy: column.text(),
    courseVersion: column.integer().default(1),
    /** The first day on which it counts for this partner; null for the day of issue. */
    countsFrom: column.date().nullable(),
    checkCode: column.text().defaultRaw("\"left\"(replace((gen_random_uuid())::text, '-'::text, ''::text), 20)"),
    endedOn: column.date().nullable(),
    /** Why it ends before its term; null where it does not. */
    endedBecause: column.enum(["NEW_VERSION", "MOVED"]).nullable(),
  },
  indexes: [
    { name: "certification_by_check_code", properties: ["checkCode"] },
    { name: "certification_by_course", properties: ["course", "courseVersion"] },
    {
      name: "certification_once",
      expression:
        "CREATE UNIQUE INDEX certification_once ON enablement.certification USING btree (partner_id, person_id, course, issued_on) WHERE (counts_from IS NULL)",
    },
    {
      name: "certification_partner_id_issued_on_certification_id_idx",
      properties: ["partnerId", "issuedOn", "certificationId"],
    },
  ],
  checks: [
    { name: "certification_check", expression: "(expires_on > issued_on)" },
    { name: "certification_check1", expression: "(counts_from >= issued_on)" },
    { name: "certification_check2", expression: "(ended_on > issued_on)" },
    { name: "certification_check3", expression: "((ended_on IS NULL) = (ended_because IS NULL))" },
  ],
  references: [
    { columns: ["partner_id", "person_id", "course"], to: "enablement.enrollment(partner_id, person_id, course)" },
  ],
});
