import type { Program } from "../document/program/index.js";
import { recordOf, serializeRecord } from "./decision.js";
import { placementOf } from "./explain-decision.js";
import { placePartner } from "./place-partner.js";

export type Replay =
  | { readonly kind: "Same" }
  /** Replaying the inputs by the same version did not give what was stored: the record or the engine has changed. */
  | { readonly kind: "Different"; readonly stored: string; readonly replayed: string };

/** Decides a stored decision again from its inputs, and compares the records byte by byte. */
export function replayDecision(program: Program, body: string): Replay {
  const replayed = replay(program, body);
  return replayed === body ? { kind: "Same" } : { kind: "Different", stored: body, replayed };
}

/** A record that cannot be replayed was not written by a decision; the reason is returned. */
function replay(program: Program, body: string): string {
  try {
    return serializeRecord(placePartner(placementOf(program, recordOf(body))));
  } catch (error) {
    return `unreadable: ${error instanceof Error ? error.message : String(error)}`;
  }
}
