import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";
import { ask, graphql, operation } from "../kit/ask.js";
import { type ImportResult, startImport } from "../kit/run-import.js";
import { type RunningProcess, startProcess } from "../kit/start-process.js";

// Files as other systems write them, none in our own layout: what they hold arrives by a mapping, without code.
const PROGRAM = `
program: imports
version: "1"
currency: USD
facts:
  workshop.held: { needs: quantity, attributes: { level: { one-of: [basic, expert] }, given: { type: day } } }
measures:
  revenue: { sum: amount, of: deal.won, net-of: [deal.refunded] }
  sourced: { sum: amount, of: deal.won, where: { credit: sourced } }
  gained: { sum: amount, of: [subscription.new, subscription.expansion] }
  churned: { sum: amount, of: subscription.churn }
  active: { distinct: customer, of: customer, active: true }
  nps: { average: quantity, of: customer.nps }
  leads: { count: lead.converted }
  launches: { count: integration.launched }
  activities: { count: marketing.activity }
  seats: { sum: quantity, of: seats }
  reach: { sum: quantity, of: indicator }
  workshops: { sum: quantity, of: workshop.held, where: { level: expert } }
  certified: { distinct: person, of: certification }
tiers:
  registered: { rank: 0, why: Everyone. }
  gold: { rank: 1, why: Sells., requires: { measure: revenue, at-least: 10000 } }
courses:
  basics: { title: Basics, certifies: { level: foundation } }
`;

export let running: RunningProcess;

export let token: string;

export function written(name: string, content: string | Buffer): string {
  const file = path.join(running.directory, name);
  fs.writeFileSync(file, content);
  return file;
}

export const importing = (kind: string, file: string, map: string, ...more: string[]): Promise<ImportResult> =>
  startImport(running, [kind, file, "--map", map.includes("\n") ? written(`${kind}.map.yaml`, map) : map, ...more])
    .result;

export async function measured(code: string): Promise<Record<string, string | null>> {
  const query = graphql(
    `query ($code: String!) { partners(filter: { codes: [$code] }) { nodes { measures { measure value } } } }`,
  );
  const { partners } = await ask(running, token, query, { code });
  return Object.fromEntries((partners.nodes[0]?.measures ?? []).map(({ measure, value }) => [measure, value]));
}

/** Called by a file once: its tests share one running Tiergraph with the program above. */
export function runImports(): void {
  beforeAll(async () => {
    running = await startProcess({ mode: "main" });
    token = await running.token("program-manager");
    await ask(running, token, operation("publish-program"), { source: PROGRAM });
  }, 90_000);
  afterAll(() => running.kill("SIGTERM"));
}
