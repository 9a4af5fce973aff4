import type { Transaction } from "@tiergraph/kit/database/database";
import type { Program } from "@tiergraph/program/document/program";
import { findKnownPartnerIds } from "../partner/index.js";
import { findProgramInForce } from "../program/index.js";

// A fact that another service publishes may overtake the event that it depends on. It fails then: the job is repeated,
// and stays visible until it is done.

/**
 * The program in force. Without one, a fact would not reach rewards and plans, and nothing would send it to them later.
 *
 * @throws Error while none is known
 */
export async function programOnItsWay(tx: Transaction): Promise<Program> {
  const inForce = await findProgramInForce(tx);
  if (inForce === null) throw new Error("No program is known yet");
  return inForce.document;
}

/** @throws Error while one of the partners is not known */
export async function partnersOnTheirWay(
  tx: Transaction,
  facts: readonly { readonly partnerId: string }[],
): Promise<void> {
  const partnerIds = [...new Set(facts.map(({ partnerId }) => partnerId))];
  const known = new Set((await findKnownPartnerIds(tx, partnerIds)).map(({ partnerId }) => partnerId));
  const unknownId = partnerIds.find((partnerId) => !known.has(partnerId));
  if (unknownId !== undefined) throw new Error(`Partner ${unknownId} is not known yet`);
}
