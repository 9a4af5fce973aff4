import fs from "node:fs";
import path from "node:path";
import { ROOT } from "@tiergraph/installation/root";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { IndicatorsQueryVariables } from "../generated/documents.js";
import { ask, graphql, nodesOf, operation } from "../kit/ask.js";
import type { AnswerOf } from "../kit/document.js";
import { startImport } from "../kit/run-import.js";
import { type RunningProcess, startProcess } from "../kit/start-process.js";
import { example, waitUntilSettled } from "../kit/story.js";

// A real export of 8,800 opportunities, which stands beside the checkout where it stands at all.
const EXPORT = path.join(ROOT, "../shared/data/crm/sales_pipeline.csv");
const MAP = ["--map", path.join(ROOT, "gateway/cli/examples/crm-deals.map.yaml")];
const isThere = fs.existsSync(EXPORT);
if (!isThere) console.warn(`The journeys of the CRM export skip: ${EXPORT} is not there.`);
const BASE = graphql("{ partners(first: 100) { nodes { id code region tierStatus { tier { name } } } } }");

describe.skipIf(!isThere)("the CRM export", () => {
  let running: RunningProcess;
  let token: string;

  beforeAll(async () => {
    running = await startProcess({ mode: "main" });
    token = await running.token("program-manager");
    await ask(running, token, operation("publish-program"), { source: example("crm-rolling-90-days") });
  }, 90_000);
  afterAll(() => running.kill("SIGTERM"));

  const place = async (asOf: string) => {
    const { placePartners } = await ask(running, token, operation("place-partners"), { asOf });
    expect(placePartners.run.finishedAt).not.toBeNull();
    const { partners } = await ask(running, token, BASE);
    const tiers = partners.nodes.map(({ tierStatus }) => tierStatus.tier.name);
    return ["gold", "silver", "registered"].map((name) => tiers.filter((tier) => tier === name).length);
  };
  /** Everything that an import might add to. */
  const volume = async () => {
    await waitUntilSettled(running, token);
    const { partners } = await ask(
      running,
      token,
      graphql(`{ partners(first: 30) { nodes { deals(first: 100) { nodes { id } } decisions(first: 100) { nodes { id } }
         rewards { balance { amount } entries(first: 100) { nodes { id } } } } } }`),
    );
    return partners.nodes;
  };

  test("all 8,800 lines go in: 30 partners with their regions, every deal in its state, 10,005,534 won", async () => {
    const { exitCode, counts: counted, refused } = await startImport(running, ["deals", EXPORT, ...MAP]).result;
    expect(counted).toMatchObject({
      "lines read": 8_800,
      "partners added": 30,
      "facts recorded": 8_800,
      "lines refused": 0,
    });
    expect(exitCode).toBe(0);
    expect(refused).toBeNull();
    const { partners } = await ask(running, token, BASE);
    expect(partners.nodes).toHaveLength(30);
    expect(new Set(partners.nodes.map(({ region }) => region))).toEqual(new Set(["Central", "East", "West"]));
    const states = { WON: 0, LOST: 0, OPEN: 0 };
    let wonCents = 0n;
    for (const { id } of partners.nodes)
      for (let after: string | null = null, more = true; more; ) {
        const page: AnswerOf<"partner-deals"> = await ask(running, token, operation("partner-deals"), {
          partnerId: id,
          first: 100,
          after,
        });
        for (const { state, amount } of nodesOf(page.partner.deals)) {
          states[state]++;
          if (state === "WON") wonCents += BigInt(amount?.amount.replace(".", "") ?? 0);
        }
        after = page.partner.deals.pageInfo.endCursor;
        more = page.partner.deals.pageInfo.hasNextPage;
      }
    expect(states).toEqual({ WON: 4_238, LOST: 2_473, OPEN: 2_089 });
    expect(wonCents).toBe(1_000_553_400n);
  }, 120_000);

  test("indicators by hand-checked figures: win rate, deal size, cycle, and won deals by quarter", async () => {
    const of = async (variables: IndicatorsQueryVariables) =>
      (await ask(running, token, operation("indicators"), variables)).indicators.map(({ values }) =>
        Object.fromEntries(values.map(({ indicator, value }) => [indicator, value])),
      );
    const [whole] = await of({ from: "2016-01-01", until: "2018-01-01" });
    expect(Number(whole?.WIN_RATE).toFixed(4)).toBe("0.6315");
    expect(Number(whole?.AVERAGE_DEAL).toFixed(2)).toBe("2360.91");
    expect(Number(whole?.SALES_CYCLE).toFixed(2)).toBe("51.78");
    const quarters = await of({ from: "2017-01-01", until: "2018-01-01", step: "QUARTER" });
    expect(quarters.map(({ WON_DEALS }) => WON_DEALS)).toEqual(["531", "1254", "1257", "1196"]);
  });

  test("the program places 13 Gold and 7 Silver as of 30 June 2017, 11 and 6 as of the year's end", async () => {
    expect(await place("2017-06-30")).toEqual([13, 7, 10]);
    expect(await place("2017-12-31")).toEqual([11, 6, 13]);
  });

  test("a second import changes nothing: no fact, no posting, no decision more", async () => {
    const before = await volume();
    const { exitCode, counts: counted } = await startImport(running, ["deals", EXPORT, ...MAP]).result;
    expect(counted).toMatchObject({
      "lines read": 8_800,
      "partners added": 0,
      "facts recorded": 0,
      "facts unchanged": 8_800,
    });
    expect(exitCode).toBe(0);
    expect(await place("2017-12-31")).toEqual([11, 6, 13]);
    expect(await volume()).toEqual(before);
  }, 60_000);
});

describe.skipIf(!isThere)("an import whose Tiergraph is killed", () => {
  test("goes on after the next start, and the totals are those of one import", async () => {
    const first = await startProcess({ mode: "main" });
    const token = await first.token("program-manager");
    await ask(first, token, operation("publish-program"), { source: example("crm-rolling-90-days") });
    const interrupted = startImport(first, ["deals", EXPORT, ...MAP, "--batch", "200"]);
    // Some batches are in, deals and not just their partners, and the next is under way.
    const DEALS = graphql("{ partners(first: 100) { nodes { deals(first: 1) { nodes { id } } } } }");
    for (let withDeals = 0; withDeals <= 25; ) {
      const { partners } = await ask(first, token, DEALS);
      withDeals = partners.nodes.filter(({ deals }) => deals.nodes.length > 0).length;
    }
    await first.kill("SIGKILL");
    interrupted.child.kill("SIGKILL");
    await interrupted.result;

    const second = await startProcess({ mode: "main", directory: first.directory });
    const { exitCode, counts } = await startImport(second, ["deals", EXPORT, ...MAP]).result;
    expect(exitCode).toBe(0);
    expect((counts["facts recorded"] ?? 0) + (counts["facts unchanged"] ?? 0)).toBe(8_800);
    expect(counts["facts unchanged"]).toBeGreaterThan(0);
    const { placePartners } = await ask(second, token, operation("place-partners"), { asOf: "2017-06-30" });
    expect(Object.fromEntries(placePartners.run.tiers.map(({ tier, partners }) => [tier, partners]))).toEqual({
      gold: 13,
      silver: 7,
      registered: 10,
    });
    expect(await second.kill("SIGTERM")).toBe(0);
  }, 120_000);
});
