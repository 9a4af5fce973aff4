import type { Program } from "../document/program/index.js";
import { recordOf, serializeRecord } from "./decision.js";
import { placementOf } from "./explain-decision.js";
import { placePartner } from "./place-partner.js";

export type Replay =
  | { readonly kind: "Same" }
  /** The inputs, by the same version, no longer lead to what was stored: the record or the engine was changed. */
  | { readonly kind: "Different"; readonly stored: string; readonly replayed: string };

/** Decides a stored decision again from its own inputs; the same means the same to the byte. */
export function replayDecision(program: Program, body: string): Replay {
  const replayed = replay(program, body);
  return replayed === body ? { kind: "Same" } : { kind: "Different", stored: body, replayed };
}

/** What cannot be decided again was not written by a decision: the reason stands in its place. */
function replay(program: Program, body: string): string {
  try {
    return serializeRecord(placePartner(placementOf(program, recordOf(body))));
  } catch (error) {
    return `unreadable: ${error instanceof Error ? error.message : String(error)}`;
  }
}
