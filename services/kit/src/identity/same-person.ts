import { foldLetters } from "../values/same-customer.js";

/**
 * Whether two subjects of tokens are one person, however each is spelt: `PM1`, `pm1 ` and one with a letter of another
 * script or none that is seen. For rules that ask for a second person: it is better to ask for a third than to take one
 * for two. Roles and tokens do not count, only who holds them.
 */
export const isSamePerson = (one: string, other: string): boolean => personKey(one) === personKey(other);

const personKey = (subject: string): string => foldLetters(subject).replace(/[\s\p{C}\p{Z}]+/gu, "");
