import type { Database, Transaction } from "@tiergraph/kit/database/database";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { decodeOwnedId } from "@tiergraph/kit/values/ids";
import { lockPartnerMirrors, type PartnerMirrorRow } from "../partner-mirror/index.js";
import { type Permission, policy } from "../policy.js";
import { findProgramInForce, findProgramOf } from "../program/index.js";
import { type FundRefusal, fundRefusals } from "./fund.refusals.js";
import { findFundRequest } from "./fund.store.js";
import { type FundPeriod, fundPeriodOf } from "./fund-account.js";
import type { FundOutcome } from "./fund-outcome.js";
import type { FundRequestRow } from "./fund-request.entity.js";

/** The fund of the version in force, in the period of a day. */
export async function periodNow(tx: Transaction, name: string, today: string): Promise<FundPeriod | FundRefusal> {
  const program = await findProgramInForce(tx);
  const fund = program?.funds.find((candidate) => candidate.name === name);
  return program === null || fund === undefined
    ? fundRefusals.FundUnknown({ known: program?.funds.map((known) => known.name) ?? [] })
    : fundPeriodOf(fund, program, today);
}

interface Changing {
  readonly tx: Transaction;
  readonly mirrors: readonly PartnerMirrorRow[];
  readonly request: FundRequestRow;
  /** By the version under which it was requested. */
  readonly period: FundPeriod;
}

/** Finds the request, holds its partner, and changes it. */
export async function changeFundRequest(
  db: Database,
  { viewer, permission, id }: { viewer: Viewer; permission: Permission; id: string },
  change: (changing: Changing) => Promise<FundOutcome>,
): Promise<FundOutcome> {
  const owned = decodeOwnedId(id);
  if (owned === null || !policy.permitsFor(viewer, permission, owned.partnerId)) return fundRefusals.RequestUnknown();
  return db.transact(viewer, async (tx) => {
    const mirrors = await lockPartnerMirrors(tx, [owned.partnerId]);
    const request = await findFundRequest(tx, { partnerId: owned.partnerId, requestId: owned.id });
    if (request === null) return fundRefusals.RequestUnknown();
    return change({ tx, mirrors, request, period: await periodOf(tx, request) });
  });
}

/** The fund and period of a request, by the version under which it was made. */
export async function periodOf(tx: Transaction, request: FundRequestRow): Promise<FundPeriod> {
  const program = await findProgramOf(tx, request);
  const fund = program?.funds.find(({ name }) => name === request.fund);
  if (program === null || fund === undefined)
    throw new Error(`Request ${request.requestId} names fund ${request.fund}, which its version lacks`);
  return fundPeriodOf(fund, program, request.periodFrom);
}
