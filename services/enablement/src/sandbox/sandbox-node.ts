import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import type { SandboxRow } from "./sandbox.entity.js";

export const sandboxOf = (row: SandboxRow, today: string, key: string | null = null) => ({
  id: encodeOwnedId("Sandbox", { partnerId: row.partnerId, id: row.sandboxId }),
  isOpen: row.reclaimedAt === null && today < row.expiresOn,
  key,
  ...row,
});
