import type { Database, Transaction } from "@tiergraph/kit/database/database";
import { systemViewer, type Viewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { decodeOwnedId, isUuid, newId } from "@tiergraph/kit/values/ids";
import type { Outcome } from "@tiergraph/kit/values/refusal-table";
import { hashOfSecret, newSecret } from "@tiergraph/kit/values/secret";
import { isLine } from "@tiergraph/kit/values/text";
import type { SandboxTerms } from "@tiergraph/program/document/enablement";
import type { Program } from "@tiergraph/program/document/program";
import { addDays, knownCalendarDate } from "@tiergraph/program/exact";
import { lockStandings } from "../partner/index.js";
import { policy } from "../policy.js";
import { findProgramInForce } from "../program/index.js";
import { extend, quotaOf } from "./lease.js";
import type { SandboxProvider } from "./provider.js";
import { type SandboxRow, sandboxTable } from "./sandbox.entity.js";
import { type SandboxRefusal, sandboxRefusals } from "./sandbox.refusals.js";
import { addRow, countOpen, findByKey, lockExpired, lockSandbox, putLease } from "./sandbox.store.js";

type SandboxChange = Outcome<{ readonly sandbox: SandboxRow; readonly key: string | null }, SandboxRefusal>;

/** Leases a sandbox, as many at once as the partner's tier gives. Its key is shown now, and never again. */
export const leaseSandbox =
  (db: Database, clock: Clock, provider: SandboxProvider) =>
  async (viewer: Viewer, asked: { partnerId: string; label: string }): Promise<SandboxChange> => {
    const { partnerId, label } = asked;
    if (!isUuid(partnerId) || !policy.permitsFor(viewer, "lease sandboxes", partnerId))
      return sandboxRefusals.PartnerUnknown();
    if (!isLine(label)) return sandboxRefusals.LabelInvalid();
    return db.transact(viewer, async (tx) => {
      const [partner] = await lockStandings(tx, [partnerId]);
      if (partner === undefined) return sandboxRefusals.PartnerUnknown();
      const offered = await termsIn(tx);
      const quota = offered === null ? 0 : quotaOf(offered.program, offered.terms, partner.tier);
      if (offered === null || quota === 0) return sandboxRefusals.NotOfferedInTier();
      const open = await countOpen(tx, partnerId);
      if (quota !== null && (open?.count ?? 0) >= quota) return sandboxRefusals.QuotaReached({ quota });
      const today = dayOf(clock.now());
      // Known by its prefix where it turns up somewhere.
      const key = `tgs_${newSecret(KEY_BYTES)}`;
      const sandbox: SandboxRow = {
        partnerId,
        sandboxId: newId(),
        label,
        provider: provider.name,
        leasedOn: today,
        expiresOn: addDays(knownCalendarDate(today), offered.terms.lastsDays),
        extended: 0,
        leasedBy: viewer.subject,
        reclaimedAt: null,
      };
      await provider.make(tx, sandbox.sandboxId);
      tx.create(sandboxTable, { ...sandbox, keyHash: hashOfSecret(key) });
      return { kind: "Done", sandbox, key };
    });
  };

async function termsIn(tx: Transaction): Promise<{ program: Program; terms: SandboxTerms } | null> {
  const inForce = await findProgramInForce(tx);
  const program = inForce === null ? null : inForce.document;
  return program?.sandboxes == null ? null : { program, terms: program.sandboxes };
}

/** Holds a sandbox that is there, and changes its lease. */
async function changed(
  db: Database,
  { viewer, id }: { viewer: Viewer; id: string },
  change: (tx: Transaction, sandbox: SandboxRow) => Promise<SandboxChange>,
): Promise<SandboxChange> {
  const owned = decodeOwnedId(id);
  if (owned === null || !policy.permitsFor(viewer, "lease sandboxes", owned.partnerId))
    return sandboxRefusals.SandboxUnknown();
  return db.transact(viewer, async (tx) => {
    const sandbox = await lockSandbox(tx, { partnerId: owned.partnerId, sandboxId: owned.id });
    return sandbox === null || sandbox.reclaimedAt !== null ? sandboxRefusals.SandboxUnknown() : change(tx, sandbox);
  });
}

/** A lease goes on from its end, as often as the program says. */
export const extendSandbox =
  (db: Database) =>
  (viewer: Viewer, { id }: { id: string }): Promise<SandboxChange> =>
    changed(db, { viewer, id }, async (tx, sandbox) => {
      const offered = await termsIn(tx);
      if (offered === null) return sandboxRefusals.NotOffered();
      const extension = extend(offered.terms, sandbox);
      if (extension.kind === "Refused") return sandboxRefusals.NotExtended({ because: extension.because });
      const longer = { ...sandbox, expiresOn: extension.expiresOn, extended: sandbox.extended + 1 };
      await putLease(tx, longer);
      return { kind: "Done", sandbox: longer, key: null };
    });

/** A partner gives a sandbox back before its lease ends, and everything in it is gone. */
export const releaseSandbox =
  (db: Database, clock: Clock, provider: SandboxProvider) =>
  (viewer: Viewer, { id }: { id: string }): Promise<SandboxChange> =>
    changed(db, { viewer, id }, async (tx, sandbox) => {
      const gone = { ...sandbox, reclaimedAt: clock.now() };
      await provider.remove(tx, sandbox.sandboxId);
      await putLease(tx, gone);
      return { kind: "Done", sandbox: gone, key: null };
    });

const KEY_BYTES = 32;
const RECLAIMED_AT_A_TIME = 20;

/** Each day, sandboxes whose lease has ended are taken back. */
export const reclaimDaily = (db: Database, clock: Clock, provider: SandboxProvider) => async (): Promise<void> => {
  for (;;) {
    const count = await db.transact(systemViewer("enablement"), async (tx) => {
      const now = clock.now();
      const expired = await lockExpired(tx, dayOf(now), RECLAIMED_AT_A_TIME);
      for (const sandbox of expired) {
        await provider.remove(tx, sandbox.sandboxId);
        await putLease(tx, { ...sandbox, reclaimedAt: now });
      }
      return expired.length;
    });
    if (count < RECLAIMED_AT_A_TIME) return;
  }
};

export interface SandboxDeal {
  readonly customerId: number;
  readonly amount: string;
  readonly product: string;
  readonly stage: "open" | "won" | "lost";
}
type SandboxDealAdded = Outcome<{ readonly row: Record<string, unknown> }, SandboxRefusal>;

/** Adds a deal to the sandbox of a key, as an integration would. */
export const addSandboxDeal =
  (db: Database, clock: Clock) =>
  (_: Viewer, { key, ...deal }: SandboxDeal & { key: string }): Promise<SandboxDealAdded> =>
    // As the system: the key says whose it is.
    db.transact(systemViewer("enablement"), async (tx) => {
      const sandbox = await findByKey(tx, hashOfSecret(key), dayOf(clock.now()));
      if (sandbox === null) return sandboxRefusals.KeyUnknown();
      const isSound = /^\d{1,9}(\.\d{1,2})?$/.test(deal.amount) && Number(deal.amount) > 0 && isLine(deal.product);
      if (!isSound || deal.customerId < 1 || deal.customerId > 20) return sandboxRefusals.DealInvalid();
      const added = await addRow(tx, sandbox.sandboxId, deal);
      return added === null ? sandboxRefusals.SandboxFull() : { kind: "Done", row: added.row };
    });
