import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";
import { asDay } from "@tiergraph/schema/messages";

export const MAX_PEOPLE_PER_REGISTRATION = 1_000;

/** Which person of the input is meant, from 0. */
interface OfPerson {
  readonly index: number;
}
const fieldOf =
  (name: string) =>
  ({ index }: OfPerson) => ["people", String(index), name];

export const registrationRefusals = refusalTable("people", {
  TooMany: {
    at: ["people"],
    message: "At most {maxPeoplePerRegistration} people at a time.",
    values: { maxPeoplePerRegistration: MAX_PEOPLE_PER_REGISTRATION },
  },
  TextInvalid: {
    at: ({ index, name }: OfPerson & { name: "externalId" | "name" }) => ["people", String(index), name],
    message: "{name} must be 1 to 200 characters.",
    values: ({ name }: OfPerson & { name: "externalId" | "name" }) => ({ name }),
    meaning: "A key or name is not 1 to 200 characters, or an address is none.",
  },
  EmailInvalid: {
    code: "TEXT_INVALID",
    at: fieldOf("email"),
    message: "{email} is not an address.",
    values: ({ email }: OfPerson & { email: string }) => ({ email }),
  },
  DuplicatePerson: {
    at: fieldOf("externalId"),
    message: "Person {externalId} is there twice.",
    values: ({ externalId }: OfPerson & { externalId: string }) => ({ externalId }),
    meaning: "The same person of a partner is in the input twice.",
  },
  PartnerUnknown: { code: "PARTNER_NOT_FOUND", at: fieldOf("partnerId"), message: "There is no such partner." },
});
export type RegistrationRefusal = RefusalOf<typeof registrationRefusals>;

export const moveRefusals = refusalTable("person-move", {
  PersonUnknown: { code: "PERSON_NOT_FOUND", at: ["personId"], message: "There is no such person." },
  PartnerUnknown: {
    code: "PARTNER_NOT_FOUND",
    at: ["partnerId"],
    message: "There is no such partner.",
    meaning: "There is no such partner, or the person already works for it.",
  },
  SamePartner: {
    code: "PARTNER_NOT_FOUND",
    at: ["partnerId"],
    message: "The person already works for this partner.",
  },
  PersonLeft: {
    at: ["personId"],
    message: "It left this partner for another on {leftOn}: name who it is there.",
    values: ({ leftOn }: { leftOn: string | null }) => ({ leftOn: leftOn === null ? "" : asDay(leftOn) }),
    meaning: "The person left this partner for another: name the person that it is there.",
  },
  TextInvalid: { at: ["externalId"], message: "externalId must be 1 to 200 characters." },
});
