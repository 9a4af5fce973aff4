import { isLine } from "@tiergraph/kit/values/text";

export const MAX_PEOPLE_PER_REGISTRATION = 1_000;
export const PERSON_ROLES = ["sales", "engineering", "customer-success"] as const;

export interface PersonRegistration {
  readonly partnerId: string;
  /** The partner's or the vendor's own key of the person, unique within the partner. */
  readonly externalId: string;
  /** The external id where left out; kept as it was for a known person. */
  readonly name?: string | null;
  readonly email?: string | null;
  readonly role?: (typeof PERSON_ROLES)[number] | null;
}

export interface PeopleProblem {
  readonly code: "TOO_MANY" | "TEXT_INVALID" | "DUPLICATE_PERSON" | "PARTNER_NOT_FOUND";
  readonly field: readonly string[];
  readonly message: string;
}

/** All that is wrong with a registration of people; nothing of it is taken unless the list is empty. */
export function checkPeople(people: readonly PersonRegistration[], partnerIds: ReadonlySet<string>): PeopleProblem[] {
  if (people.length > MAX_PEOPLE_PER_REGISTRATION)
    return [
      { code: "TOO_MANY", field: ["people"], message: `At most ${MAX_PEOPLE_PER_REGISTRATION} people at a time.` },
    ];
  const seen = new Set<string>();
  return people.flatMap((person, i) => {
    const problem = (code: PeopleProblem["code"], name: string, message: string) => ({
      code,
      field: ["people", String(i), name],
      message,
    });
    const key = JSON.stringify([person.partnerId, person.externalId]);
    const isRepeated = seen.has(key);
    seen.add(key);
    return [
      ...(partnerIds.has(person.partnerId)
        ? []
        : [problem("PARTNER_NOT_FOUND", "partnerId", "There is no such partner.")]),
      ...(isRepeated ? [problem("DUPLICATE_PERSON", "externalId", `Person ${person.externalId} is there twice.`)] : []),
      ...(isLine(person.externalId)
        ? []
        : [problem("TEXT_INVALID", "externalId", "externalId must be 1 to 200 characters.")]),
      ...(person.name == null || isLine(person.name)
        ? []
        : [problem("TEXT_INVALID", "name", "name must be 1 to 200 characters.")]),
      ...(person.email == null || (isLine(person.email) && /^[^\s@]+@[^\s@]+$/.test(person.email))
        ? []
        : [problem("TEXT_INVALID", "email", `${person.email} is not an address.`)]),
    ];
  });
}
