import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { ROOT } from "@tiergraph/installation/root";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask, graphql, operation } from "../kit/ask.js";
import { dayFromToday } from "../kit/days.js";
import { startImport } from "../kit/run-import.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { type Story, startStory } from "../kit/story.js";

// Inputs of others, which stand beside the checkout where they stand at all.
const CASES = path.join(ROOT, "../shared/cases");
const isThere = fs.existsSync(path.join(CASES, "tier-by-hand"));
if (!isThere) console.warn(`The journey of a tier by hand skips: ${CASES} is not there.`);

describe.skipIf(!isThere)("a tier by hand as a floor", () => {
  let tiergraph: Tiergraph;
  let story: Story;
  let second: string;

  beforeAll(async () => {
    tiergraph = await startTiergraph();
    story = await startStory(tiergraph);
    second = await tiergraph.tokenAs("a second manager", "program-manager");
    await story.publish(fs.readFileSync(path.join(CASES, "program.yaml"), "utf8"), "2026-10-01");
  }, 60_000);
  afterAll(() => tiergraph.stop());
  const standing = async (partnerId: string) =>
    (
      await ask(
        tiergraph,
        story.token,
        graphql(`query ($partnerId: ID!) { partner(id: $partnerId) { tierStatus { tier { name } summary isAtRisk safeUntil }
           rewards { balance { amount } } } }`),
        { partnerId },
      )
    ).partner;
  /** The files name days that have been; they are of today, as the case allows. */
  const today = dayFromToday(0);
  async function imported(file: string): Promise<void> {
    const directory = fs.mkdtempSync(path.join(os.tmpdir(), "tiergraph-case-"));
    try {
      const copy = path.join(directory, file);
      const text = fs.readFileSync(path.join(CASES, "tier-by-hand", file), "utf8");
      fs.writeFileSync(copy, text.replaceAll("2026-11-29", today));
      const columns = text.split("\n")[0]?.includes("deal") ? ",attributes.deal=deal" : "";
      const map = `externalId=id,partner=partner,stage=stage,closedOn=closed,amount=amount${columns}`;
      const args = ["deals", copy, "--map", map, "--token", story.token];
      const { exitCode, complaint } = await startImport({ url: tiergraph.url, directory }, args).result;
      expect(complaint).not.toContain("refused");
      expect(exitCode).toBe(0);
    } finally {
      fs.rmSync(directory, { recursive: true });
    }
    await story.settled();
  }

  test("a partner that grows past it gets the higher tier, and falls back to it and no further", async () => {
    const partnerId = await story.partner("P15", [], { joinedOn: "2026-10-01" });
    await imported("1.csv");
    expect((await standing(partnerId)).tierStatus.tier.name).toBe("base");
    const { override } = await story.change("request-override", {
      partnerId,
      kind: "TIER_AT_LEAST",
      subject: "bronze",
      until: dayFromToday(63),
      reason: "A founding partner.",
    });
    await ask(tiergraph, second, operation("decide-override"), { id: override.id, approve: true });
    await story.settled();
    expect((await standing(partnerId)).tierStatus).toMatchObject({
      tier: { name: "bronze" },
      isAtRisk: true,
      summary: expect.stringMatching(
        /^Bronze, because people decided that it is at least Bronze until .*: A founding partner\. By the rules alone it would be at risk: Net revenue of 12 months of 20\.00 USD/,
      ),
    });
    await imported("2.csv");
    expect((await standing(partnerId)).tierStatus).toMatchObject({ tier: { name: "gold" }, isAtRisk: false });
    await imported("3.csv");
    expect((await standing(partnerId)).tierStatus).toMatchObject({ tier: { name: "bronze" }, isAtRisk: true });
    const { verifyDecisions } = await ask(tiergraph, story.token, operation("verify-decisions"));
    expect(verifyDecisions).toMatchObject({ faults: [] });
  }, 60_000);
});
