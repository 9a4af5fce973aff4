import type { Database, Transaction } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { isIdempotencyKey, repeatedAnswer, requestHash } from "@tiergraph/kit/values/idempotency-key";
import { isUuid, newId } from "@tiergraph/kit/values/ids";
import { isNote } from "@tiergraph/kit/values/text";
import { periodContaining } from "@tiergraph/program/document/periods";
import type { Program } from "@tiergraph/program/document/program";
import { knownCalendarDate, minorOf } from "@tiergraph/program/exact";
import { minorOfMajor, mostOf } from "@tiergraph/program/reward";
import { heldOn, reserveCeilings, saveReservations } from "../ceiling/index.js";
import { appendEntries, creditsDue, openBooks } from "../ledger/index.js";
import { lockPartnerMirrors } from "../partner-mirror/index.js";
import { policy } from "../policy.js";
import { findProgramInForce } from "../program/index.js";
import { type RedemptionRow, redemptionTable } from "./redemption.entity.js";
import { type RedemptionRefusal, redemptionRefusals } from "./redemption.refusals.js";
import { findRedemptionByKey, sumRedeemed } from "./redemption.store.js";
import { redemptionEntry } from "./redemption-entry.js";

export interface RedeemRewards {
  readonly partnerId: string;
  /** Major units, a decimal. */
  readonly amount: string;
  readonly idempotencyKey: string;
  readonly note: string | null;
}

type RedeemingRefused = RedemptionRefusal;
export type Redeeming = { readonly kind: "Redeemed"; readonly redemption: RedemptionRow } | RedeemingRefused;

const MAX_NOTE_LENGTH = 1_000;

/**
 * Sets a sum apart to be paid out. The same key with the same request is answered as it was the first time, and changes
 * nothing; with another it is refused.
 */
export const redeemRewards =
  (db: Database, clock: Clock) =>
  async (viewer: Viewer, request: RedeemRewards): Promise<Redeeming> => {
    const { partnerId, idempotencyKey, note } = request;
    if (!isUuid(partnerId) || !policy.permitsFor(viewer, "redeem rewards", partnerId))
      return redemptionRefusals.PartnerUnknown();
    if (!isIdempotencyKey(idempotencyKey)) return redemptionRefusals.KeyInvalid();
    if (!isNote(note, MAX_NOTE_LENGTH)) return redemptionRefusals.NoteTooLong();
    return db.transact(viewer, async (tx) => {
      const mirrors = await lockPartnerMirrors(tx, [partnerId]);
      const repeated = repeatedAnswer(await findRedemptionByKey(tx, { partnerId, idempotencyKey }), hashOf(request), {
        again: (redemption) => ({ kind: "Redeemed" as const, redemption }),
        reused: redemptionRefusals.KeyReused,
      });
      if (repeated !== null) return repeated;
      const program = await findProgramInForce(tx);
      if (program === null) return redemptionRefusals.NoProgramInForce();
      const checked = checkAmount(request, program);
      if (typeof checked !== "bigint") return checked;
      if (mirrors.length === 0)
        return redemptionRefusals.InsufficientBalance({ missingMinor: checked, currency: program.currency });
      return redeemIn(tx, { viewer, request, program, mirrors, amountMinor: checked, now: clock.now() });
    });
  };

function checkAmount({ amount }: RedeemRewards, { currency, ledger }: Program): bigint | RedeemingRefused {
  const amountMinor = minorOf(amount, currency);
  if (amountMinor === null || amountMinor <= 0n) return redemptionRefusals.AmountInvalid({ currency });
  const minimumMinor = ledger.minimumPayout === null ? 0n : minorOfMajor(ledger.minimumPayout, { currency });
  return amountMinor < minimumMinor ? redemptionRefusals.BelowMinimum({ minimumMinor, currency }) : amountMinor;
}

async function redeemIn(
  tx: Transaction,
  given: {
    viewer: Viewer;
    request: RedeemRewards;
    program: Program;
    mirrors: Awaited<ReturnType<typeof lockPartnerMirrors>>;
    amountMinor: bigint;
    now: Date;
  },
): Promise<Redeeming> {
  const { viewer, request, program, mirrors, amountMinor, now } = given;
  const { partnerId } = request;
  const { currency } = program;
  const today = dayOf(now);
  const books = await openBooks(tx, [partnerId]);
  // What came due today can be redeemed today, and what has lapsed cannot, whenever the day's run comes.
  const due = await creditsDue(tx, { books, partnerIds: [partnerId], program, now });
  const redeemed = books.of({ partnerId, program: program.name, currency }).redeem(amountMinor, today);
  if (redeemed.kind === "InsufficientBalance") {
    await appendEntries(tx, mirrors, due);
    return { ...redeemed, currency };
  }
  const payouts = program.ceilings.filter(({ of }) => of === "payouts");
  for (const ceiling of payouts.filter(({ each, beyond }) => each === "partner" && beyond !== "alert")) {
    const { from, until } = periodContaining(ceiling.over, knownCalendarDate(today), program.calendar);
    const [sum] = await sumRedeemed(tx, { partnerId, program: program.name, from, until });
    const isMoney = ceiling.most.unit === "money";
    const left = mostOf(ceiling, program) - ((isMoney ? sum?.amountMinor : sum?.times) ?? 0n);
    if ((isMoney ? amountMinor : 1n) > left)
      return redemptionRefusals.CeilingReached({ ceiling, leftMinor: isMoney && left > 0n ? left : 0n, currency });
  }
  const held = payouts.filter(({ each }) => each === "program").map((ceiling) => heldOn(ceiling, program, today));
  const headroom = await reserveCeilings(tx, held);
  const left = headroom.left(held);
  const granted = headroom.grant(held, amountMinor);
  if (granted.by !== null)
    return redemptionRefusals.CeilingReached({ ceiling: granted.by, leftMinor: left ?? 0n, currency });
  await saveReservations(tx, headroom, held, now);
  const needsApproval = await reachesApproval(tx, { partnerId, program, amountMinor, today });
  const redemption: RedemptionRow = {
    partnerId,
    redemptionId: newId(),
    program: program.name,
    programVersion: program.version,
    currency,
    amountMinor,
    state: needsApproval ? "REQUESTED" : "APPROVED",
    idempotencyKey: request.idempotencyKey,
    requestHash: hashOf(request),
    note: request.note,
    requestedAt: now,
    requestedBy: viewer.subject,
    decidedAt: needsApproval ? null : now,
    decidedBy: null,
    reason: null,
    batchId: null,
    externalReference: null,
    settledAt: null,
    taken: redeemed.taken.map((part) => ({ ...part, amountMinor: part.amountMinor.toString() })),
    ceilings: held.map(({ key }) => key),
  };
  const entry = redemptionEntry("REDEMPTION_REQUESTED", redemption, {
    movement: redeemed.movement,
    actor: viewer.subject,
    today,
    recordedAt: now,
    newId,
  });
  await appendEntries(tx, mirrors, [...due, entry]);
  tx.create(redemptionTable, redemption);
  return { kind: "Redeemed", redemption };
}

/** Whether a redemption brings what the partner redeemed in the calendar month to where a person approves: in one sum or in slices. */
async function reachesApproval(
  tx: Transaction,
  {
    partnerId,
    program,
    amountMinor,
    today,
  }: { partnerId: string; program: Program; amountMinor: bigint; today: string },
): Promise<boolean> {
  const { approvalFrom } = program.ledger;
  if (approvalFrom === null) return false;
  const month = periodContaining("month", knownCalendarDate(today), program.calendar);
  const [sum] = await sumRedeemed(tx, { partnerId, program: program.name, from: month.from, until: month.until });
  return (sum?.amountMinor ?? 0n) + amountMinor >= minorOfMajor(approvalFrom, program);
}

const hashOf = ({ amount, note }: RedeemRewards): string => requestHash([amount, note]);
