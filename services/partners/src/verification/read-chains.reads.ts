import type { Queryable } from "@tiergraph/kit/database/database";
import { decodeOwnedId, encodeOwnedId, isUuid } from "@tiergraph/kit/values/ids";
import { countDecisions, type DecisionRow, findDecisions, findOutlooks, listChains } from "../placement/index.js";
import type { ProgramCache } from "../program/index.js";
import { type DecisionFault, verifyDecision, verifyOutlook } from "./verify-chain.js";

export interface VerifyDecisions {
  /** All partners where null. */
  readonly partnerId: string | null;
  /** Decisions to verify at once, 1 to `MAX_VERIFIED`. */
  readonly first: number;
  /** `next` of the batch before; null for the first. */
  readonly after: string | null;
}
export const MAX_VERIFIED = 1000;

export interface VerifiedChains {
  readonly checked: number;
  readonly total: number;
  readonly faults: readonly DecisionFault[];
  readonly next: string | null;
}

/** Verifies a batch of decisions in the order of their chains. Null for arguments that name nothing. */
export async function verifyChains(
  db: Queryable,
  programs: ProgramCache,
  { partnerId, first, after }: VerifyDecisions,
): Promise<VerifiedChains | null> {
  if (partnerId !== null && !isUuid(partnerId)) return null;
  const last = await decisionAt(db, after);
  if (last === null && after !== null) return null;
  const rows = await listChains(db, { partnerId, after: last, limit: first });
  const count = await countDecisions(db, partnerId);
  const outlooks = new Map((await findOutlooks(db, rows)).map((kept) => [kept.decisionId, kept]));
  const faults: DecisionFault[] = [];
  let before: DecisionRow | null = last;
  for (const row of rows) {
    const program = (await programs.find(row.program, row.programVersion))?.program ?? null;
    const own = verifyDecision(row, before?.partnerId === row.partnerId ? before : null, program);
    const outlook = outlooks.get(row.decisionId);
    const isSound = own.length === 0 && program !== null && outlook !== undefined;
    faults.push(...(isSound ? verifyOutlook(row, outlook, program) : own));
    before = row;
  }
  return {
    checked: rows.length,
    total: count?.total ?? 0,
    faults,
    next: rows.length < first || before === null ? null : positionOf(before),
  };
}

/** A batch continues after a decision, by its public id: nothing that a client could forge is trusted. */
async function decisionAt(db: Queryable, after: string | null): Promise<DecisionRow | null> {
  const key = after === null ? null : decodeOwnedId(after);
  if (key === null) return null;
  const [row] = await findDecisions(db, [{ partnerId: key.partnerId, decisionId: key.id }]);
  return row ?? null;
}

const positionOf = ({ partnerId, decisionId }: DecisionRow): string =>
  encodeOwnedId("Decision", { partnerId, id: decisionId });
