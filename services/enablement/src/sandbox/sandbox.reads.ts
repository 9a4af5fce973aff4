import { systemViewer } from "@tiergraph/kit/identity/viewer";
import { loaderOfMany } from "@tiergraph/kit/subgraph/loaders";
import type { ReadParts } from "@tiergraph/kit/subgraph/parts";
import { hashOfSecret } from "@tiergraph/kit/values/secret";
import { readsTrainingOf } from "../policy.js";
import { findByKey, listSandboxes, readRows } from "./sandbox.store.js";
import { sandboxOf } from "./sandbox-node.js";

const MAX_SANDBOXES = 20;

/** How resolvers read sandboxes: leases by the viewer's scope, and what is in one by its key. */
export function sandboxReads({ db, reader, viewer, today }: ReadParts) {
  const mayRead = readsTrainingOf(viewer);
  // The key says whose a sandbox is.
  const system = db.readAs(systemViewer("enablement"));
  const sandboxes = loaderOfMany(
    (ids: readonly string[]) =>
      listSandboxes(
        reader,
        ids.filter(mayRead).map((partnerId) => ({ partnerId })),
        MAX_SANDBOXES,
      ),
    ({ partnerId }) => partnerId,
    (id: string) => id,
  );
  return {
    sandboxes: async (partnerId: string) => (await sandboxes.load(partnerId)).map((row) => sandboxOf(row, today)),
    sandboxData: async (key: string) => {
      const row = await findByKey(system, hashOfSecret(key), today);
      return row === null ? null : { sandboxId: row.sandboxId, expiresOn: row.expiresOn };
    },
    sandboxRows: async (asked: { sandboxId: string; kind: "customer" | "deal"; after: number; limit: number }) =>
      (await readRows(system, asked)).map(({ row }) => row),
  };
}
export type SandboxReads = ReturnType<typeof sandboxReads>;
