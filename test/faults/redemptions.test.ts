import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@tiergraph/kit/database/embedded-postgres";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, askRaw, operation } from "../kit/ask.js";
import { today } from "../kit/days.js";
import { type RunningProcess, startProcess } from "../kit/start-process.js";
import { waitUntilSettled } from "../kit/story.js";

// Three processes on one PostgreSQL, and more redemptions at once than a ceiling has room for: nothing is paid above it,
// nothing that fits is refused, and what is sent again counts once, also where something was killed meanwhile.
const PARTNERS = 20;
const PROGRAM = (atMost: string, version: string) => `
program: capped
version: "${version}"
currency: USD
measures: { revenue: { sum: amount, of: deal.won } }
tiers: { base: { rank: 0, why: Everyone. } }
rebates: { all: { of: deal.won, rate: { base: 10% }, why: Thanks. } }
ceilings: { cash: { title: Cash, of: payouts, each: program, over: lifetime, at-most: ${atMost}, beyond: refuse, why: What there is. } }
changes: [{ at: ceilings, because: There is more. }]
`;

let postgres: EmbeddedPostgres;
let directory: string;
const running: RunningProcess[] = [];
let token: string;
let partnerIds: string[];

const start = () => startProcess({ mode: "main", directory, env: { DATABASE_URL: postgres.ownerUrl } });

beforeAll(async () => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), "tiergraph redemptions "));
  postgres = await startEmbeddedPostgres({
    directory: path.join(directory, "postgres"),
    database: "capped",
    isDurable: true,
  });
  // The first migrates.
  running.push(await start());
  running.push(...(await Promise.all([start(), start()])));
  const first = processAt(0);
  token = await first.token("program-manager");
  await ask(first, token, operation("publish-program"), { source: PROGRAM("1000", "1") });
  const { registerPartners } = await ask(first, token, operation("register-partners"), {
    partners: Array.from({ length: PARTNERS }, (_, i) => ({ code: `P${i}` })),
  });
  partnerIds = registerPartners.partners.map(({ id }) => id);
  await waitUntilSettled(first, token);
  const on = today();
  await ask(first, token, operation("record-facts"), {
    facts: partnerIds.map((partnerId, i) => ({
      kind: "DEAL_WON" as const,
      partnerId,
      externalId: `d${i}`,
      on,
      amount: "2000000",
    })),
  });
  await waitUntilSettled(first, token);
});
afterAll(async () => {
  await Promise.all(running.map((one) => one.kill("SIGTERM")));
  await postgres.stop();
});

const processAt = (i: number): RunningProcess => running[i % running.length] as RunningProcess; // Never empty.
const partnerAt = (i: number): string => partnerIds[i % PARTNERS] ?? "";

/** Asks again where no connection was free in time, as the answer says to: the key makes that safe. */
async function redeem(at: RunningProcess, request: { partnerId: string; amount: string; idempotencyKey: string }) {
  for (let attempt = 1; ; attempt++) {
    const { data, errors } = await askRaw(at, token, operation("redeem-rewards"), request);
    const isToComeAgain = errors?.every(({ extensions }) => extensions?.code === "SUBGRAPH_UNAVAILABLE") ?? false;
    if (!isToComeAgain || attempt === 20) {
      expect(errors).toBeUndefined();
      return data?.redeemRewards ?? null;
    }
    await setTimeout(100 * attempt);
  }
}

async function sql<Row extends pg.QueryResultRow>(text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: postgres.ownerUrl });
  await client.connect();
  try {
    await client.query("select set_config('tiergraph.scope', '*', false)");
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

/** What must hold in the end, no matter what happened. */
async function invariants(): Promise<{
  reserved: number;
  redeemed: number;
  used: number;
  most: number;
  unbalanced: number;
}> {
  const [found] = await sql<{ reserved: string; redeemed: string; used: string; most: string; unbalanced: string }>(`
    select (select sum(amount_minor) from benefits.posting where account = 'partner:reserved') as reserved,
      (select sum(amount_minor) from benefits.redemption) as redeemed,
      (select used from benefits.ceiling_use) as used, (select most from benefits.ceiling_use) as most,
      (select count(*) from (select from benefits.posting group by transaction_id having sum(amount_minor) <> 0) as off) as unbalanced`);
  const { reserved, redeemed, used, most, unbalanced } = found ?? {
    reserved: 0,
    redeemed: 0,
    used: 0,
    most: 0,
    unbalanced: 1,
  };
  return {
    reserved: Number(reserved),
    redeemed: Number(redeemed),
    used: Number(used),
    most: Number(most),
    unbalanced: Number(unbalanced),
  };
}

test("a thousand redemptions of 3.33 at once, over three processes, pay 999.00 of 1,000.00", async () => {
  const asked = Array.from({ length: 1_000 }, (_, i) => ({
    partnerId: partnerAt(i),
    amount: "3.33",
    idempotencyKey: `r${i}`,
  }));
  const answers: Awaited<ReturnType<typeof redeem>>[] = [];
  // Sixty connections.
  await Promise.all(
    Array.from({ length: 60 }, async (_, hand) => {
      for (let i = hand; i < asked.length; i += 60) {
        const request = asked[i];
        if (request !== undefined) answers.push(await redeem(processAt(i), request));
      }
    }),
  );
  const paid = answers.filter((answer) => answer?.redemption != null);
  const refused = answers.flatMap((answer) => answer?.userErrors ?? []);
  expect(paid).toHaveLength(300);
  expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(["CEILING_REACHED"]));
  expect(new Set(refused.map(({ message }) => message))).toEqual(new Set(["Cash: 1.00 USD are left."]));
  expect(await invariants()).toEqual({
    reserved: 99_900,
    redeemed: 99_900,
    used: 99_900,
    most: 100_000,
    unbalanced: 0,
  });
  // What still fits is paid.
  const last = await redeem(processAt(1), { partnerId: partnerAt(0), amount: "1.00", idempotencyKey: "last" });
  expect(last?.redemption).not.toBeNull();
});

test("one key a hundred times at once, and after a restart, has one effect and one answer", async () => {
  await ask(processAt(0), token, operation("publish-program"), { source: PROGRAM("1000000", "2") });
  await waitUntilSettled(processAt(0), token);
  const request = { partnerId: partnerAt(3), amount: "7.00", idempotencyKey: "once" };
  const before = await invariants();
  const answers = await Promise.all(Array.from({ length: 100 }, (_, i) => redeem(processAt(i), request)));
  const [first] = answers;
  expect(first?.redemption).not.toBeNull();
  for (const answer of answers) expect(answer).toEqual(first);
  await processAt(2).kill("SIGKILL");
  running[2] = await start();
  expect(await redeem(processAt(2), request)).toEqual(first);
  const other = await redeem(processAt(2), { ...request, amount: "8.00" });
  expect(other?.userErrors).toMatchObject([{ code: "KEY_REUSED" }]);
  expect((await invariants()).reserved).toBe(before.reserved + 700);
});

test("a process that is killed before it answered has redeemed once or not at all: a client that asks again gets one answer", async () => {
  const before = await invariants();
  let [next, interrupted, isEnough] = [0, 0, false];
  const done: { key: string; id: string }[] = [];
  const hands = Array.from({ length: 48 }, async (_, hand) => {
    while (!isEnough) {
      const i = next++;
      const request = { partnerId: partnerAt(i), amount: "1.00", idempotencyKey: `k${i}` };
      for (let tries = 0; ; tries++) {
        const answer = await askRaw(processAt(hand + tries), token, operation("redeem-rewards"), request).catch(
          // Who was not even connected was not interrupted.
          (error: { cause?: { code?: string } }) => {
            if (error.cause?.code !== "ECONNREFUSED") interrupted++;
            return null;
          },
        );
        const id = answer?.data?.redeemRewards?.redemption?.id;
        if (id !== undefined) {
          done.push({ key: request.idempotencyKey, id });
          break;
        }
        await setTimeout(20);
      }
    }
  });
  const killed = { times: 0 };
  for (const deadline = Date.now() + 150_000; interrupted < 100 && Date.now() < deadline; killed.times++) {
    await setTimeout(300 + Math.random() * 700);
    const victim = killed.times % running.length;
    await processAt(victim).kill("SIGKILL");
    running[victim] = await start();
  }
  isEnough = true;
  await Promise.all(hands);
  console.log(`${interrupted} redemptions interrupted by ${killed.times} kills, ${done.length} redeemed`);
  // Else nothing was at stake.
  expect(interrupted).toBeGreaterThanOrEqual(100);
  expect(new Set(done.map(({ id }) => id)).size).toBe(done.length);
  const after = await invariants();
  expect(after.redeemed - before.redeemed).toBe(done.length * 100);
  expect(after).toMatchObject({ reserved: after.redeemed, used: after.redeemed, unbalanced: 0 });
  const stored = await sql<{ count: string }>(
    "select count(*) from benefits.redemption where idempotency_key like 'k%'",
  );
  expect(Number(stored[0]?.count)).toBe(done.length);
  const { reconcileLedger } = await ask(processAt(0), token, operation("reconcile-ledger"), {});
  expect(reconcileLedger).toMatchObject({ checked: PARTNERS, faults: [] });
}, 270_000);
