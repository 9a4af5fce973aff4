import type { Program } from "@tiergraph/program/document/program";
import { replayDecision } from "@tiergraph/program/place/replay";
import type { DecisionRow } from "../placement/decision.store.js";
import { hashOf } from "../placement/decision-chain.js";

export interface DecisionFault {
  readonly decision: DecisionRow;
  readonly kind: /** Its hash is not that of what is stored: the row was changed. */
    | "HASH"
    /** It does not name the hash of the decision before it: one was added, taken away or changed. */
    | "CHAIN"
    /** A sequence number is missing before it. */
    | "GAP"
    /** Its columns say otherwise than its record. */
    | "COLUMNS"
    /** Its inputs, by its version, lead elsewhere. */
    | "REPLAY";
  readonly expected: string;
  readonly found: string;
}

/** Verifies one decision against the one before it in its partner's chain, and against its own inputs. */
export function verifyDecision(
  decision: DecisionRow,
  before: Pick<DecisionRow, "sequence" | "hash"> | null,
  program: Program,
): DecisionFault[] {
  const fault = (kind: DecisionFault["kind"], expected: string, found: string): DecisionFault[] =>
    expected === found ? [] : [{ decision, kind, expected, found }];
  const position = fault("GAP", String((before?.sequence ?? 0) + 1), String(decision.sequence));
  // The first format has neither hash nor replay: the chain begins after it.
  if (decision.format === 1) return position;
  const replay = replayDecision(program, decision.body);
  return [
    ...position,
    ...fault("CHAIN", before?.hash ?? "", decision.previousHash ?? ""),
    ...fault("HASH", hashOf(decision), decision.hash ?? ""),
    ...fault(
      "COLUMNS",
      columnsOf(recorded(decision.body)),
      columnsOf({ ...decision, version: decision.programVersion }),
    ),
    ...(replay.kind === "Same" ? [] : fault("REPLAY", replay.replayed, replay.stored)),
  ];
}

const columnsOf = ({ program, version, asOf, tier, outcome, effectiveOn }: Record<string, unknown>): string =>
  JSON.stringify([program, version, asOf, tier, outcome, effectiveOn]);

function recorded(body: string): Record<string, unknown> {
  try {
    return JSON.parse(body) as Record<string, unknown>; // Only compared, never believed.
  } catch {
    return {};
  }
}
