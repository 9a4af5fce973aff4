import { z } from "zod";

// What the graph answers to the questions of a reconciliation, by the names of the operations.
const digest = z.object({
  partnerId: z.string(),
  facts: z.number().nullish(),
  factsDigest: z.string().nullish(),
  periods: z.number().nullish(),
  periodsDigest: z.string().nullish(),
});
/** What one service keeps of a partner's facts and tiers. */
export type Digest = z.infer<typeof digest>;

const rollupFault = z.object({
  partnerId: z.string(),
  table: z.string(),
  on: z.string(),
  series: z.string(),
  expected: z.string(),
  found: z.string(),
});
const ledgerFault = z.object({
  partnerId: z.string(),
  kind: z.string(),
  subject: z.string(),
  expected: z.string(),
  found: z.string(),
});
const batch = { checked: z.number(), total: z.number(), next: z.string().nullable(), digests: z.array(digest) };
const mended = z.object({ partners: z.number(), userErrors: z.array(z.object({ message: z.string() })) }).nullable();
const queue = z.object({ pending: z.number() }).nullable();

export const QUESTIONS = {
  "reconcile-rollups": z.object({
    reconcileRollups: z.object({ ...batch, faults: z.array(rollupFault) }).nullable(),
  }),
  "reconcile-ledger": z.object({
    reconcileLedger: z.object({ ...batch, faults: z.array(ledgerFault) }).nullable(),
  }),
  "tier-digests": z.object({
    tierDigests: z.object({ digests: z.array(digest), total: z.number(), next: z.string().nullable() }).nullable(),
  }),
  "rebuild-rollups": z.object({ rebuildRollups: mended }),
  "settle-ledgers": z.object({ settleLedgers: mended }),
  "job-queues": z.object({ partnersJobs: queue, metricsJobs: queue, benefitsJobs: queue, enablementJobs: queue }),
};
export type Question = keyof typeof QUESTIONS;
export type AnswerTo<Name extends Question> = z.infer<(typeof QUESTIONS)[Name]>;
export type AskQuestion = <Name extends Question>(
  name: Name,
  variables: Record<string, unknown>,
) => Promise<AnswerTo<Name>>;
