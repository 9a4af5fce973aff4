import type { Viewer } from "@tiergraph/kit/identity/viewer";
import { newId } from "@tiergraph/kit/values/ids";
import type { EventBody, EventName, EventOf } from "@tiergraph/schema/events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { correctFacts } from "../correction/correct-facts.action.js";
import type { FactReport } from "../fact/fact-report.js";
import { runMetrics } from "../fixtures/running-metrics.js";
import type { MetricsPublisher } from "../publisher.js";
import { recordFacts } from "../recording/record-facts.action.js";

// Events are delivered at least once and in any order: whichever of two arrives first, all stands alike afterwards.

const program = (version: number, awaited = "") => `program: sample
version: ${version}
currency: USD
measures:
  registered: { count: deal.registered }
  certified: { distinct: person, of: certification }
  revenue: { sum: amount, of: deal.won }
tiers: { base: { rank: 0, why: Everyone. } }
${awaited}`;
const AWAITED = `onboarding:
  plans:
    start: { steps: { first: { due: 5 business days, done-by: { fact: deal.registered } } }, why: A start. }`;
const ingest: Viewer = { role: "INGEST", subject: "crm", partnerIds: "all" };
const MEASURES = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Partner {
  measures(asOf: "2025-06-30") { measure value } } } }`;

let house: Awaited<ReturnType<typeof runMetrics>>;
beforeAll(async () => {
  house = await runMetrics();
});
afterAll(() => house.stop());

/** Published at once: what cannot be handled yet comes again by itself. */
async function deliverAll(events: readonly EventOf<EventName>[]): Promise<void> {
  for (const event of events)
    await house.ownerRows("select metrics_jobs.publish($1, $2::json)", [event.name, JSON.stringify(event)]);
  await house.settled();
}

async function aPartner(): Promise<string> {
  const partnerId = newId();
  await house.send("PartnersChanged", { partners: [{ partnerId, tracks: [], region: null }] });
  return partnerId;
}

const clock = { now: () => new Date("2025-06-30T12:00:00Z") };
/** What was published, and is delivered when a test says so. */
const held: EventOf<EventName>[] = [];
const hold: MetricsPublisher = async (_tx, name, body) => {
  held.push(house.eventOf(name, body));
};
async function recordHeld(facts: readonly FactReport[]): Promise<EventOf<EventName>[]> {
  await recordFacts(house.db, hold, clock)(ingest, { facts, isDryRun: false });
  return held.splice(0);
}

const registrationOf = (partnerId: string, registrationId: string, isWithdrawn: boolean) =>
  house.eventOf("RegistrationsChanged", {
    registrations: [
      {
        partnerId,
        registrationId,
        on: "2025-06-20",
        customer: "Acme",
        domain: null,
        productLine: "Suite",
        amountMinor: null,
        currency: null,
        isWithdrawn,
      },
    ],
  });

const factsOf = (partnerId: string) =>
  house.ownerRows(
    `select kind, occurred_on::text as "on", until_on::text as until, revision, retired_at is null as counts, is_void as "isVoid",
       corrected_because as because from metrics.fact where partner_id = $1 order by kind, revision`,
    [partnerId],
  );

async function measuresOf(partnerId: string): Promise<Record<string, string>> {
  const viewer: Viewer = { role: "PROGRAM_MANAGER", subject: "pm", partnerIds: "all" };
  const { data } = await house.ask<{ _entities: { measures: { measure: string; value: string }[] }[] }>(
    viewer,
    MEASURES,
    {
      representations: [{ __typename: "Partner", id: partnerId }],
    },
  );
  return Object.fromEntries((data._entities[0]?.measures ?? []).map(({ measure, value }) => [measure, value]));
}

/** Bodies of the events that wait for a service which is not there. */
const sentTo = async <Name extends EventName>(service: string, name: Name): Promise<EventBody<Name>[]> =>
  (
    await house.ownerRows<{ payload: EventBody<Name> }>(
      `select payload from ${service}_jobs._private_jobs as job join ${service}_jobs._private_tasks as task on task.id = job.task_id
       where task.identifier = $1 order by job.id`,
      [name],
    )
  ).map(({ payload }) => payload);

test("a registration and its first program come to the same in either order", async () => {
  const partnerId = await aPartner();
  const published = house.eventOf("ProgramPublished", {
    program: "sample",
    programVersion: "1",
    sequence: 1,
    source: program(1, AWAITED),
  });
  await deliverAll([registrationOf(partnerId, newId(), false), published]);
  expect(await measuresOf(partnerId)).toMatchObject({ registered: "1" });
  expect(await sentTo("enablement", "MilestonesReached")).toMatchObject([
    { milestones: [{ partnerId, kind: "deal.registered", on: "2025-06-20" }] },
  ]);
});

test("a registration that was withdrawn never counts, whether its approval arrives before or after", async () => {
  const [inOrder, overtaken, repeated] = [await aPartner(), await aPartner(), await aPartner()];
  for (const [partnerId, order] of [
    [inOrder, [false, true]],
    [overtaken, [true, false]],
    [repeated, [true, false, true, false]],
  ] as const) {
    const registrationId = newId();
    for (const isWithdrawn of order) await house.deliver(registrationOf(partnerId, registrationId, isWithdrawn));
  }
  const facts = await factsOf(inOrder);
  expect(facts).toMatchObject([
    { on: "2025-06-20", revision: 1, counts: false, isVoid: true, because: "The registration was withdrawn." },
  ]);
  expect(await factsOf(overtaken)).toEqual(facts);
  expect(await factsOf(repeated)).toEqual(facts);
  for (const partnerId of [inOrder, overtaken, repeated])
    expect(await measuresOf(partnerId)).toMatchObject({ registered: "0" });
});

test("the nearest end of a certification holds, whichever news of it arrives first", async () => {
  const certificationOf = (partnerId: string, certificationId: string, personId: string, expiresOn: string) =>
    house.eventOf("CertificationsChanged", {
      certifications: [
        {
          partnerId,
          certificationId,
          personId,
          course: "basics",
          level: "one",
          role: null,
          issuedOn: "2025-01-10",
          expiresOn,
        },
      ],
    });
  const standing: unknown[] = [];
  for (const ends of [
    ["2026-01-10", "2025-06-15"],
    ["2025-06-15", "2026-01-10"],
  ]) {
    const [partnerId, certificationId, personId] = [await aPartner(), newId(), newId()];
    for (const end of ends) await house.deliver(certificationOf(partnerId, certificationId, personId, end));
    const facts = (await factsOf(partnerId)) as { counts: boolean; until: string }[];
    standing.push([facts.filter(({ counts }) => counts).map(({ until }) => until), await measuresOf(partnerId)]);
  }
  expect(standing[1]).toEqual(standing[0]);
  expect(standing[0]).toMatchObject([["2025-06-15"], { certified: "0" }]);
});

test("the newest news of a partner and of its tiers stand, whichever arrive first", async () => {
  const newsOf = (partnerId: string, sequence: number) => [
    {
      ...house.eventOf("PartnersChanged", {
        partners: [{ partnerId, tracks: [`track ${sequence}`], region: `region ${sequence}` }],
      }),
      at: `2025-06-30T12:00:0${sequence}.000Z`,
    },
    house.eventOf("TierChanged", {
      program: "sample",
      programVersion: "1",
      changes: [
        { partnerId, sequence, periods: [{ tier: `tier ${sequence}`, from: "2025-01-01", decisionId: newId() }] },
      ],
    }),
  ];
  for (const order of [
    [1, 2],
    [2, 1],
  ]) {
    const partnerId = newId();
    for (const event of order.flatMap((sequence) => newsOf(partnerId, sequence))) await house.deliver(event);
    expect(
      await house.ownerRows(
        `select region, tracks, tier from metrics.partner join metrics.tier_period using (partner_id) where partner_id = $1`,
        [partnerId],
      ),
    ).toEqual([{ region: "region 2", tracks: ["track 2"], tier: "tier 2" }]);
  }
});

test("a fact is known to plans that wait for its kind, whether the version that waits arrives before or after", async () => {
  const milestonesOf = async (partnerId: string) =>
    (await sentTo("enablement", "MilestonesReached"))
      .flatMap(({ milestones }) => milestones)
      .filter((milestone) => milestone.partnerId === partnerId);
  const versionOf = (version: number, awaits: string) =>
    house.eventOf("ProgramPublished", {
      program: "sample",
      programVersion: String(version),
      sequence: version,
      source: program(version, awaits),
    });
  await house.deliver(versionOf(2, ""));
  const [before, after] = [await aPartner(), await aPartner()];
  await house.deliver(registrationOf(before, newId(), false));
  await house.deliver(versionOf(3, AWAITED));
  await house.deliver(registrationOf(after, newId(), false));
  const milestone = { kind: "deal.registered", on: "2025-06-20" };
  expect(await milestonesOf(before)).toEqual([{ ...milestone, partnerId: before }]);
  expect(await milestonesOf(after)).toEqual([{ ...milestone, partnerId: after }]);
});

test("deals that look alike stand in the same groups, whether a correction of one arrives before or after it", async () => {
  const openGroups = () =>
    house.ownerRows<{ facts: number }>(
      `select count(*)::integer as facts from metrics.duplicate join metrics.duplicate_group using (duplicate_id)
       where state = 'OPEN' group by duplicate_id`,
    );
  const wonOf = (partnerId: string, externalId: string) => ({
    kind: "deal.won",
    partnerId,
    externalId,
    on: "2025-06-20",
    amount: "77.00",
    customer: `Of ${externalId}`,
  });
  const corrections = [
    { change: null, left: [] },
    { change: { kind: "deal.lost" }, left: [] },
    { change: { amount: "76.00" }, left: [] },
    { change: { attributes: [{ name: "note", value: "Told anew." }] }, left: [{ facts: 2 }] },
  ];
  for (const { change, left } of corrections) {
    for (const isOvertaken of [false, true]) {
      const name = `${JSON.stringify(change)} ${isOvertaken}`;
      const [first, second] = [await aPartner(), await aPartner()];
      const deal = { ...wonOf(second, `${name} 2`), customer: `Of ${name} 1` };
      await deliverAll(await recordHeld([wonOf(first, `${name} 1`)]));
      const came = await recordHeld([deal]);
      const correction = { reference: deal, replacement: change === null ? null : { ...deal, ...change } };
      const request = { corrections: [correction], reason: "It was wrong." };
      await correctFacts(house.db, hold, clock)(ingest, request);
      const corrected = held.splice(0);
      for (const events of isOvertaken ? [corrected, came] : [came, corrected]) await deliverAll(events);
      expect(await openGroups(), name).toEqual(left);
      await house.ownerRows(
        "update metrics.duplicate_group set state = 'CLOSED', decided_at = now(), decided_by = 'test'",
      );
    }
  }
});

test("what a placement run finds of facts that came after it began is still announced, where news have overtaken the run", async () => {
  const record = (partnerId: string, externalId: string) =>
    recordHeld([{ kind: "deal.won", partnerId, externalId, on: "2025-06-20", amount: "100.00" }]);
  const runOf = (partnerId: string, startedAt: string) =>
    house.eventOf("PlacementStarted", {
      runId: newId(),
      asOf: "2025-06-30",
      startedAt,
      program: "sample",
      programVersion: "3",
      partnerIds: [partnerId],
    });
  const reportedAmountOf = async (partnerId: string) =>
    (await sentTo("partners", "MeasuresChanged")).flatMap(({ runId, measuredAt, partners }) =>
      partners
        .filter((partner) => partner.partnerId === partnerId)
        .map(({ measures }) => ({
          isOfRun: runId !== null,
          measuredAt,
          revenue: measures.find(({ measure }) => measure === "revenue")?.value,
        })),
    );
  const partnerId = await aPartner();
  await deliverAll(await record(partnerId, "first"));
  const ofSecond = await record(partnerId, "second");
  await house.deliver(runOf(partnerId, "2025-06-30T11:59:00.000Z"));
  await deliverAll(ofSecond);
  const reported = await reportedAmountOf(partnerId);
  // By what was measured last: that of the run is passed over.
  const [last] = [...reported].reverse().sort((a, b) => b.measuredAt.localeCompare(a.measuredAt));
  expect(last).toMatchObject({ revenue: "200" });
});
