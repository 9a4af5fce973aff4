import { column, type Row, tablesOf } from "@tiergraph/kit/database/table";

/** A person of the vendor who looks after partners. */
export const managerTable = tablesOf("enablement")("manager", {
  properties: {
    managerId: column.uuid().primary(),
    /** By which the vendor's systems know it. */
    code: column.text(),
    role: column.enum(["success-manager", "technical-account-manager"]),
    name: column.text(),
    email: column.text().nullable(),
    /** Tiers that it looks after; all of them where there are none. */
    tiers: column.array().$type<readonly string[]>().columnType("text[]"),
    regions: column.array().$type<readonly string[]>().columnType("text[]"),
    /** How many partners it can look after. */
    capacity: column.integer(),
    /** False once it no longer takes partners. */
    isActive: column.boolean(),
  },
  uniques: [{ name: "manager_code_key", properties: ["code"] }],
  checks: [{ name: "manager_capacity_check", expression: "(capacity > 0)" }],
});
export type Manager = Row<typeof managerTable>;
