import { SERVICES } from "@tiergraph/kit/database/provision";
import type { OverrideKind } from "../generated/documents.js";
import { PLAYBOOK } from "../journeys/enablement-variables.js";
import { ask, graphql, operation } from "../kit/ask.js";
import { daysAgo } from "../kit/days.js";
import type { Tiergraph } from "../kit/start-tiergraph.js";
import { type Story, startStory } from "../kit/story.js";
import { DRAFT, FOREIGN, type KnownPartner, OWN, PROGRAM, type Words } from "./known-values.js";
import { adjustMeasures, exportOwn, recordAlike, recordDeals, saveCohort } from "./two-partners-facts.js";
import { bookSession, examine, publishContent, serveThemselves } from "./two-partners-learning.js";
import { payOut, setUpRewards } from "./two-partners-rewards.js";

export interface TwoPartners {
  readonly story: Story;
  /** Who asks. */
  readonly own: KnownPartner;
  /** Of whom nothing may be seen. */
  readonly foreign: KnownPartner;
  /** A run of placing both. */
  readonly runId: string;
  /** What either asked to be exported. */
  readonly exportIds: { readonly own: string; readonly foreign: string };
}

/** Two partners with all that a partner can have, made through the graph. */
export async function setUpTwoPartners(tiergraph: Tiergraph): Promise<TwoPartners> {
  const story = await startStory(tiergraph);
  await story.publish(PROGRAM);
  await story.change("save-program-draft", { source: DRAFT });
  await story.change("record-exchange-rates", {
    rates: [0, 1].flatMap((days) =>
      ["EUR", "GBP"].map((from) => ({ from, to: "USD", on: daysAgo(days), rate: "1.25" })),
    ),
  });
  const own = await setUpPartner(tiergraph, story, OWN);
  const foreign = await setUpPartner(tiergraph, story, FOREIGN);
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
  await recordAlike(story, own.id, foreign.id);
  await story.settled();
  await story.place(daysAgo(0));
  const runs = await tiergraph.sql<{ id: string }>(
    "select run_id as id from partners.placement_run where reason = 'ON_DEMAND'",
  );
  await leaveDeadJobs(tiergraph);
  await story.change("register-manager", {
    input: { code: "ada", role: "SUCCESS_MANAGER", name: "Ada", email: "ada@vendor.example", capacity: 10 },
  });
  await saveCohort(story, own.id, OWN.word);
  await saveCohort(story, foreign.id, FOREIGN.word);
  const exportIds = {
    own: await exportOwn(tiergraph, own.id, OWN.word),
    foreign: await exportOwn(tiergraph, foreign.id, FOREIGN.word),
  };
  return { story, own, foreign, runId: runs[0]?.id ?? "", exportIds };
}

/** The other partner grows in every way: nothing of this may change what the first is shown. */
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

async function setUpPartner(tiergraph: Tiergraph, story: Story, words: Words): Promise<KnownPartner> {
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
  await setUpRewards(tiergraph, story, id, word);
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

/** Reviews, a tier by hand and a hold that a second person approved, and what still waits for one. */
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
    await ask(tiergraph, second, operation("decide-override"), { id, approve: true, reason: `${word} note` });
  await request("HOLD");
  for (const answer of [3, 4])
    await story.change("record-review", {
      partnerId,
      review: "pulse",
      answers: [{ question: "mood", answer }],
      notes: `${word} notes`,
    });
  await story.settled();
}

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
