import type { Transaction } from "@tiergraph/kit/database/database";

/** Where sandboxes are made: in a database of ours, at a cloud, behind somebody's API. */
export interface SandboxProvider {
  /** By which leases remember it. */
  readonly name: string;
  /** Makes what the lease is for, filled with sample data. Undone where the transaction is. */
  make(tx: Transaction, sandboxId: string): Promise<void>;
  /** Safe to repeat. */
  remove(tx: Transaction, sandboxId: string): Promise<void>;
}

/** Sandboxes that are a schema of their own in PostgreSQL, reached through the graph by their key. */
export const schemaProvider: SandboxProvider = {
  name: "postgresql-schema",
  make: async (tx, sandboxId) => {
    await tx.run("sandbox.make", "select enablement.make_sandbox($1)", [sandboxId]);
  },
  remove: async (tx, sandboxId) => {
    await tx.run("sandbox.remove", "select enablement.remove_sandbox($1)", [sandboxId]);
  },
};
