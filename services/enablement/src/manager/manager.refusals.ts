import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";
import { NAME_RULE } from "@tiergraph/program/document/notation";

export const MAX_CAPACITY = 100_000;

export const managerRefusals = refusalTable("manager", {
  CodeInvalid: {
    at: ["code"],
    message: NAME_RULE,
    meaning: "A code is small letters, digits and single hyphens, at most 64.",
  },
  NameInvalid: {
    code: "TEXT_INVALID",
    at: ["name"],
    message: "name must be 1 to 200 characters.",
    meaning: "A name or reason is not 1 to 200 characters, or an address is none.",
  },
  EmailInvalid: { code: "TEXT_INVALID", at: ["email"], message: "It is not an address." },
  ReasonInvalid: { code: "TEXT_INVALID", at: ["reason"], message: "reason must be 1 to 200 characters." },
  CapacityInvalid: {
    at: ["capacity"],
    message: "Between 1 and {maxCapacity} partners.",
    values: { maxCapacity: MAX_CAPACITY },
  },
  ManagerUnknown: {
    code: "MANAGER_NOT_FOUND",
    at: ({ field }: { field: "code" | "from" }) => [field],
    message: "There is no such manager.",
    meaning: "There is no such manager, or none with the same role.",
  },
  SuccessorUnknown: {
    code: "MANAGER_NOT_FOUND",
    at: ["to"],
    message: "There is no such other manager with the same role.",
  },
  StandInUnknown: {
    code: "STAND_IN_NOT_FOUND",
    at: ["standIn"],
    message: "There is no such manager beside the one who is away.",
  },
  DaysInvalid: { at: ["until"], message: "It ends before it begins." },
  PartnerUnknown: { code: "PARTNER_NOT_FOUND", at: ["partnerId"], message: "There is no such partner." },
  NotPromised: { at: ["partnerId"], message: "The partner's tier promises nobody of that role." },
  NotLookedAfter: {
    at: ["code"],
    message: "{name} looks after other tiers or regions.",
    values: ({ name }: { name: string }) => ({ name }),
    meaning: "The manager looks after other tiers or regions.",
  },
});
export type ManagerRefusal = RefusalOf<typeof managerRefusals>;
