/** What is known by names, and what names one: an id carries the type and these, so that it names one object of the whole graph. */
const NAMED_BY = {
  Benefit: ["program", "version", "name"],
  Cohort: ["name"],
  Content: ["name", "version"],
  Course: ["name"],
  Enrollment: ["person", "course"],
  LearningPath: ["name"],
  Market: ["program", "version", "name"],
  Maturity: ["name"],
  OnboardingStep: ["plan", "name"],
  PartnerFund: ["partner", "program", "fund", "period"],
  Program: ["program", "version"],
  ProgramDraft: ["program", "version"],
  ReviewForm: ["name"],
  RewardAccount: ["partner", "program", "currency"],
  SavedQuery: ["viewer", "name"],
  Scenario: ["name", "revision"],
  SessionPlace: ["session", "person"],
  Track: ["program", "version", "name"],
  Validation: ["name"],
  VendorManager: ["code"],
} as const;
export type NamedType = keyof typeof NAMED_BY;
type Texts<A extends readonly unknown[]> = { readonly [I in keyof A]: string };
type NamesOf<T extends NamedType> = Texts<(typeof NAMED_BY)[T]>;

/** Longer than any of names and ids. */
const MAX_LENGTH = 2_000;

/** The opaque public id of something that is known by its names. */
export const encodeNamedId = <T extends NamedType>(type: T, ...names: NamesOf<T>): string => textOf([type, ...names]);

/** What an id names; null for a text that `encodeNamedId` did not make. */
export function readNamedId(id: string): { readonly type: NamedType; readonly names: readonly string[] } | null {
  const [type = "", ...names] = partsOf(id);
  if (!isNamedType(type) || NAMED_BY[type].length !== names.length) return null;
  // Base64 has several spellings of one text, and JSON has, too: only one spelling of an id is an id.
  return textOf([type, ...names]) === id ? { type, names } : null;
}

/** The names in an id of a type; null for an id of any other. */
export function decodeNamedId<T extends NamedType>(type: T, id: string): NamesOf<T> | null {
  const read = readNamedId(id);
  return read?.type === type ? (read.names as unknown as NamesOf<T>) : null; // As many as the type has.
}

const isNamedType = (text: string): text is NamedType => Object.hasOwn(NAMED_BY, text);

const textOf = (parts: readonly string[]): string => Buffer.from(JSON.stringify(parts)).toString("base64url");

/** Untrusted input: none where it is no list of texts. */
function partsOf(id: string): string[] {
  if (id.length > MAX_LENGTH) return [];
  try {
    const parts: unknown = JSON.parse(Buffer.from(id, "base64url").toString());
    return Array.isArray(parts) && parts.every((part) => typeof part === "string") ? parts : [];
  } catch {
    return [];
  }
}
