/** A certification that a person could earn next: what enablement recommends and metrics supposes. */
export interface NextStepKey {
  readonly partnerId: string;
  readonly personId: string;
  readonly course: string;
  /** Null where completing the course certifies nobody. */
  readonly level: string | null;
  readonly role: string | null;
}

export const encodeNextStep = ({ partnerId, personId, course, level, role }: NextStepKey): string =>
  Buffer.from(JSON.stringify([partnerId, personId, course, level, role])).toString("base64url");

const MAX_ID_LENGTH = 8_000;

/** Null for whatever `encodeNextStep` did not make: it comes from outside, and is believed in nothing. */
export function decodeNextStep(id: string): NextStepKey | null {
  if (id.length > MAX_ID_LENGTH) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(id, "base64url").toString());
    if (!Array.isArray(parts) || parts.length !== 5) return null;
    const [partnerId, personId, course, level, role] = parts;
    const areTexts = [partnerId, personId, course].every((part) => typeof part === "string");
    const mayBeNull = [level, role].every((part) => part === null || typeof part === "string");
    return areTexts && mayBeNull ? { partnerId, personId, course, level, role } : null;
  } catch {
    return null;
  }
}
