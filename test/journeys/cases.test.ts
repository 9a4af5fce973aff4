import fs from "node:fs";
import path from "node:path";
import { ROOT } from "@tiergraph/installation/root";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FactInput } from "../generated/documents.js";
import { ask, attempt, graphql } from "../kit/ask.js";
import { dayFromToday } from "../kit/days.js";
import type { OperationName, VariablesOf } from "../kit/document.js";
import { type ImportResult, startImport } from "../kit/run-import.js";
import { type RunningProcess, startProcess } from "../kit/start-process.js";
import { waitUntilSettled } from "../kit/story.js";

// Small inputs from other people's bug reports, which stand beside the checkout where they stand at all: files by `npm run
// import`, with the columns' own names as the mapping. Days of the files are moved so that theirs is today.
const CASES = path.join(ROOT, "../shared/cases");
const isThere = fs.existsSync(path.join(CASES, "README.md"));
if (!isThere) console.warn(`The cases skip: ${CASES} is not there.`);

const WRITTEN_ON = "2026-11-29";
const today = dayFromToday(0);
describe.skipIf(!isThere)("cases", () => {
  let running: RunningProcess;
  let token: string;

  /** A base of its own, where everyone that is named joined on 1 October and is placed as of then. */
  const open = async (program: string, codes: readonly string[]) => {
    running = await startProcess({ mode: "main" });
    token = await running.token("program-manager");
    const source = fs.readFileSync(path.join(CASES, program), "utf8");
    await change("publish-program", { source });
    const partners = codes.map((code) => ({ code, joinedOn: "2026-10-01" }));
    await change("register-partners", { partners });
    await waitUntilSettled(running, token);
    await change("place-partners", { asOf: "2026-10-01" });
    await waitUntilSettled(running, token);
  };
  const change = async <Name extends OperationName>(name: Name, variables: VariablesOf<Name>) => {
    const payload = await attempt(running, token, name, variables);
    expect(payload).toMatchObject({ userErrors: [] });
    return payload;
  };
  const imported = async (file: string): Promise<ImportResult> => {
    const text = fs.readFileSync(path.join(CASES, file), "utf8").replaceAll(WRITTEN_ON, today);
    const [header = ""] = text.split("\n");
    const copy = path.join(running.directory, path.basename(file));
    fs.writeFileSync(copy, text);
    const columns = header.trim().split(",");
    const fields = Object.entries({
      externalId: "id",
      partner: "partner",
      stage: "stage",
      closedOn: "closed",
      amount: "amount",
      creditRole: "role",
      creditShare: "share",
      currency: "currency",
      "attributes.deal": "deal",
    }).filter(([, column]) => columns.includes(column));
    const map = fields.map(([field, column]) => `${field}=${column}`).join();
    const result = await startImport(running, ["deals", copy, "--map", map]).result;
    await waitUntilSettled(running, token);
    return result;
  };
  const held = async (code: string) => {
    const query = graphql(
      "query ($code: String!) { partners(filter: { codes: [$code] }) { nodes { id code tierStatus { tier { name } } measures { measure value } rewards { accounts { available { amount } debt { amount } } } } } }",
    );
    const { partners } = await ask(running, token, query, { code });
    const [node] = partners.nodes;
    const account = node?.rewards.accounts[0];
    return {
      id: node?.id ?? "",
      tier: node?.tierStatus?.tier.name,
      revenue: node?.measures.find(({ measure }) => measure === "net-revenue")?.value,
      earned: account?.available.amount ?? "0.00",
      debt: account?.debt.amount ?? "0.00",
    };
  };

  describe("under the first program", () => {
    beforeAll(
      () => open("program.yaml", ["P24-c", "P24-d", "C", "D", "P02", "P09", "P30-a", "P30-b", "P30-c", "P30-d"]),
      90_000,
    );
    afterAll(() => running.kill("SIGTERM"));

    test("shared-deal: both shares are paid, in one request and by a file, and a refund of both", async () => {
      const text = fs.readFileSync(path.join(CASES, "shared-deal/0-in-one-request.json"), "utf8");
      const [c, d] = [await held("C"), await held("D")];
      const { facts } = JSON.parse(text.replaceAll(WRITTEN_ON, today)) as { facts: FactInput[] };
      const of = (partnerId: string) => (partnerId === "C" ? c.id : d.id);
      const shares = facts.map((fact) => ({ ...fact, partnerId: of(fact.partnerId) }));
      await change("record-facts", { facts: shares });
      await waitUntilSettled(running, token);
      expect([(await held("C")).earned, (await held("D")).earned]).toEqual(["24.00", "16.00"]);
      const refunds = shares.map((share) => ({
        ...share,
        kind: "DEAL_REFUNDED" as const,
        externalId: "M25-R",
        amount: "500.00",
        attributes: [{ name: "deal", value: "M25-1" }],
      }));
      await change("record-facts", { facts: refunds });
      await waitUntilSettled(running, token);
      expect([(await held("C")).earned, (await held("D")).earned]).toEqual(["12.00", "8.00"]);
      expect((await imported("shared-deal/1-shared.csv")).exitCode).toBe(0);
      expect([(await held("P24-c")).earned, (await held("P24-d")).earned]).toEqual(["24.00", "16.00"]);
      expect((await imported("shared-deal/2-later-that-month.csv")).exitCode).toBe(0);
      expect([(await held("P24-c")).earned, (await held("P24-d")).earned]).toEqual(["24.40", "16.40"]);
    });

    test("refund-limits: a debt of what was paid and refunded, and never more than the deals", async () => {
      await imported("refund-limits/1-sale.csv");
      const { id, earned } = await held("P02");
      expect(earned).toBe("40.00");
      await change("redeem-rewards", { partnerId: id, amount: "40.00", idempotencyKey: "all" });
      const { batch } = await change("create-payout-batch", {});
      const payouts = batch.redemptions.map((redemption) => ({ redemptionId: redemption.id, reference: "SEPA-1" }));
      await change("settle-payouts", { id: batch.id, payouts });
      await imported("refund-limits/2-partial-refund.csv");
      expect(await held("P02")).toMatchObject({ earned: "0.00", debt: "10.00" });
      await imported("refund-limits/3-next-sale.csv");
      expect(await held("P02")).toMatchObject({ earned: "10.00", debt: "0.00" });
      const { counts, refused } = await imported("refund-limits/4-rest-refunded-and-too-much.csv");
      expect(counts).toMatchObject({ "facts recorded": 1, "facts waiting": 1, "lines refused": 1 });
      expect(refused).toContain("REFUND_EXCEEDS_DEAL");
      // Of the 500.00 that stand 20.00 are due, and 40.00 were paid.
      expect(await held("P02")).toMatchObject({ revenue: "500", earned: "0.00", debt: "20.00" });
    });

    test("refund-rate: a refund goes at its deal's rate", async () => {
      const rates = fs.readFileSync(path.join(CASES, "refund-rate/rates.csv"), "utf8").trim().split("\n").slice(1);
      await change("record-exchange-rates", {
        rates: rates.map((line) => {
          const [from = "", to = "", on = "", rate = ""] = line.split(",");
          return { from, to, on, rate };
        }),
      });
      expect((await imported("refund-rate/deals.csv")).exitCode).toBe(0);
      expect(await held("P09")).toMatchObject({ revenue: "550", earned: "22.00" });
    });

    test("refund-shared: halves from both, and one line for both is refused with the reason", async () => {
      expect((await imported("refund-shared/1-deal.csv")).exitCode).toBe(0);
      expect((await imported("refund-shared/2-refund-of-half.csv")).exitCode).toBe(0);
      expect([await held("P30-a"), await held("P30-b")]).toMatchObject([
        { revenue: "300", earned: "12.00" },
        { revenue: "200", earned: "8.00" },
      ]);
      const { refused } = await imported("refund-shared/3-one-line-refund.csv");
      expect(refused).toContain("SHARE_DIFFERS");
      expect([await held("P30-c"), await held("P30-d")]).toMatchObject([{ revenue: "600" }, { revenue: "400" }]);
    });
  });

  test("shared-deal under rules over a period: 24.40 and 16.00", async () => {
    await open("program-3.yaml", ["P37-c", "P37-d"]);
    expect((await imported("shared-deal/3-in-one-file.csv")).exitCode).toBe(0);
    expect([(await held("P37-c")).earned, (await held("P37-d")).earned]).toEqual(["24.40", "16.00"]);
    await running.kill("SIGTERM");
  });
});
