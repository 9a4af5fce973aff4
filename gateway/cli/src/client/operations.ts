import { z } from "zod";
import type { Operation } from "./judge-answer.js";

const refusals = z.array(z.object({ code: z.string(), field: z.array(z.string()).nullable(), message: z.string() }));
const wholeRefusals = z.array(z.object({ message: z.string() }));

const registration = z.object({
  registerPartners: z.object({
    partners: z.array(z.object({ id: z.string(), code: z.string() })),
    added: z.number(),
    changed: z.number(),
    userErrors: refusals,
  }),
});

/** At most 1,000 partners; all are refused when one is. */
export const REGISTER_PARTNERS: Operation<z.infer<typeof registration>> = {
  query: `mutation RegisterPartners($partners: [PartnerInput!]!, $dryRun: Boolean! = false) {
    registerPartners(input: { partners: $partners, dryRun: $dryRun }) {
      partners { id code }
      added
      changed
      userErrors { code field message }
    }
  }`,
  data: registration,
};

const people = z.object({
  registerPeople: z.object({
    people: z.array(z.object({ id: z.string(), externalId: z.string() })),
    added: z.number(),
    changed: z.number(),
    userErrors: refusals,
  }),
});

/** At most 1,000 people, answered in their order; all are refused when one is. */
export const REGISTER_PEOPLE: Operation<z.infer<typeof people>> = {
  query: `mutation RegisterPeople($people: [PersonInput!]!, $dryRun: Boolean! = false) {
    registerPeople(input: { people: $people, dryRun: $dryRun }) {
      people { id externalId }
      added
      changed
      userErrors { code field message }
    }
  }`,
  data: people,
};

const result = z.object({
  index: z.number(),
  outcome: z.enum(["RECORDED", "UPDATED", "UNCHANGED", "WAITING", "REFUSED"]),
  code: z.string().nullable(),
  field: z.string().nullable(),
  message: z.string().nullable(),
  /** Of a fact that came after its period had closed. */
  notice: z.string().nullish(),
});
/** The outcome of one fact, completion or rate. */
export type ItemResult = z.infer<typeof result>;

const recording = z.object({
  recordFacts: z.object({
    results: z.array(result),
    userErrors: wholeRefusals,
  }),
});

/** At most 1,000 facts, each taken or refused by itself. */
export const RECORD_FACTS: Operation<z.infer<typeof recording>> = {
  query: `mutation RecordFacts($facts: [FactInput!]!, $dryRun: Boolean! = false) {
    recordFacts(input: { facts: $facts, dryRun: $dryRun }) {
      results { index outcome code field message notice }
      userErrors { message }
    }
  }`,
  data: recording,
};

const completions = z.object({
  recordCompletions: z.object({ results: z.array(result), userErrors: wholeRefusals }),
});

/** At most 1,000 completions, each taken or refused by itself. */
export const RECORD_COMPLETIONS: Operation<z.infer<typeof completions>> = {
  query: `mutation RecordCompletions($completions: [CompletionInput!]!, $dryRun: Boolean! = false) {
    recordCompletions(input: { completions: $completions, dryRun: $dryRun }) {
      results { index outcome code field message }
      userErrors { message }
    }
  }`,
  data: completions,
};

const rates = z.object({
  recordExchangeRates: z.object({ results: z.array(result), userErrors: wholeRefusals }),
});

/** At most 1,000 rates, each taken or refused by itself. */
export const RECORD_EXCHANGE_RATES: Operation<z.infer<typeof rates>> = {
  query: `mutation RecordExchangeRates($rates: [ExchangeRateInput!]!, $dryRun: Boolean! = false) {
    recordExchangeRates(input: { rates: $rates, dryRun: $dryRun }) {
      results { index outcome code field message }
      userErrors { message }
    }
  }`,
  data: rates,
};
