import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";

export const sandboxRefusals = refusalTable("sandbox", {
  PartnerUnknown: { code: "PARTNER_NOT_FOUND", at: ["partnerId"], message: "There is no such partner." },
  SandboxUnknown: {
    code: "SANDBOX_NOT_FOUND",
    at: ["id"],
    message: "There is no such sandbox, or it is gone.",
    meaning: "There is no such sandbox, it is gone, or no sandbox has this key.",
  },
  KeyUnknown: { code: "SANDBOX_NOT_FOUND", at: ["key"], message: "No sandbox has this key." },
  NotOfferedInTier: {
    code: "NOT_OFFERED",
    at: ["partnerId"],
    message: "The partner's tier gives no sandboxes.",
    meaning: "The partner's tier gives no sandboxes, or the program gives none any more.",
  },
  NotOffered: { at: ["id"], message: "The program gives no sandboxes any more." },
  QuotaReached: {
    at: ["partnerId"],
    message: "The partner's tier gives {quota} at once: release one first.",
    values: ({ quota }: { quota: number }) => ({ quota }),
    meaning: "The partner has as many sandboxes as its tier gives at once: release one first.",
  },
  NotExtended: {
    at: ["id"],
    message: "{because}",
    values: ({ because }: { because: string }) => ({ because }),
    meaning: "The program extends no sandboxes, or this one was extended as often as it may be.",
  },
  LabelInvalid: { code: "TEXT_INVALID", at: ["label"], message: "label must be 1 to 200 characters." },
  DealInvalid: {
    at: [],
    message: "A deal has a customer from 1 to 20, an amount above zero and a product.",
  },
  SandboxFull: { at: ["key"], message: "A sandbox holds 10,000 deals." },
});
export type SandboxRefusal = RefusalOf<typeof sandboxRefusals>;
