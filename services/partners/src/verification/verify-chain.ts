import type { Program } from "@tiergraph/program/document/program";
import { replayDecision } from "@tiergraph/program/place";
import { type DecisionRow, hashOf, OUTLOOK_FORMAT, type OutlookRow, outlookRows } from "../placement/index.js";

export interface DecisionFault {
  readonly decision: DecisionRow;
  readonly kind: /** Its hash is not that of what is stored: the row was changed. */
    | "HASH"
    /** It does not name the hash of the decision before it: one was added, taken away or changed. */
    | "CHAIN"
    /** A sequence number is missing before it. */
    | "GAP"
    /** Its columns differ from its record. */
    | "COLUMNS"
    /** Its inputs, by its version, lead elsewhere. */
    | "REPLAY"
    /** What is kept of it for its tier status is not what it implies. */
    | "OUTLOOK";
  readonly expected: string;
  readonly found: string;
}

/**
 * Verifies one decision against the one before it in its partner's chain, and against its own inputs by its version: null
 * where the version that it names was never published.
 */
export function verifyDecision(
  decision: DecisionRow,
  before: Pick<DecisionRow, "sequence" | "hash"> | null,
  program: Program | null,
): DecisionFault[] {
  const fault = (kind: DecisionFault["kind"], expected: string, found: string): DecisionFault[] =>
    expected === found ? [] : [{ decision, kind, expected, found }];
  const position = fault("GAP", String((before?.sequence ?? 0) + 1), String(decision.sequence));
  const chain = fault("CHAIN", before?.hash ?? "", decision.previousHash ?? "");
  // The first format has neither hash nor replay, and stands before the chain: nothing in the chain can be passed off as it.
  if (decision.format === 1) return [...position, ...chain, ...fault("HASH", "", decision.hash ?? "")];
  return [
    ...position,
    ...chain,
    ...fault("HASH", hashOf(decision), decision.hash ?? ""),
    ...fault(
      "COLUMNS",
      columnsOf(recorded(decision.body)),
      columnsOf({ ...decision, version: decision.programVersion }),
    ),
    ...replayFault(decision, program),
  ];
}

/** Compares what is kept of a sound decision with what it implies. What an earlier release kept is worked out anew. */
export function verifyOutlook(decision: DecisionRow, kept: OutlookRow, program: Program): DecisionFault[] {
  const [implied] = kept.format === OUTLOOK_FORMAT ? outlookRows({ decision, program }) : [];
  if (implied === undefined) return [];
  const [expected, found] = [textOf(implied), textOf(kept)];
  return expected === found ? [] : [{ decision, kind: "OUTLOOK", expected, found }];
}

const textOf = ({ body, partnerBody }: OutlookRow): string => (partnerBody === null ? body : `${body} ${partnerBody}`);

function replayFault(decision: DecisionRow, program: Program | null): DecisionFault[] {
  const [expected, found] = ["a published version", `${decision.programVersion} of ${decision.program}`];
  if (program === null) return [{ decision, kind: "REPLAY", expected, found }];
  const replay = replayDecision(program, decision.body);
  return replay.kind === "Same" ? [] : [{ decision, kind: "REPLAY", expected: replay.replayed, found: replay.stored }];
}

const columnsOf = (said: Record<string, unknown>): string =>
  JSON.stringify(
    ["program", "version", "asOf", "tier", "previousTier", "outcome", "effectiveOn"].map((name) => said[name]),
  );

/** Only compared, never believed. */
function recorded(body: string): Record<string, unknown> {
  try {
    const record = JSON.parse(body) as Record<string, unknown> & { before: { placed?: unknown } | null };
    return { ...record, previousTier: record.before?.placed ?? null };
  } catch {
    return {};
  }
}
