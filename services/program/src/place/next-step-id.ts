import { decodeParts, encodeParts } from "../exact/index.js";

/** A certification that a person could earn next: enablement recommends it, metrics computes its effect. */
export interface NextStepKey {
  readonly partnerId: string;
  readonly personId: string;
  readonly course: string;
  /** Null where completing the course gives no certification. */
  readonly level: string | null;
  readonly role: string | null;
}

export const encodeNextStep = ({ partnerId, personId, course, level, role }: NextStepKey): string =>
  encodeParts([partnerId, personId, course, level, role]);

const MAX_ID_LENGTH = 8_000;

/** Untrusted input: null unless well formed. */
export function decodeNextStep(id: string): NextStepKey | null {
  const parts = decodeParts(id, MAX_ID_LENGTH);
  if (parts?.length !== 5) return null;
  const areTexts = parts.slice(0, 3).every((part) => typeof part === "string");
  const mayBeNull = parts.slice(3).every((part) => part === null || typeof part === "string");
  if (!areTexts || !mayBeNull) return null;
  const [partnerId, personId, course, level, role] = parts as [string, string, string, string | null, string | null]; // Checked above.
  return { partnerId, personId, course, level, role };
}
