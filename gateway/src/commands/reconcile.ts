import fs from "node:fs";
import { setTimeout } from "node:timers/promises";
import { Command } from "commander";
import { z } from "zod";
import { openGraph } from "../client/graph-client.js";
import { schemaFile } from "../schema-files.js";
import { tokenToUse } from "./token-to-use.js";

// Recounts every fact and holds the kept sums against it, and every ledger against facts, tiers and rules:
// `npm run reconcile`. With `--rebuild`, sums that differ are mended; a ledger is never mended but by an entry.
const { env } = process;
const PARTNERS_AT_ONCE = 200;

const command = new Command("npm run reconcile --")
  .option("--rebuild", "make the sums that differ what the facts come to")
  .option("--url <url>", "the graph", `http://127.0.0.1:${env.PORT || 4000}/graphql`)
  .option("--token <token>", "default: TIERGRAPH_TOKEN, else a development token of a program manager")
  .parse();
const { rebuild = false, url, token } = command.opts<{ rebuild?: boolean; url: string; token?: string }>();

const fault = z.object({
  partnerId: z.string(),
  table: z.string(),
  on: z.string(),
  series: z.string(),
  expected: z.string(),
  found: z.string(),
});
const reconciled = z.object({
  reconcileRollups: z
    .object({ checked: z.number(), total: z.number(), faults: z.array(fault), next: z.string().nullable() })
    .nullable(),
});
const rebuilt = z.object({
  rebuildRollups: z.object({ partners: z.number(), userErrors: z.array(z.object({ message: z.string() })) }).nullable(),
});
const ledgerFault = z.object({
  partnerId: z.string(),
  kind: z.string(),
  subject: z.string(),
  expected: z.string(),
  found: z.string(),
});
const ledgersReconciled = z.object({
  reconcileLedger: z
    .object({ checked: z.number(), total: z.number(), faults: z.array(ledgerFault), next: z.string().nullable() })
    .nullable(),
});
const query = (name: string): string => fs.readFileSync(schemaFile(`operations/${name}.graphql`), "utf8");

process.exitCode = await run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 2;
});

/** 0 when every sum is what the facts come to (or was mended) and every ledger agrees, 1 when one does not, 2 when that could not be found out. */
async function run(): Promise<number> {
  const graph = openGraph({
    url,
    token: await tokenToUse(token, env),
    note: (text) => console.error(text),
    time: { now: Date.now, pause: (ms) => setTimeout(ms), isStopped: () => false },
  });
  const ask = async <Data>(name: string, data: z.ZodType<Data>, variables: Record<string, unknown>): Promise<Data> => {
    const answer = await graph({ query: query(name), data }, variables);
    if (answer.kind !== "Answered") throw new Error(answer.message);
    return answer.data;
  };
  let [checked, differing, after] = [0, 0, null as string | null];
  do {
    const { reconcileRollups: stretch } = await ask("reconcile-rollups", reconciled, {
      first: PARTNERS_AT_ONCE,
      after,
    });
    if (stretch === null) throw new Error("The graph did not recount: a program manager or an analyst may ask it to.");
    checked += stretch.checked;
    differing += stretch.faults.length;
    for (const found of stretch.faults) console.log(inWords(found));
    console.error(`${checked} of ${stretch.total} partners`);
    const partnerIds = [...new Set(stretch.faults.map(({ partnerId }) => partnerId))];
    if (rebuild && partnerIds.length > 0) {
      const { rebuildRollups: mended } = await ask("rebuild-rollups", rebuilt, { partnerIds });
      if (mended === null || mended.userErrors.length > 0) throw new Error("The graph did not mend what differs.");
      console.error(`mended ${mended.partners} partners`);
    }
    after = stretch.next;
  } while (after !== null);
  console.log(`partners checked: ${checked}\nsums that differ: ${differing}`);
  const faults = await reconcileLedgers(ask);
  console.log(`ledger faults: ${faults}`);
  return (differing === 0 || rebuild) && faults === 0 ? 0 : 1;
}

type Ask = <Data>(name: string, data: z.ZodType<Data>, variables: Record<string, unknown>) => Promise<Data>;

/** How many faults there are, each told as it is found. */
async function reconcileLedgers(ask: Ask): Promise<number> {
  let [checked, found, after] = [0, 0, null as string | null];
  do {
    const { reconcileLedger: stretch } = await ask("reconcile-ledger", ledgersReconciled, { after });
    if (stretch === null)
      throw new Error("The graph did not reconcile: a program manager or an analyst may ask it to.");
    checked += stretch.checked;
    found += stretch.faults.length;
    for (const { partnerId, kind, subject, expected, found: is } of stretch.faults)
      console.log(`partner ${partnerId}, ${kind.toLowerCase()}, ${subject}: expected ${expected}, found ${is}`);
    console.error(`${checked} of ${stretch.total} ledgers`);
    after = stretch.next;
  } while (after !== null);
  return found;
}

function inWords({ partnerId, table, on, series, expected, found }: z.infer<typeof fault>): string {
  return `partner ${partnerId}, ${table.toLowerCase()} of ${on}, ${series}: expected ${expected}, found ${found}`;
}
