import { createHash } from "node:crypto";
import type { Database, Transaction } from "@tiergraph/kit/database/database";
import type { FileStore } from "@tiergraph/kit/files/file-store";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { type Clock, dayOf } from "@tiergraph/kit/process/clock";
import { decodeOwnedId, isUuid, newId } from "@tiergraph/kit/values/ids";
import type { Program } from "@tiergraph/program/document/program";
import { publishedProgram } from "@tiergraph/program/document/published-program";
import { addDays, knownCalendarDate } from "@tiergraph/program/exact/calendar-date";
import { minorOf } from "@tiergraph/program/exact/money";
import { holdCeilingsIn, keepRoomIn } from "../ceiling/hold-in.js";
import { heldOn } from "../ceiling/room.js";
import { listBalances } from "../ledger/ledger.store.js";
import { writeEntriesIn } from "../ledger/write-in.js";
import { type Deed, policy } from "../policy.js";
import { findProgramInForce, listProgramVersions } from "../program/program.store.js";
import { lockStandings, type StandingRow } from "../standing/standing.store.js";
import {
  addFundRequest,
  addProof,
  type FundRequestRow,
  type FundRequestState,
  findAllocation,
  findFundRequest,
  findFundRequestByKey,
  listProofs,
  type ProofRow,
  putFundRequest,
  sumWaiting,
} from "./fund.store.js";
import {
  budgetOf,
  type FundPeriod,
  fundEntry,
  fundPeriodOf,
  fundStandingOf,
  inMoney,
  reimbursable,
} from "./fund-account.js";
import { topUpIn } from "./fund-in.js";
import { MAX_PROOFS, type ProofProblem, readProof } from "./proof-file.js";

export type FundRefused =
  | { readonly kind: "PartnerUnknown" }
  | { readonly kind: "FundUnknown"; readonly known: readonly string[] }
  | { readonly kind: "KeyInvalid" }
  | { readonly kind: "KeyReused" }
  | { readonly kind: "TextInvalid"; readonly field: "activity" | "reason" }
  | { readonly kind: "AmountInvalid"; readonly currency: string }
  | { readonly kind: "InsufficientFunds"; readonly leftMinor: bigint; readonly currency: string }
  | { readonly kind: "CeilingReached"; readonly ceiling: string }
  | { readonly kind: "RequestUnknown" }
  | { readonly kind: "NotPossible"; readonly state: FundRequestState }
  | { readonly kind: "ProofMissing" }
  | { readonly kind: "ProofRefused"; readonly problem: ProofProblem | "TooMany" }
  | { readonly kind: "TooLate"; readonly claimBy: string };
export type FundOutcome =
  | { readonly kind: "FundRequestChanged"; readonly request: FundRequestRow }
  | { readonly kind: "ProofAttached"; readonly request: FundRequestRow; readonly proof: ProofRow }
  | FundRefused;

const MAX_TEXT = 1_000;
const isText = (text: string): boolean => text.trim() !== "" && text.length <= MAX_TEXT;

export interface RequestFunds {
  readonly partnerId: string;
  readonly fund: string;
  readonly activity: string;
  readonly amount: string;
  readonly idempotencyKey: string;
}

/** Asks for money of a fund in its present period, as far as the partner has it there. */
export const requestFunds =
  (db: Database, clock: Clock) =>
  async (viewer: Viewer, asked: RequestFunds): Promise<FundOutcome> => {
    const { partnerId, activity, idempotencyKey } = asked;
    if (!isUuid(partnerId) || !policy.permitsFor(viewer, "request funds", partnerId)) return { kind: "PartnerUnknown" };
    if (idempotencyKey.trim() === "" || idempotencyKey.length > 128) return { kind: "KeyInvalid" };
    if (!isText(activity)) return { kind: "TextInvalid", field: "activity" };
    return db.transact(viewer, async (tx) => {
      const standings = await lockStandings(tx, [partnerId]);
      if (standings.length === 0) return { kind: "PartnerUnknown" };
      const [known] = await findFundRequestByKey(tx, asked);
      if (known !== undefined)
        return known.requestHash === hashOf(asked)
          ? { kind: "FundRequestChanged", request: known }
          : { kind: "KeyReused" };
      const now = clock.now();
      const period = await periodNow(tx, asked.fund, dayOf(now));
      if (!("key" in period)) return period;
      const { program } = period;
      const amountMinor = minorOf(asked.amount, program.currency);
      if (amountMinor === null || amountMinor <= 0n) return { kind: "AmountInvalid", currency: program.currency };
      const { standing, entry } = await topUpIn(tx, period, { partnerId, now });
      if (entry !== null) await writeEntriesIn(tx, standings, [entry]);
      const [waiting] = await sumWaiting(tx, { partnerId, fund: asked.fund, periodFrom: period.period.from });
      const leftMinor = standing.allocatedMinor - (waiting?.waitingMinor ?? 0n);
      if (amountMinor > leftMinor)
        return { kind: "InsufficientFunds", leftMinor: leftMinor > 0n ? leftMinor : 0n, currency: program.currency };
      const request: FundRequestRow = {
        ...{ partnerId, requestId: newId(), program: program.name, programVersion: program.version, fund: asked.fund },
        ...{ periodFrom: period.period.from, periodUntil: period.period.until, currency: program.currency },
        ...{ activity: activity.trim(), amountMinor, state: "REQUESTED", idempotencyKey, requestHash: hashOf(asked) },
        ...{ requestedAt: now, requestedBy: viewer.subject, decidedAt: null, decidedBy: null, reason: null },
        ...{ approvedMinor: null, claimBy: null, spentMinor: null, claimedAt: null, reimbursedMinor: null },
        ...{ externalReference: null, settledAt: null },
      };
      await addFundRequest(tx, request);
      return { kind: "FundRequestChanged", request };
    });
  };

export interface AllocateFund {
  readonly partnerId: string;
  readonly fund: string;
  readonly amount: string;
  readonly reason: string;
  readonly idempotencyKey: string;
}
export type FundAllocated = { readonly kind: "FundAllocated" } | FundRefused;

/** Gives a partner money of a fund by hand, within the budget of the period. */
export const allocateFund =
  (db: Database, clock: Clock) =>
  async (viewer: Viewer, asked: AllocateFund): Promise<FundAllocated> => {
    const { partnerId, reason, idempotencyKey } = asked;
    if (!isUuid(partnerId) || !policy.permitsFor(viewer, "decide funds", partnerId)) return { kind: "PartnerUnknown" };
    if (idempotencyKey.trim() === "" || idempotencyKey.length > 128) return { kind: "KeyInvalid" };
    if (!isText(reason)) return { kind: "TextInvalid", field: "reason" };
    return db.transact(viewer, async (tx) => {
      const standings = await lockStandings(tx, [partnerId]);
      if (standings.length === 0) return { kind: "PartnerUnknown" };
      const now = clock.now();
      const period = await periodNow(tx, asked.fund, dayOf(now));
      if (!("key" in period)) return period;
      const { program } = period;
      const amountMinor = minorOf(asked.amount, program.currency);
      if (amountMinor === null || amountMinor <= 0n) return { kind: "AmountInvalid", currency: program.currency };
      const explanation = `${inMoney(amountMinor, program)} of ${period.fund.title} are given by hand: ${reason.trim()}`;
      const subject = `allocation ${idempotencyKey}`;
      const [known] = await findAllocation(tx, { partnerId, subject });
      if (known !== undefined)
        return known.explanation === explanation ? { kind: "FundAllocated" } : { kind: "KeyReused" };
      const held = [heldOn(budgetOf(period, "refuse"), program, dayOf(now))];
      const room = await holdCeilingsIn(tx, held);
      const leftMinor = room.left(held) ?? 0n;
      if (room.grant(held, amountMinor).by !== null)
        return { kind: "InsufficientFunds", leftMinor, currency: program.currency };
      await keepRoomIn(tx, room, held, now);
      await writeEntriesIn(tx, standings, [
        fundEntry("FUND_ALLOCATED", period, {
          ...{ partnerId, actor: viewer.subject, reference: null, subject, today: dayOf(now), recordedAt: now, newId },
          lines: [
            { account: "fund:budget", amountMinor: -amountMinor },
            { account: "fund:allocated", amountMinor },
          ],
          explanation,
        }),
      ]);
      return { kind: "FundAllocated" };
    });
  };

async function periodNow(tx: Transaction, name: string, today: string): Promise<FundPeriod | FundRefused> {
  const [inForce] = await findProgramInForce(tx);
  const program = inForce === undefined ? null : publishedProgram(inForce.source);
  const fund = program?.funds.find((candidate) => candidate.name === name);
  return program === null || fund === undefined
    ? { kind: "FundUnknown", known: program?.funds.map((known) => known.name) ?? [] }
    : fundPeriodOf(fund, program, today);
}

interface Changing {
  readonly tx: Transaction;
  readonly standings: readonly StandingRow[];
  readonly request: FundRequestRow;
  /** By the version under which it was requested. */
  readonly period: FundPeriod;
}

/** Finds the request, holds its partner, and changes it. */
async function changed(
  db: Database,
  { viewer, deed, id }: { viewer: Viewer; deed: Deed; id: string },
  change: (changing: Changing) => Promise<FundOutcome>,
): Promise<FundOutcome> {
  const owned = decodeOwnedId(id);
  if (owned === null || !policy.permitsFor(viewer, deed, owned.partnerId)) return { kind: "RequestUnknown" };
  return db.transact(viewer, async (tx) => {
    const standings = await lockStandings(tx, [owned.partnerId]);
    const [request] = await findFundRequest(tx, { partnerId: owned.partnerId, requestId: owned.id });
    if (request === undefined) return { kind: "RequestUnknown" };
    return change({ tx, standings, request, period: await periodOf(tx, request) });
  });
}

/** The fund and period of a request, by the version under which it was made. */
export async function periodOf(tx: Transaction, request: FundRequestRow): Promise<FundPeriod> {
  const row = (await listProgramVersions(tx)).find(
    ({ program, version }) => program === request.program && version === request.programVersion,
  );
  const program: Program | null = row === undefined ? null : publishedProgram(row.source);
  const fund = program?.funds.find(({ name }) => name === request.fund);
  if (program === null || fund === undefined)
    throw new Error(`Request ${request.requestId} names fund ${request.fund}, which its version lacks`);
  return fundPeriodOf(fund, program, request.periodFrom);
}

export interface DecideFundRequest {
  readonly id: string;
  readonly approve: boolean;
  /** What is approved of it, major units; all of it where null. */
  readonly amount: string | null;
  readonly reason: string;
}

/** Promises a partner what it asked for, or less, or refuses it. */
export const decideFundRequest =
  (db: Database, clock: Clock) =>
  async (viewer: Viewer, { id, approve, amount, reason }: DecideFundRequest): Promise<FundOutcome> => {
    if (!isText(reason)) return { kind: "TextInvalid", field: "reason" };
    return changed(db, { viewer, deed: "decide funds", id }, async ({ tx, standings, request, period }) => {
      if (request.state !== "REQUESTED") return { kind: "NotPossible", state: request.state };
      const now = clock.now();
      const decided = { ...request, decidedAt: now, decidedBy: viewer.subject, reason: reason.trim() };
      if (!approve) {
        const refused: FundRequestRow = { ...decided, state: "REFUSED" };
        await putFundRequest(tx, refused);
        return { kind: "FundRequestChanged", request: refused };
      }
      const { partnerId, currency } = request;
      const approvedMinor = amount === null ? request.amountMinor : minorOf(amount, currency);
      if (approvedMinor === null || approvedMinor <= 0n || approvedMinor > request.amountMinor)
        return { kind: "AmountInvalid", currency };
      const standing = fundStandingOf(await listBalances(tx, [partnerId]), period);
      if (approvedMinor > standing.allocatedMinor)
        return { kind: "InsufficientFunds", leftMinor: standing.allocatedMinor, currency };
      const held = period.program.ceilings
        .filter(({ of, each }) => each === "program" && Array.isArray(of) && of.includes(`funds.${request.fund}`))
        .map((ceiling) => heldOn(ceiling, period.program, dayOf(now)));
      const room = await holdCeilingsIn(tx, held);
      const { amountMinor: granted, by } = room.grant(held, approvedMinor);
      if (by !== null && granted < approvedMinor) return { kind: "CeilingReached", ceiling: by.title };
      await keepRoomIn(tx, room, held, now);
      const approved: FundRequestRow = {
        ...{ ...decided, state: "APPROVED", approvedMinor },
        claimBy: addDays(knownCalendarDate(request.periodUntil), period.fund.claimWithinDays - 1),
      };
      await putFundRequest(tx, approved);
      await writeEntriesIn(tx, standings, [
        fundEntry("FUND_COMMITTED", period, {
          ...{ partnerId, actor: viewer.subject, reference: request.requestId },
          ...{ today: dayOf(now), recordedAt: now, newId },
          lines: [
            { account: "fund:allocated", amountMinor: -approvedMinor },
            { account: "fund:committed", amountMinor: approvedMinor },
          ],
          explanation: `${inMoney(approvedMinor, period.program)} of ${period.fund.title} are promised for: ${request.activity}`,
        }),
      ]);
      return { kind: "FundRequestChanged", request: approved };
    });
  };

export interface AttachProof {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  /** Base64. */
  readonly content: string;
}

/** Keeps a proof of what was done: the file first, and what is known of it with the transaction. */
export const attachProof =
  (db: Database, clock: Clock, files: FileStore) =>
  async (viewer: Viewer, asked: AttachProof): Promise<FundOutcome> => {
    const bytes = readProof(asked);
    if (typeof bytes === "string") return { kind: "ProofRefused", problem: bytes };
    const proofId = newId();
    let kept: string | null = null;
    const outcome = await changed(db, { viewer, deed: "request funds", id: asked.id }, async ({ tx, request }) => {
      if (request.state !== "APPROVED") return { kind: "NotPossible", state: request.state };
      const proofs = await listProofs(tx, [request]);
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const known = proofs.find((one) => one.sha256 === sha256);
      // The same file again is the same proof.
      if (known !== undefined) return { kind: "ProofAttached", request, proof: known };
      if (proofs.length >= MAX_PROOFS) return { kind: "ProofRefused", problem: "TooMany" };
      const { partnerId, requestId } = request;
      const { fileName, mediaType } = asked;
      const proof: ProofRow = {
        ...{ partnerId, proofId, requestId, fileName: fileName.trim(), mediaType, sizeBytes: bytes.length, sha256 },
        ...{ storedAt: clock.now(), storedBy: viewer.subject },
      };
      kept = keyOfProof(proof);
      await files.put(kept, bytes);
      await addProof(tx, proof);
      return { kind: "ProofAttached", request, proof };
    }).catch(async (error: unknown) => {
      // Without its row nobody would ever find the file.
      if (kept !== null) await files.remove(kept);
      throw error;
    });
    return outcome;
  };

export const keyOfProof = ({ partnerId, proofId }: Pick<ProofRow, "partnerId" | "proofId">): string =>
  `${partnerId}/${proofId}`;

/** Tells what was spent; with a proof, before the last day for it. */
export const claimFunds =
  (db: Database, clock: Clock) =>
  (viewer: Viewer, { id, spent }: { readonly id: string; readonly spent: string }): Promise<FundOutcome> =>
    changed(db, { viewer, deed: "request funds", id }, async ({ tx, request }) => {
      if (request.state !== "APPROVED") return { kind: "NotPossible", state: request.state };
      const now = clock.now();
      if (request.claimBy !== null && dayOf(now) > request.claimBy)
        return { kind: "TooLate", claimBy: request.claimBy };
      const spentMinor = minorOf(spent, request.currency);
      if (spentMinor === null || spentMinor <= 0n) return { kind: "AmountInvalid", currency: request.currency };
      if ((await listProofs(tx, [request])).length === 0) return { kind: "ProofMissing" };
      const claimed: FundRequestRow = { ...request, state: "CLAIMED", spentMinor, claimedAt: now };
      await putFundRequest(tx, claimed);
      return { kind: "FundRequestChanged", request: claimed };
    });

export interface DecideFundClaim {
  readonly id: string;
  readonly approve: boolean;
  readonly reason: string;
  /** What whoever paid calls the payment. */
  readonly reference: string | null;
}

/** Pays a claim back, or refuses it: then it can be claimed again with better proof, as long as there is time. */
export const decideFundClaim =
  (db: Database, clock: Clock) =>
  async (viewer: Viewer, { id, approve, reason, reference }: DecideFundClaim): Promise<FundOutcome> => {
    if (!isText(reason)) return { kind: "TextInvalid", field: "reason" };
    return changed(db, { viewer, deed: "decide funds", id }, async ({ tx, standings, request, period }) => {
      const { partnerId, approvedMinor, spentMinor } = request;
      if (request.state !== "CLAIMED" || approvedMinor === null || spentMinor === null)
        return { kind: "NotPossible", state: request.state };
      const now = clock.now();
      if (!approve) {
        const refused: FundRequestRow = { ...request, state: "APPROVED", reason: reason.trim() };
        await putFundRequest(tx, refused);
        return { kind: "FundRequestChanged", request: refused };
      }
      const reimbursedMinor = reimbursable(period, { spentMinor, approvedMinor });
      const rest = approvedMinor - reimbursedMinor;
      // What was promised and not needed can be asked for again, while its period lasts.
      const back = dayOf(now) < request.periodUntil ? ("fund:allocated" as const) : ("fund:budget" as const);
      const paid: FundRequestRow = {
        ...{ ...request, state: "REIMBURSED", reimbursedMinor, reason: reason.trim(), settledAt: now },
        externalReference: reference?.trim() || null,
      };
      await putFundRequest(tx, paid);
      await writeEntriesIn(tx, standings, [
        fundEntry("FUND_REIMBURSED", period, {
          ...{ partnerId, actor: viewer.subject, reference: request.requestId },
          ...{ today: dayOf(now), recordedAt: now, newId },
          lines: [
            { account: "fund:committed", amountMinor: -approvedMinor },
            { account: "fund:reimbursed", amountMinor: reimbursedMinor },
            { account: back, amountMinor: rest },
          ],
          explanation: `${inMoney(reimbursedMinor, period.program)} of ${inMoney(spentMinor, period.program)} spent are paid back by ${period.fund.title}.`,
        }),
      ]);
      return { kind: "FundRequestChanged", request: paid };
    });
  };

const hashOf = ({ fund, activity, amount }: RequestFunds): string =>
  createHash("sha256")
    .update(JSON.stringify([fund, activity, amount]))
    .digest("hex");
