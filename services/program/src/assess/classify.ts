import { assessRequirement } from "./assess-requirement.js";
import type { AssessedRequirement } from "./assessed.js";
import type { Evidence } from "./evidence.js";

/** In which track the program puts a partner, and by what. */
export interface Classification {
  readonly track: string;
  /** The rules that were asked, in the document's order: all but the last did not hold. Empty where only `otherwise` was left. */
  readonly asked: readonly AssessedRequirement[];
}

/** Null where the program classifies nobody, or no rule holds and none takes the rest. */
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

/** The evidence with the partner on the track that it was put in. */
export function classified(evidence: Evidence, classification: Classification | null): Evidence {
  if (classification === null) return evidence;
  const { subject } = evidence;
  return { ...evidence, subject: { ...subject, tracks: [...subject.tracks, classification.track] } };
}
