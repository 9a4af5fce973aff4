import { unchecked } from "@tiergraph/kit/database/shape";
import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { newId } from "@tiergraph/kit/values/ids";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runMetrics } from "../fixtures/running-metrics.js";

const SOURCE = `program: sample
version: 1
currency: USD
markets: { growth: { factor: 50%, regions: [East], countries: [IN], why: Prices there are half. } }
measures: { revenue: { sum: amount, of: deal.won } }
tiers:
  registered: { rank: 0, why: Everyone starts here. }`;

const first: Viewer = { role: "PROGRAM_MANAGER", subject: "first", partnerIds: "all" };
const second: Viewer = { role: "PROGRAM_MANAGER", subject: "second", partnerIds: "all" };
const ingest: Viewer = { role: "INGEST", subject: "crm", partnerIds: "all" };
const partnerOf = (partnerId: string): Viewer => ({ role: "PARTNER", subject: "portal", partnerIds: [partnerId] });

const PROPOSE = `mutation ($input: ProposeAdjustmentInput!) { proposeAdjustment(input: $input) {
  adjustment { id state factor reason proposedBy } userErrors { code field } } }`;
const DECIDE = `mutation ($input: DecideAdjustmentInput!) { decideAdjustment(input: $input) {
  adjustment { state decidedBy } userErrors { code } } }`;
const END = `mutation ($input: EndAdjustmentInput!) { endAdjustment(input: $input) {
  adjustment { state } userErrors { code } } }`;
const SEASONAL = `mutation ($input: ProposeSeasonalFactorsInput!) { proposeSeasonalFactors(input: $input) {
  adjustments { measure kind from until factor state reason method } userErrors { code } } }`;
const LIST = "{ adjustments { id state proposedBy decidedBy } }";
const MEASURES = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Partner {
  measures { measure value groups { name value } adjustments { id kind factor unadjusted reason } } } } }`;
const RECORD = `mutation ($input: RecordFactsInput!) { recordFacts(input: $input) { recorded userErrors { code } } }`;

let house: Awaited<ReturnType<typeof runMetrics>>;
let partners: { readonly east: string; readonly india: string; readonly west: string };
beforeAll(async () => {
  house = await runMetrics();
  await house.send("ProgramPublished", { program: "sample", programVersion: "1", sequence: 1, source: SOURCE });
  partners = { east: newId(), india: newId(), west: newId() };
  await house.send("PartnersChanged", {
    partners: [
      { partnerId: partners.east, tracks: [], region: "East", country: null },
      { partnerId: partners.india, tracks: [], region: "South", country: "IN" },
      { partnerId: partners.west, tracks: [], region: "West" },
    ],
  });
  await record(Object.values(partners).map((partnerId) => deal(partnerId, "2025-06-01", "100")));
});
afterAll(() => house.stop());

test("an adjustment counts once a second person approves it, for the partners of its market, until it is ended", async () => {
  const { id } = await propose({ markets: ["growth"] });
  expect(await valuesOf()).toEqual({ east: "100", india: "100", west: "100" });
  expect(await decide(first, id)).toEqual({ adjustment: null, userErrors: [{ code: "SECOND_PERSON_NEEDED" }] });
  expect(await decide(second, id)).toEqual({ adjustment: { state: "APPROVED", decidedBy: "second" }, userErrors: [] });
  expect(await decide(second, id)).toMatchObject({ userErrors: [{ code: "ALREADY_DECIDED" }] });

  expect(await valuesOf()).toEqual({ east: "150", india: "150", west: "100" });
  expect((await measuresOf(partners.east))[0]).toMatchObject({
    groups: null,
    adjustments: [{ id, kind: "FACTOR", factor: "1.5", unadjusted: "100", reason: "The price list was cut." }],
  });
  expect(await lastSent(partners.east)).toMatchObject({ value: "150", adjustments: [{ id, unadjusted: "100" }] });

  expect(await end(id)).toEqual({ adjustment: { state: "ENDED" }, userErrors: [] });
  expect(await end(id)).toMatchObject({ userErrors: [{ code: "NOT_APPROVED" }] });
  expect(await valuesOf()).toEqual({ east: "100", india: "100", west: "100" });
  expect(await lastSent(partners.east)).toMatchObject({ value: "100" });
});

test("what is refused never counts, and cannot be ended", async () => {
  const { id } = await propose({ regions: ["West"] });
  expect(await decide(second, id, false)).toMatchObject({ adjustment: { state: "REFUSED" } });
  expect(await end(id)).toMatchObject({ userErrors: [{ code: "NOT_APPROVED" }] });
  expect(await valuesOf()).toMatchObject({ west: "100" });
});

test("partners see what counts or did, without the names of those who decided", async () => {
  const { id } = await propose();
  const listed = async (viewer: Viewer) =>
    (await house.ask<{ adjustments: { id: string }[] }>(viewer, LIST)).data.adjustments;
  expect((await listed(first)).map((adjustment) => adjustment.id)).toContain(id);
  const seen = await listed(partnerOf(partners.east));
  expect(seen.length).toBeGreaterThan(0);
  for (const adjustment of seen)
    expect(adjustment).toMatchObject({ state: "ENDED", proposedBy: null, decidedBy: null });
});

test("only program managers propose and decide", async () => {
  const refused = { extensions: { code: "FORBIDDEN" } };
  const analyst: Viewer = { role: "ANALYST", subject: "a", partnerIds: "all" };
  for (const viewer of [partnerOf(partners.east), ingest, analyst]) {
    expect((await house.ask(viewer, PROPOSE, { input: proposal() })).errors).toMatchObject([refused]);
    const decision = { id: newId(), approve: true };
    expect((await house.ask(viewer, DECIDE, { input: decision })).errors).toMatchObject([refused]);
    expect((await house.ask(viewer, END, { input: { id: newId() } })).errors).toMatchObject([refused]);
  }
});

test("an unsound proposal is refused with the field at fault, and an unknown adjustment cannot be decided", async () => {
  const { data } = await house.ask(first, PROPOSE, { input: proposal({ factor: "0" }) });
  expect(data).toEqual({
    proposeAdjustment: { adjustment: null, userErrors: [{ code: "FACTOR_INVALID", field: ["input", "factor"] }] },
  });
  for (const id of [newId(), "nonsense"]) {
    expect(await decide(second, id)).toMatchObject({ userErrors: [{ code: "ADJUSTMENT_NOT_FOUND" }] });
    expect(await end(id)).toMatchObject({ userErrors: [{ code: "ADJUSTMENT_NOT_FOUND" }] });
  }
});

test("the database itself takes no second opinion of the same person, and no change of what was proposed", async () => {
  const { id } = await propose();
  const change = (text: string) =>
    house.db.transact(first, (tx) => tx.many(`test.${text.length}`, unchecked(), text, [id]));
  await expect(
    change(
      "update metrics.adjustment set state = 'APPROVED', decided_by = 'first', decided_at = now() where adjustment_id = $1",
    ),
  ).rejects.toThrow(/check constraint/);
  await expect(change("update metrics.adjustment set factor = '9' where adjustment_id = $1")).rejects.toThrow(
    /permission denied/,
  );
});

test("seasonal factors are proposed from two whole years of everyone's history, and refused for less", async () => {
  const seasonal = (months: number) => house.ask(first, SEASONAL, { input: { measure: "revenue", months } });
  expect((await seasonal(24)).data).toMatchObject({
    proposeSeasonalFactors: { adjustments: [], userErrors: [{ code: "HISTORY_TOO_SHORT" }] },
  });
  expect((await seasonal(12)).data).toMatchObject({
    proposeSeasonalFactors: { userErrors: [{ code: "MONTHS_INVALID" }] },
  });

  house.moveTo("2029-01-15");
  const months = Array.from({ length: 24 }, (_, i) => ({ year: 2027 + Math.floor(i / 12), month: (i % 12) + 1 }));
  await record(
    months.map(({ year, month }) =>
      deal(partners.west, `${year}-${String(month).padStart(2, "0")}-10`, { 1: "50", 12: "150" }[month] ?? "100"),
    ),
  );
  expect((await seasonal(24)).data).toMatchObject({
    proposeSeasonalFactors: {
      userErrors: [],
      adjustments: [
        {
          measure: "revenue",
          kind: "FACTOR",
          from: "2029-12-01",
          until: "2030-01-01",
          factor: "0.6667",
          state: "PROPOSED",
        },
        {
          from: "2030-01-01",
          until: "2030-02-01",
          factor: "2",
          reason: expect.stringContaining("0.5 of an average month"),
        },
      ],
    },
  });
  house.moveTo();
});

const proposal = (given: object = {}) => ({
  measure: "revenue",
  kind: "FACTOR",
  from: "2025-01-01",
  until: "2026-01-01",
  factor: "1.5",
  reason: "The price list was cut.",
  ...given,
});

async function propose(given: object = {}): Promise<{ id: string }> {
  const { data, errors } = await house.ask<{ proposeAdjustment: { adjustment: { id: string } | null } }>(
    first,
    PROPOSE,
    {
      input: proposal(given),
    },
  );
  if (data?.proposeAdjustment.adjustment == null) throw new Error(JSON.stringify([data, errors]));
  return data.proposeAdjustment.adjustment;
}

async function decide(viewer: Viewer, id: string, approve = true): Promise<unknown> {
  const { data } = await house.ask<{ decideAdjustment: object }>(viewer, DECIDE, {
    input: { id, approve },
  });
  await house.settled();
  return data.decideAdjustment;
}

async function end(id: string): Promise<unknown> {
  const { data } = await house.ask<{ endAdjustment: object }>(first, END, { input: { id } });
  await house.settled();
  return data.endAdjustment;
}

const deal = (partnerId: string, on: string, amount: string) => ({
  kind: "DEAL_WON",
  externalId: newId(),
  partnerId,
  on,
  amount,
});

async function record(facts: readonly object[]): Promise<void> {
  const { data } = await house.ask(ingest, RECORD, { input: { facts } });
  expect(data).toMatchObject({ recordFacts: { recorded: facts.length } });
  await house.settled();
}

interface Shown {
  readonly value: string;
  readonly adjustments: readonly object[];
}

async function measuresOf(partnerId: string): Promise<readonly Shown[]> {
  const { data } = await house.ask<{ _entities: { measures: Shown[] }[] }>(first, MEASURES, {
    representations: [{ __typename: "Partner", id: partnerId }],
  });
  return data._entities[0]?.measures ?? [];
}

async function valuesOf(): Promise<Record<string, string | undefined>> {
  const values = Object.entries(partners).map(async ([name, id]) => [name, (await measuresOf(id))[0]?.value]);
  return Object.fromEntries(await Promise.all(values));
}

/** What was last announced of the partner's revenue. */
async function lastSent(partnerId: string): Promise<object | undefined> {
  const sent = await house.ownerRows<{ payload: { partners: { partnerId: string; measures: object[] }[] } }>(
    "select payload from partners_jobs._private_jobs order by id",
  );
  return sent
    .flatMap(({ payload }) => payload.partners ?? [])
    .filter((partner) => partner.partnerId === partnerId)
    .at(-1)?.measures?.[0];
}
