import { assessRequirement } from "./assess-requirement.js";
import type { AssessedRequirement } from "./assessed.js";
import type { Evidence } from "./evidence.js";

/** The track that the program puts a partner on, and the rules that led to it. */
export interface Classification {
  readonly track: string;
  /**
   * The rules that were tried, in the document's order; only the last one held. Empty where `otherwise` applied at
   * once.
   */
  readonly asked: readonly AssessedRequirement[];
}

/** Null where the program has no classified tracks, or no rule holds and there is no `otherwise`. */
export function classify(evidence: Evidence): Classification | null {
  const asked: AssessedRequirement[] = [];
  for (const { name, classified } of evidence.program.tracks) {
    if (classified === null) continue;
    if (classified === "otherwise") return { track: name, asked };
    const { node } = assessRequirement(classified, evidence);
    asked.push(node);
    if (node.isMet && node.isAsked) return { track: name, asked };
  }
  return null;
}

/** The evidence with the partner on its classified track. */
export function classified(evidence: Evidence, classification: Classification | null): Evidence {
  if (classification === null) return evidence;
  const { subject } = evidence;
  return { ...evidence, subject: { ...subject, tracks: [...subject.tracks, classification.track] } };
}
