import { column, partOf, type Row, tablesOf } from "@tiergraph/kit/database/table";

export const sandboxTable = tablesOf("enablement")("sandbox", {
  properties: {
    partnerId: column.uuid().primary(),
    sandboxId: column.uuid().primary(),
    label: column.text(),
    provider: column.text(),
    leasedOn: column.date(),
    /** The first day on which it may be gone. */
    expiresOn: column.date(),
    extended: column.integer().default(0),
    keyHash: column.text(),
    leasedBy: column.text(),
    /** Null while it is there. */
    reclaimedAt: column.datetime().nullable(),
  },
  uniques: [{ name: "sandbox_key_hash_key", properties: ["keyHash"] }],
  indexes: [
    {
      name: "sandbox_open",
      expression:
        "CREATE INDEX sandbox_open ON enablement.sandbox USING btree (expires_on) WHERE (reclaimed_at IS NULL)",
    },
  ],
  checks: [
    { name: "sandbox_check", expression: "(expires_on > leased_on)" },
    { name: "sandbox_extended_check", expression: "(extended >= 0)" },
  ],
});
/** What is read of a sandbox: never its key. */
export const sandboxLease = partOf(sandboxTable, { without: ["keyHash"] });
export type SandboxRow = Row<typeof sandboxLease>;
