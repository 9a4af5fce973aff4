import { z } from "zod";
import type { Operation } from "./judge-answer.js";

const registration = z.object({
  registerPartners: z.object({
    partners: z.array(z.object({ id: z.string(), code: z.string() })),
    added: z.number(),
    changed: z.number(),
    userErrors: z.array(z.object({ code: z.string(), field: z.array(z.string()).nullable(), message: z.string() })),
  }),
});

/** At most 1,000 partners; all are refused when one is. */
export const REGISTER_PARTNERS: Operation<z.infer<typeof registration>> = {
  query: `mutation RegisterPartners($partners: [PartnerInput!]!) {
    registerPartners(input: { partners: $partners }) {
      partners { id code }
      added
      changed
      userErrors { code field message }
    }
  }`,
  data: registration,
};

const result = z.object({
  index: z.number(),
  outcome: z.enum(["RECORDED", "UPDATED", "UNCHANGED", "REFUSED"]),
  code: z.string().nullable(),
  field: z.string().nullable(),
  message: z.string().nullable(),
});
export type FactResult = z.infer<typeof result>;

const recording = z.object({
  recordFacts: z.object({
    results: z.array(result),
    userErrors: z.array(z.object({ message: z.string() })),
  }),
});

/** At most 1,000 facts, each taken or refused by itself. */
export const RECORD_FACTS: Operation<z.infer<typeof recording>> = {
  query: `mutation RecordFacts($facts: [FactInput!]!) {
    recordFacts(input: { facts: $facts }) {
      results { index outcome code field message }
      userErrors { message }
    }
  }`,
  data: recording,
};
