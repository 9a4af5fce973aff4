import { type RefusalOf, refusalTable } from "@tiergraph/kit/values/refusal-table";

export const MAX_COHORTS = 500;
export const MAX_LISTED = 10_000;

export const cohortRefusals = refusalTable("cohort", {
  NameInvalid: { at: ["name"], message: "A name is small letters, digits and hyphens, at most 64." },
  DescriptionInvalid: {
    code: "TEXT_INVALID",
    at: ["description"],
    message: "A description is 1 to 200 characters.",
  },
  RuleOrListMissing: {
    code: "RULE_OR_LIST",
    at: ["rule"],
    message: "A cohort has a rule or a list of partners.",
  },
  RuleInvalid: {
    at: ["rule"],
    message: "A rule asks for something: lists hold 1 to 100 names, and joinedFrom is before joinedBefore.",
  },
  PartnersUnknown: {
    code: "PARTNER_NOT_FOUND",
    at: ["partnerIds"],
    message: "There is no partner {partnerIds}.",
    values: ({ partnerIds }: { partnerIds: readonly string[] }) => ({ partnerIds: partnerIds.slice(0, 5).join(", ") }),
    meaning: "One of the partners does not exist.",
  },
  TooManyPartners: {
    code: "TOO_MANY",
    at: ["partnerIds"],
    message: "At most {maxListed} partners are listed.",
    values: { maxListed: MAX_LISTED },
    meaning: "At most 10,000 partners are listed in a cohort, and there are at most 500 cohorts.",
  },
  TooManyCohorts: {
    code: "TOO_MANY",
    at: ["name"],
    message: "There are {maxCohorts} cohorts: remove one.",
    values: { maxCohorts: MAX_COHORTS },
  },
});
export type CohortRefusal = RefusalOf<typeof cohortRefusals>;

export const removalRefusals = refusalTable("cohort-removal", {
  CohortUnknown: { at: ["name"], message: "There is no such cohort." },
});
