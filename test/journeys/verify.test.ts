import { createHash, randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, graphql, operation } from "../kit/ask.js";
import { dayFromToday } from "../kit/days.js";
import { runCommand } from "../kit/run-command.js";
import { startTiergraph, type Tiergraph } from "../kit/start-tiergraph.js";
import { type Story, startStory } from "../kit/story.js";
import { firstFormat } from "./first-format.js";

let tiergraph: Tiergraph;

let story: Story;

const PROGRAM = `
program: verified
version: "1"
currency: USD
measures: { revenue: { title: Revenue, sum: amount, of: deal.won, window: { rolling: 90 days } } }
tiers:
  registered: { rank: 0, why: Everyone. }
  silver: { rank: 1, why: Sells., requires: { measure: revenue, at-least: 50000 } }
  gold: { rank: 2, why: Sells more., requires: { measure: revenue, at-least: 80000 } }
`;

const verify = async (variables: object = {}) =>
  (await ask(tiergraph, story.token, operation("verify-decisions"), { ...variables })).verifyDecisions;

/** What is found about one partner, as `sequence kind`. */
const faultsOf = async (partnerId: string) =>
  (await verify({ partnerId })).faults.map(({ sequence, kind }) => `${sequence} ${kind}`);

/** What only the database's owner can do: pass by the guard that keeps decisions from being changed. */
const tamper = (statement: string) =>
  tiergraph.sql(`alter table partners.decision disable trigger append_only; ${statement};
    alter table partners.decision enable trigger append_only`);

const PLACE_ONE = graphql(`mutation ($id: ID!, $asOf: Date!) {
  placePartners(input: { partnerIds: [$id], asOf: $asOf, waitSeconds: 8 }) { run { finishedAt } userErrors { code } }
}`);

/** A partner with decisions of five days, silver in all of them: three in their order, two for days before. */
async function silverPartner(code: string): Promise<string> {
  const id = await story.partner(code);
  await story.wonDeal(id, { externalId: `${code}-deal`, on: "2026-03-01", amount: "60000" });
  await story.settled();
  for (const asOf of ["2026-03-10", "2026-03-20", "2026-04-10", "2026-03-15", "2026-03-25"])
    await ask(tiergraph, story.token, PLACE_ONE, { id, asOf });
  await story.settled();
  return id;
}

const ofPartner = (partnerId: string, sequence: number | string) =>
  `where partner_id = ${pg.escapeLiteral(partnerId)} and sequence = ${sequence}`;

beforeAll(async () => {
  tiergraph = await startTiergraph();
  story = await startStory(tiergraph);
  await story.publish(PROGRAM, "2026-01-01");
});

afterAll(() => tiergraph.stop());

test("decisions that nobody touched are found as they were made: back-dated ones, by hand, and held ones too", async () => {
  const partnerIds: string[] = [];
  for (const code of ["untouched-1", "untouched-2", "untouched-3", "untouched-4"])
    partnerIds.push(await silverPartner(code));
  const second = await tiergraph.tokenAs("a second manager", "program-manager");
  for (const [i, partnerId] of partnerIds.entries()) {
    const kind = i % 2 === 0 ? { kind: "TIER" as const, subject: "gold" } : { kind: "HOLD" as const };
    const { override } = await story.change("request-override", {
      partnerId,
      ...kind,
      from: "2026-03-01",
      until: dayFromToday(60),
      reason: "A launch.",
    });
    await ask(tiergraph, second, operation("decide-override"), { id: override.id, approve: true });
  }
  await story.place("2026-03-18");
  await story.place("2026-04-01");
  await story.publish(PROGRAM.replace('version: "1"', 'version: "2"').replace("Sells more.", "Sells much more."));
  const { checked, total, faults, next } = await verify();
  expect(faults).toEqual([]);
  expect(next).toBeNull();
  expect(checked).toBe(total);
  expect(total).toBeGreaterThan(36);
});

test("what a tier status shows of its decision is compared with what the decision implies", async () => {
  const id = await silverPartner("shown-otherwise");
  expect(await faultsOf(id)).toEqual([]);
  const keep = (body: string) =>
    tiergraph.sql(`update partners.outlook set body = ${body} where partner_id = $1`, [id]);
  await keep("body || ' '");
  expect(await faultsOf(id)).toEqual([expect.stringMatching(/^\d+ OUTLOOK$/)]);
  await keep("rtrim(body)");
  expect(await faultsOf(id)).toEqual([]);
});

test("verification goes on from stretch to stretch, and reaches every decision once", async () => {
  let [checked, after] = [0, null as string | null];
  const sizes: number[] = [];
  do {
    const stretch = await verify({ first: 7, after });
    checked += stretch.checked;
    sizes.push(stretch.checked);
    after = stretch.next;
  } while (after !== null);
  expect(checked).toBe((await verify()).total);
  expect(Math.max(...sizes)).toBe(7);
});

test("a record that was changed afterwards is found, and by its inputs too", async () => {
  const id = await silverPartner("changed-record");
  await tamper(`update partners.decision set body = replace(body, '"60000"', '"90000"') ${ofPartner(id, 3)}`);
  expect(await faultsOf(id)).toEqual(["3 HASH", "3 REPLAY"]);
});

test("a record that was changed with all hashes made anew still does not follow from its inputs", async () => {
  const id = await silverPartner("forged-chain");
  const rows = await tiergraph.sql<{ sequence: number; runId: string | null; decidedAt: string; body: string }>(
    `select sequence, run_id as "runId", body, to_char(decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "decidedAt"
     from partners.decision where partner_id = $1 order by sequence`,
    [id],
  );
  let previous: string | null = null;
  for (const { sequence, runId, decidedAt, body } of rows) {
    const forged: string = sequence === 3 ? body.replaceAll('"silver"', '"gold"') : body;
    const hash: string = createHash("sha256")
      .update(`${previous ?? ""}\n${id}\n${sequence}\n${runId ?? ""}\n${decidedAt}\n${forged}`)
      .digest("hex");
    const literal = (text: string | null) => (text === null ? "null" : pg.escapeLiteral(text));
    await tamper(
      `update partners.decision set body = ${literal(forged)}, hash = ${literal(hash)}, previous_hash = ${literal(previous)}
       ${ofPartner(id, sequence)}`,
    );
    previous = hash;
  }
  expect(await faultsOf(id)).toEqual(["3 COLUMNS", "3 REPLAY"]);
});

test.each([
  ["tier", "tier = 'gold'"],
  ["previous tier", "previous_tier = 'gold'"],
  ["outcome", "outcome = 'DEMOTED'"],
  ["day", "as_of = as_of - 1"],
  ["first day", "effective_on = effective_on - 1"],
])("a decision whose %s was changed beside its record is found", async (what, change) => {
  const id = await silverPartner(`changed-${what.replace(" ", "-")}`);
  await tamper(`update partners.decision set ${change} ${ofPartner(id, 4)}`);
  expect(await faultsOf(id)).toEqual(["4 COLUMNS"]);
});

test("a decision that is said to come from a version that nobody published is found, and those beside it are verified", async () => {
  const id = await silverPartner("changed-version");
  await tamper(`update partners.decision set program_version = 'nobody published' ${ofPartner(id, 4)}`);
  const { checked, faults } = await verify({ partnerId: id });
  expect(checked).toBe(6);
  expect(faults.map(({ sequence, kind }) => `${sequence} ${kind}`)).toContain("4 COLUMNS");
  expect(faults.every(({ sequence }) => sequence === 4)).toBe(true);
});

test("a record that can no longer be read is found as one that was changed", async () => {
  const id = await silverPartner("unreadable");
  await tamper(`update partners.decision set body = 'no record' ${ofPartner(id, 2)}`);
  expect(await faultsOf(id)).toEqual(["2 HASH", "2 COLUMNS", "2 REPLAY"]);
});

test("a decision that was taken away leaves a gap", async () => {
  const id = await silverPartner("taken-away");
  await tamper(`delete from partners.decision ${ofPartner(id, 3)}`);
  expect(await faultsOf(id)).toEqual(["4 GAP", "4 CHAIN"]);
});

test("a decision that was added is none of the chain's", async () => {
  const id = await silverPartner("added");
  await tamper(
    `insert into partners.decision select (jsonb_populate_record(d, jsonb_build_object('sequence', 7,
       'decision_id', '${randomUUID()}'))).* from partners.decision d ${ofPartner(id, 6)}`,
  );
  expect(await faultsOf(id)).toEqual(["7 CHAIN", "7 HASH"]);
});

test("a decision that is passed off as one from before the chain is found", async () => {
  const id = await silverPartner("passed-off");
  await tamper(
    `update partners.decision set format = 1, body = replace(body, '"60000"', '"90000"') ${ofPartner(id, 3)}`,
  );
  expect(await faultsOf(id)).not.toEqual([]);
  await tamper(`update partners.decision set hash = null, previous_hash = null ${ofPartner(id, 3)}`);
  expect(await faultsOf(id)).not.toEqual([]);
});

test("the last decision of a partner cannot be taken away while its tier rests on it", async () => {
  const id = await silverPartner("resting");
  await expect(tamper(`delete from partners.decision ${ofPartner(id, 6)}`)).rejects.toThrow(/foreign key/);
});

test("npm run verify counts what differs, names it, and ends with 1; with 0 where nothing does", async () => {
  const token = await tiergraph.tokenOf("analyst");
  const args = ["--url", `${tiergraph.url}/graphql`, "--token", token];
  const touched = await runCommand("verify", args);
  expect(touched).toMatchObject({ exitCode: 1, stdout: expect.stringMatching(/^decisions that differ: [1-9]\d*$/m) });
  expect(touched.stdout).toMatch(/^GAP: partner [0-9a-f-]{36}, decision 4: expected 3, found 4$/m);

  const { partners } = await ask(
    tiergraph,
    story.token,
    graphql('{ partners(filter: { codes: ["untouched-1"] }) { nodes { id } } }'),
  );
  const untouched = await runCommand("verify", [...args, "--partner", partners.nodes[0]?.id ?? ""]);
  expect(untouched).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("decisions that differ: 0") });
  expect(untouched.stdout).toMatch(/^decisions checked: [1-9]/m);

  const forbidden = await tiergraph.tokenOf("ingest");
  const refused = await runCommand("verify", ["--url", `${tiergraph.url}/graphql`, "--token", forbidden]);
  expect(refused.exitCode).toBe(2);
});

test("decisions from before the chain are shown as they were made, and the chain begins after them", async () => {
  const id = await story.partner("of-old");
  await story.wonDeal(id, { externalId: "old-deal", on: "2026-03-01", amount: "60000" });
  await story.settled();
  const [first, second] = [randomUUID(), randomUUID()];
  const values = ([decisionId, sequence, asOf, tier, before]: [
    string,
    number,
    string,
    "registered" | "silver",
    string | null,
  ]) =>
    `('${id}', '${decisionId}', ${sequence}, '${asOf}', now(), 'verified', '1', '${tier}',
      ${before === null ? "null" : `'${before}'`}, '${before === null ? "PLACED" : "PROMOTED"}',
      ${pg.escapeLiteral(firstFormat(asOf, tier, before))})`;
  await tamper(`
    delete from partners.tier_status where partner_id = '${id}';
    delete from partners.tier_period where partner_id = '${id}';
    delete from partners.decision where partner_id = '${id}';
    insert into partners.decision (partner_id, decision_id, sequence, as_of, decided_at, program, program_version, tier,
      previous_tier, outcome, body) values ${values([first, 1, "2026-02-01", "registered", null])},
      ${values([second, 2, "2026-03-05", "silver", "registered"])};
    insert into partners.tier_period (partner_id, decision_id, from_on, tier) values
      ('${id}', '${first}', '2026-02-01', 'registered'), ('${id}', '${second}', '2026-03-05', 'silver');
    insert into partners.tier_status (partner_id, tier, since, as_of, measured_at, sequence, decision_id, period_sequence)
      values ('${id}', 'silver', '2026-03-05', '2026-03-05', now() - interval '1 day', 2, '${second}', 9)`);
  const why = await ask(tiergraph, story.token, operation("why-this-tier"), { partnerId: id });
  expect(why.partner.tierStatus).toMatchObject({
    tier: { name: "silver" },
    summary: "silver, as it was said then.",
    decision: {
      safeguards: [],
      override: null,
      inputs: [{ measure: "revenue", value: "60000", adjustments: [] }],
      assessments: [
        { tier: { name: "registered" }, isMet: true, requirement: null },
        { tier: { name: "silver" }, isMet: true, requirement: { actual: "60000", target: "50000" } },
        { tier: { name: "gold" }, isMet: false, requirement: { actual: "60000", target: "80000" } },
      ],
    },
  });
  const governance = await ask(tiergraph, story.token, operation("partner-governance"), { partnerId: id });
  expect(governance).toMatchObject({
    partner: { tierStatus: { keeping: null, isAtRisk: false, pending: null, decision: { hash: null } } },
  });
  expect(await verify({ partnerId: id })).toMatchObject({ checked: 2, total: 2, faults: [] });

  for (const asOf of ["2026-03-20", "2026-03-21"]) await ask(tiergraph, story.token, PLACE_ONE, { id, asOf });
  const history = await ask(tiergraph, story.token, operation("tier-history"), { partnerId: id });
  expect(history).toMatchObject({
    partner: {
      tierHistory: [
        { tier: "registered", from: "2026-02-01" },
        { tier: "silver", from: "2026-03-05" },
      ],
      decisions: {
        edges: [
          { node: { sequence: 4, outcome: "KEPT", previousTier: "silver" } },
          { node: { sequence: 3, outcome: "KEPT", previousTier: "silver" } },
          { node: { sequence: 2, summary: "silver, as it was said then.", outcome: "PROMOTED" } },
          { node: { sequence: 1, summary: "registered, as it was said then." } },
        ],
      },
    },
  });
  expect(await verify({ partnerId: id })).toMatchObject({ checked: 4, faults: [] });
  await tamper(`delete from partners.decision where partner_id = '${id}' and sequence = 3`);
  expect(await faultsOf(id)).toEqual(["4 GAP", "4 CHAIN"]);
});
