import fs from "node:fs";
import { SERVICES } from "@tiergraph/kit/database/provision";
import { encodeOwnedId } from "@tiergraph/kit/values/ids";
import { schemaFile } from "@tiergraph/schema/schema-files";
import type { AdjustmentKind, FactInput, OverrideKind, RecordedFactKind } from "../generated/documents.js";
import { ASSESSMENT, PLAYBOOK, SCENARIO } from "../journeys/enablement-variables.js";
import { ask, graphql, operation } from "../kit/ask.js";
import { daysAgo } from "../kit/days.js";
import type { Tiergraph } from "../kit/start-tiergraph.js";
import { example, type Story, tellStory } from "../kit/story.js";
import type { ByStance, KnownValues } from "./argument-values.js";

/** One of the two partners, and the words by which it is known again. */
export interface Told {
  readonly id: string;
  readonly personIds: readonly string[];
  /** Names and addresses of its people. */
  readonly personal: readonly string[];
}

export interface TwoPartners {
  readonly story: Story;
  /** Who asks. */
  readonly own: Told;
  /** Of whom nothing may be seen. */
  readonly foreign: Told;
  /** A run of placing both. */
  readonly runId: string;
  /** What either asked to be exported. */
  readonly exportIds: { readonly own: string; readonly foreign: string };
}

/** An id that nobody has. */
export const NOBODY = "0190a000-0000-7000-8000-00000000dead";

const OWN = { word: "ownalpha", amount: "41357.91", region: "ownalpha region" };
// The word is in every text of the other partner, the number in its amounts: neither stands anywhere else.
const FOREIGN = { word: "zq7foreign", amount: "777123.45", region: "zq7foreign region" };
type Words = typeof OWN;
export const FOREIGN_WORD = FOREIGN.word;

/** The sample program, with an approval, and a review of one question. */
const PROGRAM = example("northwind-partners").replace(
  /^reviews:$/m,
  "approvals: { strategic: { title: Strategic, why: Some are chosen. } }\nreviews:\n  pulse: { title: Pulse, every: quarter, questions: { mood: { ask: How is it going?, best: 5 } } }",
);
/** As a draft of the version to come, in which it says more than anybody but a program manager may read. */
const DRAFT = PROGRAM.replace("version: 2026.1", "version: 2027.1").replace(/^why: .*$/m, `why: ${FOREIGN.word} plan.`);

/** Two partners with all that a partner can have, told through the graph. */
export async function tellOfTwoPartners(tiergraph: Tiergraph): Promise<TwoPartners> {
  const story = await tellStory(tiergraph);
  await story.publish(PROGRAM);
  await story.change("save-program-draft", { source: DRAFT });
  await story.change("record-exchange-rates", {
    rates: [0, 1].map((days) => ({ from: "EUR", to: "USD", on: daysAgo(days), rate: "1.25" })),
  });
  const own = await tellOf(tiergraph, story, OWN);
  const foreign = await tellOf(tiergraph, story, FOREIGN);
  await payOut(story);
  await bookSession(story, [...own.personIds, ...foreign.personIds]);
  for (const name of ["a-call", "first-call"]) await publishContent(story, name);
  // What is not published is read by nobody who asks here: the word is found wherever it leaks.
  await story.change("write-content", {
    input: { ...PLAYBOOK, name: "unpublished", title: `${FOREIGN.word} plan`, summary: `${FOREIGN.word} plan` },
  });
  await serveThemselves(tiergraph, story, [own, foreign]);
  // Both have steps that are overdue.
  await tiergraph.sql("update enablement.onboarding_step set due_on = current_date - 3");
  await examine(story, [...own.personIds, ...foreign.personIds]);
  await adjustMeasures(tiergraph, story);
  await tellAlike(story, own.id, foreign.id);
  await story.settled();
  await story.place(daysAgo(0));
  const runs = await tiergraph.sql<{ id: string }>(
    "select run_id as id from partners.placement_run where reason = 'ON_DEMAND'",
  );
  await leaveDeadJobs(tiergraph);
  await saveCohort(story, own.id, OWN.word);
  await saveCohort(story, foreign.id, FOREIGN.word);
  const exportIds = {
    own: await exportOwn(tiergraph, own.id, OWN.word),
    foreign: await exportOwn(tiergraph, foreign.id, FOREIGN.word),
  };
  return { story, own, foreign, runId: runs[0]?.id ?? "", exportIds };
}

/** The other partner grows in every way: nothing of this may change what the first is told. */
export async function growForeign(tiergraph: Tiergraph, { story, foreign }: TwoPartners): Promise<void> {
  const word = `${FOREIGN.word}2`;
  await recordDeals(tiergraph, story, foreign.id, { ...FOREIGN, word, amount: "888765.43" });
  const personIds = await registerPeople(tiergraph, story, foreign.id, word);
  for (const personId of personIds) await story.completes(personId, "implementation", daysAgo(3));
  await decideByHand(tiergraph, story, foreign.id, word);
  await ask(tiergraph, story.token, operation("register-partners"), {
    partners: [{ code: `${word}-code`, name: `aaa ${word}`, region: OWN.region, tracks: ["integrator"] }],
  });
  await story.settled();
}

/** What arguments are filled with: ids by type, and the words of either partner, or of none. */
export function knownValues(idsOf: KnownValues["idsOf"]): KnownValues {
  const said = (text: (words: { word: string; region: string }) => string): ByStance => ({
    own: text(OWN),
    foreign: text(FOREIGN),
    missing: text({ word: "nowhere99", region: "nowhere99 region" }),
  });
  const shared = (text: string): ByStance => ({ own: text, foreign: text, missing: text });
  const text = (part: string) => said(({ word }) => `${word} ${part}`);
  return {
    idsOf,
    texts: {
      "PersonInput.externalId": said(({ word }) => `${word}-person-1`),
      "FactInput.externalId": said(({ word }) => `${word}-won-1`),
      "FactReferenceInput.externalId": said(({ word }) => `${word}-won-1`),
      "PersonInput.name": text("Person 1"),
      "PartnerInput.name": text("Name"),
      "AttributeInput.name": text("attribute"),
      "HypotheticalAttributeInput.name": text("attribute"),
      "SaveProgramDraftInput.source": shared(DRAFT.replaceAll(FOREIGN.word, "A").replace("2027.1", "2027.2")),
      after: said(({ word }) => `${word}.cursor`),
      code: said(({ word }) => `${word}-code`),
      cohort: said(({ word }) => `${word}-cohort`),
      "Query.cohort.name": said(({ word }) => `${word}-cohort`),
      "SaveCohortInput.name": said(({ word }) => `${word}-cohort`),
      "RemoveCohortInput.name": said(({ word }) => `${word}-cohort`),
      "RemoveSavedQueryInput.name": said(({ word }) => `${word}-query`),
      "SaveQueryInput.name": said(({ word }) => `${word}-query`),
      "SaveQueryInput.source": shared(EXPORTED),
      idempotencyKey: text("another key"),
      title: shared("A lab"),
      location: shared("Room 7"),
      url: shared("https://videos.example.com/7"),
      "RedeemRewardsInput.amount": shared("60"),
      "RegisterDealInput.amount": shared("600"),
      "RequestFundsInput.amount": shared("60"),
      "AllocateFundInput.amount": shared("60"),
      "DecideFundRequestInput.amount": shared("50"),
      spent: shared("70"),
      domain: said(({ word }) => `${word}-2.com`),
      productLine: text("line"),
      benefit: shared("training-vouchers"),
      fund: shared("campaigns"),
      activity: text("activity"),
      fileName: said(({ word }) => `${word}-2.pdf`),
      mediaType: shared("application/pdf"),
      content: said(({ word }) => PROOF(`${word} 2`)),
      reference: text("reference"),
      failure: text("failure"),
      body: text("body"),
      problem: text("problem"),
      ticket: text("ticket"),
      position: text("position"),
      savedQuery: said(({ word }) => `${word}-query`),
      variables: shared("{}"),
      key: text("key"),
      description: text("description"),
      tiers: shared("silver"),
      countries: text("country"),
      country: text("country"),
      customer: text("customer 1"),
      email: said(({ word }) => `${word}-1@example.com`),
      product: text("product"),
      region: said(({ region }) => region),
      value: text("value"),
      course: shared("sales-foundations"),
      module: shared("product"),
      statements: shared("[]"),
      secret: text("secret"),
      "DeclareEndpointInput.url": shared("https://sandbox.partner.example"),
      validation: shared("integration-readiness"),
      check: shared("data-sharing"),
      label: text("label"),
      "SandboxData.key": text("key"),
      scenario: shared("renewal"),
      scene: shared("call"),
      choice: shared("ask"),
      next: shared("call"),
      "PublishScenarioInput.name": shared("renewal"),
      "ScenarioSceneInput.name": shared("call"),
      "ScenarioSceneInput.text": shared("The phone rings."),
      "ScenarioChoiceInput.name": shared("ask"),
      "ScenarioChoiceInput.text": shared("Ask."),
      "WriteContentInput.name": shared("first-call"),
      "PublishContentInput.name": shared("first-call"),
      "ConfirmContentInput.name": shared("first-call"),
      "NoteReadingInput.name": shared("first-call"),
      "Query.contentPiece.name": shared("first-call"),
      summary: shared("What to say."),
      motion: shared("new-business"),
      maturity: shared("starting"),
      maturities: shared("starting"),
      owner: shared("Enablement"),
      markdown: shared("*Call.*"),
      "RegisterManagerInput.code": shared("manager"),
      "RecordAbsenceInput.code": shared("manager"),
      "AssignManagerInput.code": shared("manager"),
      standIn: shared("other"),
      "HandOverInput.from": shared("manager"),
      "HandOverInput.to": shared("other"),
      "RegisterManagerInput.email": shared("manager@vendor.example"),
      "RegisterManagerInput.name": shared("A manager"),
      step: shared("campaign"),
      evidence: text("evidence"),
      "MovePersonInput.externalId": said(({ word }) => `${word}-person-2`),
      "AnswerInput.question": shared("first"),
      options: shared("yes"),
      checkCode: shared("0123456789abcdef0123"),
      "QuestionPoolInput.name": shared("pool"),
      "QuestionInput.name": shared("first"),
      "QuestionOptionInput.name": shared("yes"),
      "QuestionInput.text": shared("What?"),
      "QuestionOptionInput.text": shared("That."),
      currency: shared("USD"),
      declaredKind: shared("portal.reviewed"),
      "ExchangeRateInput.from": shared("EUR"),
      "ExchangeRateInput.to": shared("USD"),
      from: shared("EUR"),
      to: shared("USD"),
      level: shared("expert"),
      markets: shared("no market"),
      measure: shared("revenue"),
      names: shared("revenue"),
      customers: text("customer 1"),
      note: text("note"),
      notes: text("notes"),
      program: shared("northwind-partners"),
      question: shared("mood"),
      reason: text("reason"),
      regions: said(({ region }) => region),
      review: shared("pulse"),
      source: shared(PROGRAM),
      subject: shared("strategic"),
      tier: shared("silver"),
      track: shared("integrator"),
      tracks: shared("integrator"),
      why: text("why"),
    },
  };
}

/** What may be read by all: the schema's own words, and those of the rules above. */
export const commonText = (): string =>
  ["api", ...SERVICES].map((name) => fs.readFileSync(schemaFile(`${name}.graphql`), "utf8")).join("\n") +
  ["deal.won", "deal.lost", "deal.open", "customer-success", "certification", "5,000.00", "12,000.00"].join("\n");

async function tellOf(tiergraph: Tiergraph, story: Story, words: Words): Promise<Told> {
  const { word, region } = words;
  const { registerPartners } = await ask(tiergraph, story.token, operation("register-partners"), {
    partners: [
      { code: `${word}-code`, name: `${word} Name`, region, country: `${word} country`, tracks: ["integrator"] },
    ],
  });
  const id = registerPartners.partners[0]?.id ?? "";
  await story.settled();
  const personIds = await registerPeople(tiergraph, story, id, word);
  for (const personId of personIds) await story.completes(personId, "sales-foundations", daysAgo(30));
  await ask(
    tiergraph,
    story.token,
    graphql("mutation ($input: RecordProgressInput!) { recordProgress(input: $input) { userErrors { code } } }"),
    {
      input: { personId: personIds[0], course: "architecture", percent: 40 },
    },
  );
  await recordDeals(tiergraph, story, id, words);
  await decideByHand(tiergraph, story, id, word);
  await story.settled();
  await tellOfRewards(tiergraph, story, id, word);
  const people = await tiergraph.sql<{ name: string; email: string }>(
    "select name, email from partners.person where partner_id = $1",
    [id],
  );
  return { id, personIds, personal: people.flatMap(({ name, email }) => [name, email]) };
}

async function registerPeople(tiergraph: Tiergraph, story: Story, partnerId: string, word: string): Promise<string[]> {
  const { registerPeople: registered } = await ask(tiergraph, story.token, operation("register-people"), {
    people: [1, 2].map((n) => ({
      partnerId,
      externalId: `${word}-person-${n}`,
      name: `${word} Person ${n}`,
      email: `${word}-${n}@example.com`,
      role: "SALES" as const,
    })),
  });
  await story.settled();
  return registered.people.map(({ id }) => id);
}

/** Four won deals, so that a tier is reached, one of each other kind of fact, and one that was shared and converted. */
async function recordDeals(tiergraph: Tiergraph, story: Story, partnerId: string, words: Words): Promise<void> {
  const { word, amount } = words;
  const fact = (kind: RecordedFactKind, key: string, more: Partial<FactInput>): FactInput => ({
    kind,
    partnerId,
    externalId: `${word}-${key}`,
    on: daysAgo(0),
    customer: `${word} customer ${key}`,
    product: `${word} product`,
    attributes: [{ name: `${word} attribute`, value: `${word} value` }],
    ...more,
  });
  const facts = [
    ...[1, 2, 3, 4].map((n) => fact("DEAL_WON", `won-${n}`, { amount, openedOn: daysAgo(9) })),
    fact("DEAL_LOST", "lost-1", { amount }),
    fact("DEAL_WON", "shared-1", { amount, currency: "EUR", credit: { role: "SOURCED", share: "40" } }),
    fact("DEAL_OPEN", "open-1", { amount, openedOn: daysAgo(5) }),
    fact("SEATS", "seats-1", { quantity: 170 }),
  ];
  const { recordFacts } = await ask(tiergraph, story.token, operation("record-facts"), { facts });
  if (recordFacts.recorded !== facts.length) throw new Error(JSON.stringify(recordFacts.results));
  // A refund that waits for its deal.
  const attributes = [{ name: "deal", value: `${word} unknown deal` }];
  await story.change("record-facts", { facts: [fact("DEAL_REFUNDED", "refund-1", { amount, attributes })] });
  await story.settled();
}

/** A file that begins as a PDF does. */
const PROOF = (word: string): string => Buffer.from(`%PDF-1.7 ${word}`).toString("base64");

/** Redemptions that wait for a person and for a batch, a deal that is protected, a benefit claimed, money of a fund with its proof. */
async function tellOfRewards(tiergraph: Tiergraph, story: Story, partnerId: string, word: string): Promise<void> {
  const redeem = (amount: string, key: string) =>
    story.change("redeem-rewards", { partnerId, amount, note: `${word} note`, idempotencyKey: `${word} ${key}` });
  await redeem("100", "small");
  await redeem("110", "second");
  await redeem("1000", "large");
  await story.change("register-deal", {
    partnerId,
    customer: `${word} registered`,
    domain: `${word}.com`,
    productLine: `${word} line`,
    amount: "5000",
    expectedOn: daysAgo(-30),
    note: `${word} note`,
    idempotencyKey: `${word} deal`,
  });
  const voucher = { partnerId, benefit: "training-vouchers", note: `${word} note`, idempotencyKey: `${word} voucher` };
  await story.change("claim-benefit", voucher);
  const { request } = await story.change("request-funds", {
    partnerId,
    fund: "campaigns",
    activity: `${word} activity`,
    amount: "500",
    idempotencyKey: `${word} funds`,
  });
  await story.change("decide-fund-request", { id: request.id, approve: true, reason: `${word} reason` });
  const file = { fileName: `${word}.pdf`, mediaType: "application/pdf", content: PROOF(word) };
  await story.change("attach-proof", { id: request.id, ...file });
  await tiergraph.sql(
    `insert into benefits.reward_withheld (partner_id, rule, subject, program, ceiling, amount_minor, currency, noted_at)
     values ($1, 'deal-rebate', $2, 'northwind-partners', 'rewards-a-year', 1, 'USD', date_trunc('milliseconds', now()))`,
    [partnerId, `${word} subject`],
  );
}

/** A session in which people of both have seats; nobody waits, since the one who moves up is changed by the one who leaves. */
async function bookSession(story: Story, personIds: readonly string[]): Promise<void> {
  const { session } = await story.change("plan-session", {
    kind: "LAB",
    title: "A lab",
    startsAt: `${daysAgo(-20)}T09:00:00Z`,
    endsAt: `${daysAgo(-20)}T11:00:00Z`,
    seats: 4,
  });
  for (const personId of personIds) await story.change("book-session", { sessionId: session.id, personId });
}

/** Both have a run of a validation, a sandbox, and a person at play. */
async function serveThemselves(tiergraph: Tiergraph, story: Story, partners: readonly Told[]): Promise<void> {
  await story.change("publish-scenario", { input: SCENARIO });
  for (const { id: partnerId, personIds } of partners) {
    await story.change("lease-sandbox", { partnerId, label: `Sandbox of ${personIds[0]}` });
    for (const personId of personIds) await story.change("start-simulation", { personId, scenario: SCENARIO.name });
    // Where nothing answers: what is found out does not matter here.
    await story.change("declare-endpoint", { partnerId, url: "https://nowhere.invalid" });
    await tiergraph.sql("update enablement.partner set tracks = tracks || 'integrator'::text where partner_id = $1", [
      partnerId,
    ]);
    await story.change("run-validation", { partnerId, validation: "integration-readiness" });
  }
}

async function publishContent(story: Story, name: string): Promise<void> {
  const { content } = await story.change("write-content", {
    input: { ...PLAYBOOK, name },
  });
  await story.change("publish-content", { name, version: content.version });
}

/** People of both are in the middle of an assessment. */
async function examine(story: Story, personIds: readonly string[]): Promise<void> {
  await story.change("publish-assessment", { input: ASSESSMENT });
  for (const personId of personIds) await story.change("start-attempt", { personId, course: ASSESSMENT.course });
}

/** One batch that holds redemptions of both; one of each was paid. */
async function payOut(story: Story): Promise<void> {
  const { batch } = await story.change("create-payout-batch", { note: "Both" });
  const first = new Map(batch.redemptions.map(({ id, partnerId }) => [partnerId, id]));
  const payouts = [...first].map(([partnerId, redemptionId]) => ({ redemptionId, reference: `${partnerId} payment` }));
  await story.change("settle-payouts", { batchId: batch.id, payouts });
  await story.settled();
}

/** A review, a tier by hand and a hold that a second person approved, and what still waits for one. */
async function decideByHand(tiergraph: Tiergraph, story: Story, partnerId: string, word: string): Promise<void> {
  const second = await tiergraph.tokenAs("a second manager", "program-manager");
  const request = async (kind: OverrideKind, subject?: string) => {
    const { override } = await story.change("request-override", {
      partnerId,
      kind,
      subject,
      from: daysAgo(0),
      until: daysAgo(-60),
      reason: `${word} reason of ${kind}`,
    });
    return override.id;
  };
  // A tier by hand holds once at a time: what is asked for later stays a request.
  for (const id of [await request("TIER", "gold"), await request("HOLD")])
    await ask(tiergraph, second, operation("decide-override"), { id, approve: true, note: `${word} note` });
  await request("HOLD");
  await story.change("record-review", {
    partnerId,
    review: "pulse",
    answers: [{ question: "mood", answer: 4 }],
    notes: `${word} notes`,
  });
  await story.settled();
}

/** One adjustment that holds, for everyone to see, and one that is only proposed, which is for nobody else yet. */
async function adjustMeasures(tiergraph: Tiergraph, story: Story): Promise<void> {
  const second = await tiergraph.tokenAs("a second manager", "program-manager");
  const propose = async (kind: AdjustmentKind, why: string) => {
    const input = { measure: "revenue", kind, from: daysAgo(60), to: daysAgo(50), why };
    const { adjustment } = await story.change("propose-adjustment", { input });
    return adjustment.id;
  };
  const adjustmentId = await propose("EXCUSED", "The shop was closed.");
  await ask(tiergraph, second, operation("decide-adjustment"), { adjustmentId, isApproved: true });
  await propose("EXCUSED", `${FOREIGN.word} proposal`);
}

/** Deals of both that look like one, one that was won of a customer protected for the other, and customers that belong to them. */
async function tellAlike(story: Story, ownId: string, foreignId: string): Promise<void> {
  const alike = { on: daysAgo(2), amount: "4711.00", customer: "Known to both" };
  for (const [partnerId, { word }] of [
    [ownId, OWN],
    [foreignId, FOREIGN],
  ] as const) {
    for (const n of [1, 2])
      await story.wonDeal(partnerId, { externalId: `${word}-alike-${n}`, ...alike, product: `Product ${n}` });
    await story.change("declare-owned-customers", { partnerId, customers: [`${word} subsidiary`] });
  }
}

/** What a partner keeps to export, and an export of it that is done. */
async function exportOwn(tiergraph: Tiergraph, partnerId: string, word: string): Promise<string> {
  const token = await tiergraph.tokenOf("partner", partnerId);
  const name = `${word}-query`;
  await ask(tiergraph, token, operation("save-query"), { name, source: EXPORTED });
  const { startExport } = await ask(tiergraph, token, operation("start-export"), {
    savedQuery: name,
    key: `${word} key of its own`,
  });
  return startExport.export.id;
}
const EXPORTED = "{ partners { nodes { id code name } } }";

const saveCohort = (story: Story, partnerId: string, word: string) =>
  story.change("save-cohort", {
    input: { name: `${word}-cohort`, description: `${word} cohort of a test`, partnerIds: [partnerId] },
  });

/** In every queue a job that failed for good, with the other partner's words in its error. */
async function leaveDeadJobs(tiergraph: Tiergraph): Promise<void> {
  for (const service of SERVICES) {
    await tiergraph.sql(`select ${service}_jobs.add_job('${FOREIGN.word}-task', '{}', max_attempts => 1)`);
    await tiergraph.sql(
      `update ${service}_jobs._private_jobs set attempts = max_attempts, last_error = '${FOREIGN.word} error'
       where max_attempts = 1`,
    );
  }
}

/** The same id, of nobody: what is foreign must look like this. */
export const idOfNobody = (id: string): string =>
  /^[A-Za-z0-9_-]{43}$/.test(id)
    ? encodeOwnedId({ partnerId: NOBODY, id: NOBODY })
    : /^([0-9a-f-]{36}|\d+)$/.test(id)
      ? NOBODY
      : opaqueOfNobody(id);

function opaqueOfNobody(id: string): string {
  const said = Buffer.from(id, "base64url").toString();
  const changed = said.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, NOBODY);
  return Buffer.from(changed === said ? NOBODY : changed).toString("base64url");
}
