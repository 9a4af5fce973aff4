import { isLine } from "@tiergraph/kit/values/text";
import { MAX_PEOPLE_PER_REGISTRATION, type RegistrationRefusal, registrationRefusals } from "./person.refusals.js";

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

/** All that is wrong with a registration of people; nothing of it is taken unless the list is empty. */
export function checkPeople(
  people: readonly PersonRegistration[],
  partnerIds: ReadonlySet<string>,
): RegistrationRefusal[] {
  if (people.length > MAX_PEOPLE_PER_REGISTRATION) return [registrationRefusals.TooMany()];
  const seen = new Set<string>();
  return people.flatMap(({ partnerId, externalId, name, email }, index) => {
    const key = JSON.stringify([partnerId, externalId]);
    const isRepeated = seen.has(key);
    seen.add(key);
    return [
      ...(partnerIds.has(partnerId) ? [] : [registrationRefusals.PartnerUnknown({ index })]),
      ...(isRepeated ? [registrationRefusals.DuplicatePerson({ index, externalId })] : []),
      ...(isLine(externalId) ? [] : [registrationRefusals.TextInvalid({ index, name: "externalId" })]),
      ...(name == null || isLine(name) ? [] : [registrationRefusals.TextInvalid({ index, name: "name" })]),
      ...(email == null || isAddress(email) ? [] : [registrationRefusals.EmailInvalid({ index, email })]),
    ];
  });
}

const isAddress = (email: string): boolean => isLine(email) && /^[^\s@]+@[^\s@]+$/.test(email);
