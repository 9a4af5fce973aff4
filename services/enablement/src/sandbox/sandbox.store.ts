import type { Queryable } from "@tiergraph/kit/database/database";
import { rowOf, select } from "@tiergraph/kit/database/table";
import { findBy, listOfEach } from "@tiergraph/kit/database/table-reads";
import { updateBy } from "@tiergraph/kit/database/table-writes";
import { z } from "zod";
import { type SandboxRow, sandboxLease } from "./sandbox.entity.js";

const rowShape = z.object({ row: z.custom<Record<string, unknown>>() });

/** Sandboxes of partners, newest first, those that are gone too. */
export const listSandboxes = listOfEach("sandbox.list", sandboxLease, ["partnerId"], {
  orderBy: ["leasedOn desc", "sandboxId desc"],
});

/** How many of a partner are there. */
export const countOpen = (db: Queryable, partnerId: string): Promise<{ count: number } | null> =>
  db.maybeOne(
    "sandbox.count-open",
    z.object({ count: z.int() }),
    `select count(*)::integer as count from enablement.sandbox where partner_id = $1 and reclaimed_at is null`,
    [partnerId],
  );

export const lockSandbox = findBy("sandbox.lock", sandboxLease, ["partnerId", "sandboxId"], { lock: "no key" });

/** Sandboxes whose lease has ended by a day and that are still there; one at a time holds each. */
export const lockExpired = (db: Queryable, day: string, limit: number): Promise<SandboxRow[]> =>
  db.many(
    "sandbox.lock-expired",
    rowOf(sandboxLease),
    `select ${select(sandboxLease)} from enablement.sandbox where reclaimed_at is null and expires_on <= $1
     order by expires_on, sandbox_id limit $2 for no key update skip locked`,
    [day, limit],
  );

export const putLease = updateBy("sandbox.put-lease", sandboxLease, {
  by: ["partnerId", "sandboxId"],
  set: ["expiresOn", "extended", "reclaimedAt"],
});

/** The sandbox of a key, while its lease lasts. */
export const findByKey = (db: Queryable, keyHash: string, day: string): Promise<SandboxRow | null> =>
  db.maybeOne(
    "sandbox.find-by-key",
    rowOf(sandboxLease),
    `select ${select(sandboxLease)} from enablement.sandbox where key_hash = $1 and reclaimed_at is null and expires_on > $2`,
    [keyHash, day],
  );

export const readRows = (
  db: Queryable,
  { sandboxId, kind, after, limit }: { sandboxId: string; kind: "customer" | "deal"; after: number; limit: number },
): Promise<{ row: Record<string, unknown> }[]> =>
  db.many("sandbox.read", rowShape, "select row from enablement.read_sandbox($1, $2, $3, $4) as row", [
    sandboxId,
    kind,
    after,
    limit,
  ]);

export const addRow = (
  db: Queryable,
  sandboxId: string,
  deal: object,
): Promise<{ row: Record<string, unknown> } | null> =>
  db.maybeOne("sandbox.add-row", rowShape, "select row from enablement.add_to_sandbox($1, $2::jsonb) as row", [
    sandboxId,
    JSON.stringify(deal),
  ]);
