import { setTimeout } from "node:timers/promises";
import { SERVICES } from "@tiergraph/kit/database/provision";
import { readOperation } from "@tiergraph/schema/operations";
import { Command } from "commander";
import { z } from "zod";
import { type Ask, openGraph } from "../client/graph-client.js";
import type { Operation } from "../client/judge-answer.js";
import { tokenToUse } from "./token-to-use.js";

// Replays every stored decision, and holds the audit logs against their seals: `npm run verify`.
const { env } = process;
const DECISIONS_AT_ONCE = 500;

const command = new Command("npm run verify --")
  .option("--partner <id>", "one partner's decisions only")
  .option("--url <url>", "the graph", `http://127.0.0.1:${env.PORT || 4000}/graphql`)
  .option("--token <token>", "default: TIERGRAPH_TOKEN, else a development token of a program manager")
  .parse();
const { partner, url, token } = command.opts<{ partner?: string; url: string; token?: string }>();

const fault = z.object({
  partnerId: z.string(),
  decisionId: z.string(),
  sequence: z.number(),
  kind: z.string(),
  expected: z.string(),
  found: z.string(),
});
const verified = z.object({
  verifyDecisions: z
    .object({ checked: z.number(), total: z.number(), faults: z.array(fault), next: z.string().nullable() })
    .nullable(),
});

const sealed = z.object({
  seals: z.number(),
  entries: z.number(),
  unsealed: z.number(),
  faults: z.array(z.object({ seal: z.number(), expected: z.string(), found: z.string() })),
  next: z.number().nullable(),
});

process.exitCode = await run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 2;
});

/** 0 when every decision is as it was made, 1 when one is not, 2 when that could not be found out. */
async function run(): Promise<number> {
  const ask = openGraph({
    url,
    token: await tokenToUse(token, env),
    note: (text) => console.error(text),
    time: { now: Date.now, pause: (ms) => setTimeout(ms), isStopped: () => false },
  });
  const areDecisionsSound = await verifyDecisions(ask);
  // One partner's decisions say nothing of what others were asked.
  const areLogsSound = partner !== undefined || (await verifyLogs(ask));
  return areDecisionsSound && areLogsSound ? 0 : 1;
}

async function verifyDecisions(ask: Ask): Promise<boolean> {
  const operation = { query: readOperation("verify-decisions").document, data: verified };
  let [checked, faulty, after] = [0, 0, null as string | null];
  do {
    const answer = await ask(operation, { partnerId: partner ?? null, first: DECISIONS_AT_ONCE, after });
    if (answer.kind !== "Answered") throw new Error(answer.message);
    const batch = answer.data.verifyDecisions;
    if (batch === null) throw new Error("The graph did not verify: a program manager or an analyst may ask it to.");
    checked += batch.checked;
    faulty += new Set(batch.faults.map(({ decisionId }) => decisionId)).size;
    for (const found of batch.faults) console.log(inWords(found));
    console.error(`${checked} of ${batch.total} decisions`);
    after = batch.next;
  } while (after !== null);
  console.log(`decisions checked: ${checked}\ndecisions that differ: ${faulty}`);
  return faulty === 0;
}

/** Whether every entry of every service's log is what it was when it was sealed. */
async function verifyLogs(ask: Ask): Promise<boolean> {
  let [entries, unsealed, faulty] = [0, 0, 0];
  for (const service of SERVICES) {
    const operation = {
      query: readOperation(`verify-${service}-audit`).document,
      data: z.record(z.string(), sealed.nullable()),
    };
    let after: number | null = 0;
    while (after !== null) {
      const page: z.infer<typeof sealed> = await askedPage(ask, operation, after);
      entries += page.entries;
      unsealed += page.unsealed;
      faulty += page.faults.length;
      for (const { seal, expected, found } of page.faults)
        console.log(`AUDIT: ${service}, seal ${seal}: expected ${expected}, found ${found}`);
      after = page.next;
    }
  }
  console.log(`audit entries checked: ${entries}, not sealed yet: ${unsealed}\nseals that differ: ${faulty}`);
  return faulty === 0;
}

async function askedPage(
  ask: Ask,
  operation: Operation<Record<string, z.infer<typeof sealed> | null>>,
  after: number,
): Promise<z.infer<typeof sealed>> {
  const answer = await ask(operation, { after });
  if (answer.kind !== "Answered") throw new Error(answer.message);
  const [page] = Object.values(answer.data);
  if (page == null) throw new Error("The graph did not verify: a program manager or an analyst may ask it to.");
  return page;
}

function inWords({ partnerId, sequence, kind, expected, found }: z.infer<typeof fault>): string {
  return `${kind}: partner ${partnerId}, decision ${sequence}: expected ${expected}, found ${found}`;
}
