import type { Database, Transaction } from "@tiergraph/kit/database/database";
import { isSamePerson } from "@tiergraph/kit/identity/same-person";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { isIdempotencyKey, repeatedAnswer, requestHash } from "@tiergraph/kit/values/idempotency-key";
import { decodeOwnedId, isUuid, newId } from "@tiergraph/kit/values/ids";
import { isNote } from "@tiergraph/kit/values/text";
import { addDays, knownCalendarDate } from "@tiergraph/program/exact";
import { listUse, periodOf, putUse, type UseRow } from "../benefit-use/index.js";
import { type Held, heldOn, reserveCeilings, saveReservations } from "../ceiling/index.js";
import { type EntitlementRow, listEntitlements } from "../entitlement/index.js";
import { lockPartnerMirrors } from "../partner-mirror/index.js";
import { policy } from "../policy.js";
import { findProgramInForce, findProgramOf } from "../program/index.js";
import { benefitClaimTable, type ClaimRow } from "./benefit-claim.entity.js";
import { type ClaimRefusal, claimRefusals } from "./claim.refusals.js";
import { findClaim, findClaimByKey, putClaim } from "./claim.store.js";

export interface ClaimBenefit {
  readonly partnerId: string;
  /** Name of the benefit. */
  readonly benefit: string;
  readonly quantity: number;
  readonly note: string | null;
  readonly idempotencyKey: string;
}

type ClaimRefused = ClaimRefusal;
export type Claiming = { readonly kind: "Claimed"; readonly claim: ClaimRow } | ClaimRefused;

/**
 * Uses some of a benefit that a partner holds: at once where there is nothing to ask for, else as a claim that someone
 * decides. What is claimed counts against the quantity of its period until it is refused.
 */
export const claimBenefit =
  (db: Database, clock: Clock) =>
  async (viewer: Viewer, request: ClaimBenefit): Promise<Claiming> => {
    const { partnerId, quantity, note, idempotencyKey } = request;
    if (!isUuid(partnerId) || !policy.permitsFor(viewer, "claim benefits", partnerId))
      return claimRefusals.PartnerUnknown();
    if (!isIdempotencyKey(idempotencyKey)) return claimRefusals.KeyInvalid();
    if (!Number.isInteger(quantity) || quantity < 1 || quantity > 1_000_000) return claimRefusals.QuantityInvalid();
    if (!isNote(note, 1_000)) return claimRefusals.NoteTooLong();
    return db.transact(viewer, async (tx) => {
      await lockPartnerMirrors(tx, [partnerId]);
      const repeated = repeatedAnswer(await findClaimByKey(tx, request), hashOf(request), {
        again: (claim) => ({ kind: "Claimed" as const, claim }),
        reused: claimRefusals.KeyReused,
      });
      return repeated ?? claimIn(tx, { viewer, request, now: clock.now() });
    });
  };

async function claimIn(
  tx: Transaction,
  { viewer, request, now }: { viewer: Viewer; request: ClaimBenefit; now: Date },
): Promise<Claiming> {
  const { partnerId, quantity } = request;
  const today = dayOf(now);
  const rows = await listEntitlements(tx, [partnerId], { today, includesWithdrawn: false });
  const held = rows.filter(({ benefit, grantedOn }) => benefit === request.benefit && grantedOn <= today);
  const best = mostOf(held);
  if (best === null) return claimRefusals.NotHeld();
  const program = await findProgramOf(tx, best);
  const benefit = program?.benefits.find(({ name }) => name === request.benefit);
  if (program === null || benefit === undefined) return claimRefusals.NotHeld();
  const periodFrom = periodOf(benefit, today, program);
  const use = await useIn(tx, { partnerId, program: program.name, benefit: benefit.name, periodFrom });
  const { used } = use;
  if (best.quantity !== null && used + quantity > best.quantity)
    return claimRefusals.UsedUp({ left: Math.max(0, best.quantity - used) });
  const holding = await ceilingsOf(tx, benefit.name, today);
  const headroom = await reserveCeilings(tx, holding);
  for (let one = 0; one < quantity; one++) {
    const { by } = headroom.grant(holding, 1n);
    if (by !== null) return claimRefusals.CeilingReached({ ceiling: by.title });
  }
  await saveReservations(tx, headroom, holding, now);
  await putUse(tx, { ...use, used: used + quantity, most: best.quantity });
  const isAtOnce = benefit.claim === null;
  const claim: ClaimRow = {
    partnerId,
    claimId: newId(),
    program: program.name,
    programVersion: program.version,
    benefit: benefit.name,
    entitlementId: best.entitlementId,
    periodFrom,
    quantity,
    state: isAtOnce ? "FULFILLED" : "REQUESTED",
    idempotencyKey: request.idempotencyKey,
    requestHash: hashOf(request),
    note: request.note,
    requestedAt: now,
    requestedBy: viewer.subject,
    decidedAt: null,
    decidedBy: null,
    reason: null,
    dueOn: null,
    fulfilledAt: isAtOnce ? now : null,
    fulfilledBy: isAtOnce ? viewer.subject : null,
  };
  tx.create(benefitClaimTable, claim);
  return { kind: "Claimed", claim };
}

/** The ceilings of the program in force that hold a benefit, in the period of a day. */
async function ceilingsOf(tx: Transaction, benefit: string, day: string): Promise<Held[]> {
  const program = await findProgramInForce(tx);
  if (program === null) return [];
  return program.ceilings
    .filter(({ of, each }) => each === "program" && Array.isArray(of) && of.includes(`benefits.${benefit}`))
    .map((ceiling) => heldOn(ceiling, program, day));
}

async function giveRoomBackIn(tx: Transaction, { benefit, quantity, requestedAt }: ClaimRow, now: Date): Promise<void> {
  const holding = await ceilingsOf(tx, benefit, dayOf(requestedAt));
  const headroom = await reserveCeilings(tx, holding);
  headroom.take(holding, 0n, BigInt(-quantity));
  await saveReservations(tx, headroom, holding, now);
}

/** Of several that are held side by side, in a transition, the one that gives most. */
function mostOf(held: readonly EntitlementRow[]): EntitlementRow | null {
  const weight = ({ quantity }: EntitlementRow) => quantity ?? Number.POSITIVE_INFINITY;
  return held.reduce<EntitlementRow | null>(
    (best, row) => (best === null || weight(row) > weight(best) ? row : best),
    null,
  );
}

async function useIn(
  tx: Transaction,
  of: Pick<UseRow, "partnerId" | "program" | "benefit" | "periodFrom">,
): Promise<UseRow> {
  const rows = await listUse(tx, [of.partnerId]);
  const { partnerId, program, benefit, periodFrom } = of;
  return (
    rows.find((row) => row.program === program && row.benefit === benefit && row.periodFrom === periodFrom) ?? {
      partnerId,
      program,
      benefit,
      periodFrom,
      used: 0,
      most: null,
    }
  );
}

const hashOf = ({ benefit, quantity, note }: ClaimBenefit): string => requestHash([benefit, quantity, note]);

export type ClaimChange = { readonly kind: "ClaimChanged"; readonly claim: ClaimRow } | ClaimRefusal;

/** A second person approves a claim, from when on its service level runs, or refuses it: then it no longer counts. */
export const decideClaim =
  (db: Database, clock: Clock) =>
  async (
    viewer: Viewer,
    { id, approve, reason }: { readonly id: string; readonly approve: boolean; readonly reason: string },
  ): Promise<ClaimChange> => {
    if (reason.trim() === "") return claimRefusals.ReasonMissing();
    return changed(db, viewer, id, async (tx, known) => {
      if (known.state !== "REQUESTED") return claimRefusals.NotPossible({ state: known.state });
      if (isSamePerson(known.requestedBy, viewer.subject)) return claimRefusals.OwnClaim();
      const now = clock.now();
      const program = await findProgramOf(tx, known);
      const within = program?.benefits.find(({ name }) => name === known.benefit)?.fulfilledWithinDays ?? null;
      if (!approve) {
        const use = await useIn(tx, known);
        await putUse(tx, { ...use, used: Math.max(0, use.used - known.quantity) });
        await giveRoomBackIn(tx, known, now);
      }
      const claim: ClaimRow = {
        ...known,
        state: approve ? "APPROVED" : "REFUSED",
        decidedAt: now,
        decidedBy: viewer.subject,
        reason: reason.trim(),
        dueOn: approve && within !== null ? addDays(knownCalendarDate(dayOf(now)), within) : null,
      };
      await putClaim(tx, claim);
      return { kind: "ClaimChanged", claim };
    });
  };

/** Notes that a partner got what it claimed. */
export const fulfilClaim =
  (db: Database, clock: Clock) =>
  (viewer: Viewer, { id }: { readonly id: string }): Promise<ClaimChange> =>
    changed(db, viewer, id, async (tx, known) => {
      if (known.state !== "APPROVED") return claimRefusals.NotPossible({ state: known.state });
      const claim: ClaimRow = { ...known, state: "FULFILLED", fulfilledAt: clock.now(), fulfilledBy: viewer.subject };
      await putClaim(tx, claim);
      return { kind: "ClaimChanged", claim };
    });

async function changed(
  db: Database,
  viewer: Viewer,
  id: string,
  change: (tx: Transaction, claim: ClaimRow) => Promise<ClaimChange>,
): Promise<ClaimChange> {
  const owned = decodeOwnedId(id);
  if (owned === null || !policy.permitsFor(viewer, "decide claims", owned.partnerId))
    return claimRefusals.ClaimUnknown();
  return db.transact(viewer, async (tx) => {
    await lockPartnerMirrors(tx, [owned.partnerId]);
    const known = await findClaim(tx, { partnerId: owned.partnerId, claimId: owned.id });
    return known === null ? claimRefusals.ClaimUnknown() : change(tx, known);
  });
}
