import { setTimeout } from "node:timers/promises";
import { readOperation } from "@tiergraph/schema/operations";
import { Command } from "commander";
import type { z } from "zod";
import { openGraph } from "../client/graph-client.js";
import { type AnswerTo, QUESTIONS, type Question } from "../reconcile/questions.js";
import { reconcileBase } from "../reconcile/reconcile-base.js";
import { tokenToUse } from "./token-to-use.js";

// Checks everything that is kept against the facts that it follows from: `npm run reconcile`. With `--rebuild`, sums
// that differ are mended, copies are sent again, and what partners earned is settled anew; a ledger is never mended but
// by an entry.
const { env } = process;

const command = new Command("npm run reconcile --")
  .option("--rebuild", "mend what differs, as far as it can be")
  .option("--url <url>", "the graph", `http://127.0.0.1:${env.PORT || 4000}/graphql`)
  .option("--token <token>", "default: TIERGRAPH_TOKEN, else a development token of a program manager")
  .parse();
const { rebuild = false, url, token } = command.opts<{ rebuild?: boolean; url: string; token?: string }>();

process.exitCode = await run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 2;
});

/** 0 when everything agrees (or was mended), 1 when something does not, 2 when that could not be found out. */
async function run(): Promise<number> {
  const graph = openGraph({
    url,
    token: await tokenToUse(token, env),
    note: (text) => console.error(text),
    time: { now: Date.now, pause: (ms) => setTimeout(ms), isStopped: () => false },
  });
  const ask = async <Name extends Question>(
    name: Name,
    variables: Record<string, unknown>,
  ): Promise<AnswerTo<Name>> => {
    const query = readOperation(name).document;
    const data = QUESTIONS[name] as unknown as z.ZodType<AnswerTo<Name>>; // The schema of the very name.
    const answer = await graph({ query, data }, variables);
    if (answer.kind !== "Answered") throw new Error(answer.message);
    return answer.data;
  };
  const reconciled = await reconcileBase({
    ask,
    rebuild,
    report: console.log,
    progress: console.error,
    pause: (ms) => setTimeout(ms),
  });
  const { partners, sumsDiffering, copiesDiffering, ledgerFaults } = reconciled;
  console.log(`partners checked: ${partners}`);
  console.log(`sums that differ: ${sumsDiffering}`);
  console.log(`copies that differ: ${copiesDiffering}`);
  console.log(`ledger faults: ${ledgerFaults}`);
  return sumsDiffering + copiesDiffering + ledgerFaults === 0 ? 0 : 1;
}
