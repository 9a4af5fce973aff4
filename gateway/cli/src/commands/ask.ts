import fs from "node:fs";
import path from "node:path";
import { readOperation } from "@tiergraph/schema/operations";
import { Command } from "commander";
import { request } from "undici";
import { tokenToUse } from "./token-to-use.js";

// Runs one of the committed operations and prints its answer: `npm run ask -- portal-home partnerId=0197…`.
const { env } = process;
// npm runs a script in the folder of the package; file names are meant from where the user stands.
const directory = env.INIT_CWD || process.cwd();

const command = new Command("npm run ask --")
  .argument("<operation>", "the name of a file below schema/operations, without its ending")
  .argument("[variables...]", "name=value; a value may be JSON, or @FILE for a file's text")
  .option("--url <url>", "the graph", `http://127.0.0.1:${env.PORT || 4000}/graphql`)
  .option("--token <token>", "default: TIERGRAPH_TOKEN, else a development token of a program manager")
  .parse();

const [operation = "", ...given] = command.args;
const { url, token } = command.opts<{ url: string; token?: string }>();
process.exitCode = await run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 2;
});

/** 0 when the graph answered without an error, 1 with one, 2 when it was not asked. */
async function run(): Promise<number> {
  const query = readOperation(operation).document;
  const { statusCode, body } = await request(url, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${await tokenToUse(token, env)}` },
    body: JSON.stringify({
      query,
      variables: Object.fromEntries(given.map(variableOf)),
    }),
  }).catch((error: Error) => {
    throw new Error(`Nothing answers at ${url} (${error.message}): is \`npm start\` running?`);
  });
  const answer = (await body.json()) as { data?: unknown; errors?: unknown };
  console.log(JSON.stringify(answer, null, 2));
  return statusCode === 200 && answer.errors === undefined ? 0 : 1;
}

function variableOf(text: string): [string, unknown] {
  const [, name, value] = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(text) ?? [];
  if (name === undefined || value === undefined) throw new Error(`Expected is name=value, not ${text}.`);
  if (value.startsWith("@")) return [name, fs.readFileSync(path.resolve(directory, value.slice(1)), "utf8")];
  try {
    return [name, JSON.parse(value)];
  } catch {
    return [name, value]; // Most values are plain words and days, which nobody wants to quote twice.
  }
}
