import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";

/** So that nobody has us ask somebody else's address all day. */
export const MAX_RUNS_AN_HOUR = 100;

/** Characters of an endpoint's address. */
export const MAX_URL = 500;

export const validationRefusals = refusalTable("validation", {
  PartnerUnknown: { code: "PARTNER_NOT_FOUND", at: ["partnerId"], message: "There is no such partner." },
  ValidationUnknown: { at: ["validation"], message: "The program has no such validation for this partner." },
  NoEndpoint: { at: ["partnerId"], message: "The partner has not declared the address of its solution." },
  TooManyRuns: {
    at: ["partnerId"],
    message: "At most {maxRunsAnHour} runs within an hour.",
    values: { maxRunsAnHour: MAX_RUNS_AN_HOUR },
  },
  EndpointInvalid: {
    at: ["url"],
    message: "{because}",
    values: ({ because }: { because: string }) => ({ because }),
    meaning: "The address is not one by https of a host in the public net, or it has a query.",
  },
  EndpointTooLong: {
    code: "ENDPOINT_INVALID",
    at: ["url"],
    message: "An address has at most {maxUrl} characters.",
    values: { maxUrl: MAX_URL },
  },
  EndpointHasQuery: {
    code: "ENDPOINT_INVALID",
    at: ["url"],
    message: "Paths are added to it: it ends before a question mark.",
  },
  RunUnknown: { code: "RUN_NOT_FOUND", at: ["id"], message: "There is no such run." },
  CheckUnknown: { at: ["check"], message: "The run has no such check." },
  CheckRunsItself: {
    at: ["check"],
    message: "{title} is found out by asking the endpoint.",
    values: ({ title }: { title: string }) => ({ title }),
    meaning: "The check is made by asking the endpoint: no person records it.",
  },
  EvidenceInvalid: { code: "TEXT_INVALID", at: ["evidence"], message: "evidence must be 1 to 200 characters." },
});
export type ValidationRefusal = RefusalOf<typeof validationRefusals>;
