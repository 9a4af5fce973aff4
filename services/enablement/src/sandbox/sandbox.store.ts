import type { Queryable } from "@tiergraph/kit/database/database";
import { type Row, rowOf, select } from "@tiergraph/kit/database/table";
import { z } from "zod";
import { sandboxTable } from "./sandbox.entity.js";

const rowShape = z.object({ row: z.custom<Record<string, unknown>>() });

export type SandboxRow = Omit<Row<typeof sandboxTable>, "keyHash">;

const COLUMNS = select(sandboxTable, { without: ["keyHash"] });

/** Sandboxes of partners, newest first, those that are gone too; at most `limit` a partner. */
export const listSandboxes = (db: Queryable, partnerIds: readonly string[], limit: number): Promise<SandboxRow[]> =>
  db.many(
    "sandbox.list",
    rowOf(sandboxTable, { without: ["keyHash"] }),
    `select sandbox.* from unnest($1::uuid[]) as asked (partner_id)
     cross join lateral (
       select ${COLUMNS} from enablement.sandbox where sandbox.partner_id = asked.partner_id
       order by leased_on desc, sandbox_id desc limit $2
     ) as sandbox`,
    [partnerIds, limit],
  );

/** How many of a partner are there. */
export const countOpen = (db: Queryable, partnerId: string): Promise<{ count: number } | null> =>
  db.maybeOne(
    "sandbox.count-open",
    z.object({ count: z.int() }),
    `select count(*)::integer as count from enablement.sandbox where partner_id = $1 and reclaimed_at is null`,
    [partnerId],
  );

export const lockSandbox = (
  db: Queryable,
  { partnerId, sandboxId }: Pick<SandboxRow, "partnerId" | "sandboxId">,
): Promise<SandboxRow | null> =>
  db.maybeOne(
    "sandbox.lock",
    rowOf(sandboxTable, { without: ["keyHash"] }),
    `select ${COLUMNS} from enablement.sandbox where partner_id = $1 and sandbox_id = $2 for no key update`,
    [partnerId, sandboxId],
  );

/** Sandboxes whose lease has ended by a day and that are still there; one at a time holds each. */
export const lockExpired = (db: Queryable, day: string, limit: number): Promise<SandboxRow[]> =>
  db.many(
    "sandbox.lock-expired",
    rowOf(sandboxTable, { without: ["keyHash"] }),
    `select ${COLUMNS} from enablement.sandbox where reclaimed_at is null and expires_on <= $1
     order by expires_on, sandbox_id limit $2 for no key update skip locked`,
    [day, limit],
  );

export const putLease = (db: Queryable, row: SandboxRow): Promise<void> =>
  db.run(
    "sandbox.put-lease",
    `update enablement.sandbox set expires_on = $3, extended = $4, reclaimed_at = $5
     where partner_id = $1 and sandbox_id = $2`,
    [row.partnerId, row.sandboxId, row.expiresOn, row.extended, row.reclaimedAt],
  );

/** The sandbox of a key, while its lease lasts. */
export const findByKey = (db: Queryable, keyHash: string, day: string): Promise<SandboxRow | null> =>
  db.maybeOne(
    "sandbox.find-by-key",
    rowOf(sandboxTable, { without: ["keyHash"] }),
    `select ${COLUMNS} from enablement.sandbox where key_hash = $1 and reclaimed_at is null and expires_on > $2`,
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
